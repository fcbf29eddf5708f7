"""Keeps the embedded engine running as long as somebody uses it.

The first process that opens the graph starts `python -m graph_schema.embedded.supervisor`, in a session of
its own, so that a Ctrl-C there does not take the engine away from others. Whoever uses the engine shares the
lock on `users.lock`; even a process that is killed lets go of it. Once the supervisor gets that lock for
itself, nobody is left: it stops the engine. A server that dies is started again on the same ports.
"""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import IO

from graph_schema.embedded import java
from graph_schema.embedded.folder import Folder, Note, take

START_SECONDS, TURN_SECONDS = 60.0, 0.1
MOST_RESTARTS, SOON = 10, 60.0  # so many deaths, each so many seconds after its start, and it is left dead


def main() -> int:
    """Run until nobody uses the engine, or SIGTERM comes; return 1 where the server does not start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--timeout", type=float, required=True, help="seconds that a query may take")
    parser.add_argument("--memory", required=True, help="the server's heap, such as 1g")
    given = parser.parse_args()
    folder = Folder(given.folder)
    signal.signal(signal.SIGTERM, _leave)
    with folder.open_lock("engine.lock") as alone, folder.open_lock("users.lock") as users:
        if not take(alone, seconds=1.0):
            return 0
        return _keep(folder, users, given.timeout, given.memory)


def _keep(folder: Folder, users: IO[str], timeout: float, memory: str) -> int:
    """Keep the server running; return 0 once nobody uses it, 1 where it does not start or stay."""
    deaths = 0
    while deaths < MOST_RESTARTS:
        start = time.monotonic()
        with _server(folder, timeout, memory) as process:
            if not _ready(folder, process):
                return 1
            if _unused(process, users):
                return 0
        deaths = deaths + 1 if time.monotonic() - start < SOON else 1
    return 1


@contextlib.contextmanager
def _server(folder: Folder, timeout: float, memory: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the server, on the ports it had before where they are free."""
    before = folder.note
    if before is not None:
        folder.write(replace(before, ready=False))
        java.stop_orphan(folder, before.java)
    bolt, http = _free_port(before.bolt if before else 0), _free_port(before.http if before else 0)
    java.declare_groups(folder)
    command = java.command(folder, bolt, http, timeout, memory)
    # It keeps its log where it stands: in its own folder, not in the user's.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, cwd=folder.path)
    note = Note(bolt, http, os.getpid(), process.pid, ready=False)
    try:
        folder.write(note)
        yield process
    finally:
        folder.write(note)
        java.stop(process)


def _ready(folder: Folder, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the server answers, and say so in the note; False where it ends or takes too long."""
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):
            note = folder.note
            if note is None:
                return False
            java.request(note.http, "ready")
            java.make_reader(folder, note.http)
            folder.write(replace(note, ready=True))
            return True
        time.sleep(TURN_SECONDS)
    return False


def _unused(process: subprocess.Popen[bytes], users: IO[str]) -> bool:
    """Wait until nobody uses the engine any more; False where the server dies before."""
    while process.poll() is None:
        if take(users):
            return True
        time.sleep(TURN_SECONDS)
    return False


def _free_port(wanted: int) -> int:
    """Return the wanted port where it is free, else any that is."""
    for port in (wanted, 0):
        with contextlib.suppress(OSError), socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", port))
            return int(listener.getsockname()[1])
    raise OSError("no port is free on 127.0.0.1")


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
