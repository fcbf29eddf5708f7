"""The embedded engine's folder: its passwords, its locks, and the note that says where it listens.

password, reader.password   random, for the users `root` and `reader`; mode 0600
engine.json                 the note: ports and process ids, and whether the engine is ready
engine.lock                 held by the supervisor as long as it lives
users.lock                  shared by all who use the engine; the system lets go of it when one is killed
engine/, engine.log         ArcadeDB's own files, and what it prints
columns.npz                 what networks count, kept by the service over a restart; may be deleted
"""

import contextlib
import fcntl
import json
import os
import secrets
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

TURN_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Note:
    """Where the engine listens on 127.0.0.1, and the processes that keep it; written by the supervisor."""

    bolt: int
    http: int
    supervisor: int
    java: int
    ready: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder and the names in it."""

    path: Path

    def secret(self, name: str) -> str:
        """Return the password in the file of that name; make both at the first call."""
        file = self.path / name
        if not file.exists():
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with contextlib.suppress(FileExistsError):
                handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "w") as out:
                    out.write(secrets.token_urlsafe(24))
        return file.read_text().strip()

    @property
    def note(self) -> Note | None:
        """What the supervisor last wrote."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            return Note(**json.loads((self.path / "engine.json").read_text()))
        return None

    def write(self, note: Note) -> None:
        """Replace the note in one step."""
        fresh = self.path / "engine.json.new"
        fresh.write_text(json.dumps(asdict(note)))
        fresh.replace(self.path / "engine.json")

    def open_lock(self, name: str) -> IO[str]:
        """Open a lock file without taking its lock."""
        return (self.path / name).open("a")


def take(file: IO[str], *, shared: bool = False, seconds: float = 0.0) -> bool:
    """Take a lock; return False where others hold it for all that time."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            return True
        if time.monotonic() >= end:
            return False
        time.sleep(TURN_SECONDS)
