"""The service as a process of its own, over the graph that the settings name, to be measured from outside."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: where it listens, and its process."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def resident(self) -> float:
        """Return how much memory it holds, in MiB."""
        return self._status("VmRSS")

    @property
    def peak(self) -> float:
        """Return how much memory it ever held, in MiB."""
        return self._status("VmHWM")

    @property
    def descriptors(self) -> int:
        """Return how many files and connections it has open."""
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))

    def forget_peak(self) -> None:
        """Let the peak be what it holds now."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")

    def _status(self, name: str) -> float:
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


@contextlib.contextmanager
def running() -> Iterator[Service]:
    """Serve the settings' graph until the block ends."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = int(door.getsockname()[1])
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        service = Service(port, process.pid)
        wait(service)
        yield service
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait(service: Service) -> None:
    """Wait until the service answers for its graph."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{service.address}/readyz", timeout=PATIENCE):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
