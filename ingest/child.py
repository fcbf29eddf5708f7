"""One worker process, seen from outside: it is asked for one article at a time, and may be lost over it."""

import faulthandler
import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Self

from graph_schema.errors import WorkerFailed
from ingest.extraction import Extracted, Job

Read = Callable[[Job], Extracted]
Load = Callable[[], Read]  # is called in the worker

GRACE = 5.0  # seconds after which a worker that was left alone ends itself


@dataclass(frozen=True, slots=True)
class Lost:
    """The worker is gone, or was sent away."""

    reason: str


class Child:
    """A process that has loaded what reading needs and waits for an article."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self._process, self._pipe = process, pipe

    @classmethod
    def start(cls, load: Load, seconds: float) -> Self:
        """Start a worker and wait until it can read; raises what its loading raised, or WorkerFailed."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, load, seconds), daemon=True)
        process.start()
        theirs.close()
        try:
            failure = ours.recv()
        except EOFError as error:
            process.join()
            raise WorkerFailed(f"a worker process ended while it started ({_end(process)})") from error
        if failure is not None:
            process.join()
            raise failure
        return cls(process, ours)

    def ask(self, job: Job, seconds: float) -> Extracted | Lost:
        """Have an article read; the worker is lost where it dies over it or takes longer than allowed."""
        try:
            self._pipe.send(job)
            if not self._pipe.poll(seconds):
                return Lost(f"reading took longer than {seconds:g} seconds")
            answer: Extracted = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join(GRACE)
            return Lost(f"reading ended its worker process ({_end(self._process)})")
        return answer

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._pipe.close()
        self._process.kill()
        self._process.join()


def _work(pipe: Connection, load: Load, seconds: float) -> None:
    """Read what comes through the pipe until it closes. A worker left alone over an article ends itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    try:
        read = load()
    except Exception as error:  # it is raised again where the worker was started
        pipe.send(error)
        return
    pipe.send(None)
    with Path(os.devnull).open("w") as nowhere:
        while (job := _next(pipe)) is not None:
            faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=nowhere)
            answer = read(job)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(answer)


def _next(pipe: Connection) -> Job | None:
    try:
        job: Job = pipe.recv()
    except (EOFError, OSError):
        return None
    return job


def _end(process: SpawnProcess) -> str:
    code = process.exitcode
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"
