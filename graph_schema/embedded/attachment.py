"""Using the embedded engine: join the one that runs in the folder, or start it; leave it when done."""

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph_schema.embedded.folder import TURN_SECONDS, Folder, Note, take
from graph_schema.embedded.java import DATABASE, READER, WRITER, request
from graph_schema.errors import EngineLocked, EngineUnavailable

START_SECONDS, STOP_SECONDS = 90.0, 30.0

_started: dict[Path, subprocess.Popen[bytes]] = {}  # supervisors by folder, kept to be reaped


@dataclass(frozen=True, slots=True)
class Address:
    """Where the engine listens and who may enter; passwords stand in the files named."""

    bolt: int
    http: int
    folder: Path
    database: str = DATABASE
    writer: str = WRITER
    reader: str = READER

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def writer_password_file(self) -> Path:
        return self.folder / "password"

    @property
    def reader_password_file(self) -> Path:
        return self.folder / "reader.password"

    def sql(self, statement: str) -> None:
        """Send the engine a statement of its own SQL, which Bolt does not carry."""
        body = {"language": "sql", "command": statement}
        request(self.http, f"command/{self.database}", self.writer_password_file.read_text().strip(), body)


@contextlib.asynccontextmanager
async def attached(path: Path, *, timeout: float, memory: str) -> AsyncIterator[Address]:
    """Use the engine in that folder; `timeout` of a query in seconds, `memory` of its heap such as 1g.

    Raises EngineLocked where somebody else holds the folder, EngineUnavailable where it does not start.
    """
    folder = Folder(path.absolute())
    users = await asyncio.to_thread(_enter, folder)
    try:
        note = await asyncio.to_thread(_join, folder, timeout, memory)
        yield Address(note.bolt, note.http, folder.path)
    finally:
        users.close()
        await asyncio.to_thread(_wait_for_end, folder)


def _enter(folder: Folder) -> IO[str]:
    """Share the users' lock; an engine that is just stopping is waited for."""
    try:
        for name in ("password", "reader.password"):
            folder.secret(name)
        users = folder.open_lock("users.lock")
    except PermissionError as error:
        holder = folder.note
        process = f" by process {holder.supervisor}" if holder and holder.ready else ""
        raise EngineLocked(
            f"the graph in {folder.path} belongs to another user and is held{process}: "
            "set COMMUNIQUE_DATA to a folder of your own"
        ) from error
    except OSError as error:
        raise EngineUnavailable(f"{folder.path} cannot be used as the graph's folder: {error}") from error
    if take(users, shared=True, seconds=STOP_SECONDS):
        return users
    users.close()
    raise EngineLocked(f"the engine in {folder.path} has been stopping for {STOP_SECONDS:.0f} s; try again")


def _join(folder: Folder, timeout: float, memory: str) -> Note:
    """Return the note of the running engine, after starting it where none runs."""
    end = time.monotonic() + START_SECONDS
    supervisor: subprocess.Popen[bytes] | None = None
    while time.monotonic() < end:
        if _supervised(folder):
            note = folder.note
            if note is not None and note.ready:
                return note
        elif supervisor is None:
            supervisor = _start_supervisor(folder, timeout, memory)
        elif supervisor.poll() not in (None, 0):
            raise _failure(folder)
        elif supervisor.poll() == 0:
            supervisor = None
        time.sleep(TURN_SECONDS)
    raise EngineUnavailable(f"the engine in {folder.path} does not answer; see {folder.path / 'engine.log'}")


def _supervised(folder: Folder) -> bool:
    with folder.open_lock("engine.lock") as file:
        return not take(file, shared=True)


def _start_supervisor(folder: Folder, timeout: float, memory: str) -> subprocess.Popen[bytes]:
    module = [sys.executable, "-m", "graph_schema.embedded.supervisor", str(folder.path)]
    with (folder.path / "engine.log").open("wb") as log:
        process = subprocess.Popen(
            [*module, "--timeout", str(timeout), "--memory", memory],
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    _started[folder.path] = process
    return process


def _failure(folder: Folder) -> Exception:
    """Return what kept the server from starting."""
    log = (folder.path / "engine.log").read_text(errors="replace")
    if "database.lck" in log or "locked" in log.lower():
        return EngineLocked(
            f"the graph in {folder.path} is held by another program: stop that, or set COMMUNIQUE_DATA to "
            "another folder"
        )
    last = [line for line in log.splitlines() if line.strip()][-1:]
    return EngineUnavailable(
        f"the engine in {folder.path} did not start: {' '.join(last) or 'no reason given'}"
    )


def _wait_for_end(folder: Folder) -> None:
    """Wait for the engine's end where this was its last user; the others' engine runs on."""
    with folder.open_lock("users.lock") as file:
        if not take(file) and take(file, shared=True):
            return
    with folder.open_lock("engine.lock") as file:
        take(file, shared=True, seconds=STOP_SECONDS)
    if supervisor := _started.pop(folder.path, None):
        with contextlib.suppress(subprocess.TimeoutExpired):
            supervisor.wait(STOP_SECONDS)
