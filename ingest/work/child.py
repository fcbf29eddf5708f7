"""One worker process, seen from outside: it reads one article at a time, and may be lost over it.

`python -m ingest.work.child FD SECONDS` is its inside. It is started as a program of its own, so that it
imports what reading needs and nothing of the program that wants the reading.
"""

import faulthandler
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from graph_schema.errors import WorkerFailed
from ingest.work.extraction import Extracted, Job

Read = Callable[[Job], Extracted]
Load = Callable[[], Read]  # is called in the worker

GRACE = 5.0  # seconds after which a worker that was left alone ends itself
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Lost:
    """The worker is gone, or was sent away."""

    reason: str


class Child:
    """A process that has loaded what reading needs and waits for an article."""

    def __init__(self, process: subprocess.Popen[bytes], pipe: Connection) -> None:
        self._process, self._pipe = process, pipe

    @classmethod
    def start(cls, load: Load, seconds: float) -> Self:
        """Start a worker and wait until it can read; raises what its loading raised, or WorkerFailed."""
        ours, theirs = Pipe()
        command = [sys.executable, "-m", __name__, str(theirs.fileno()), str(seconds)]
        own = ONE_THREAD | os.environ  # a worker for each processor: none is to take another's
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, env=own)
        theirs.close()
        child = cls(process, ours)
        try:
            ours.send(load)
            failure = ours.recv()
        except (EOFError, OSError) as error:
            raise WorkerFailed(f"a worker process ended while it started ({child.stop()})") from error
        if failure is not None:
            child.stop()
            raise failure
        return child

    def ask(self, job: Job, seconds: float) -> Extracted | Lost:
        """Have an article read; the worker is lost where it dies over it or takes longer than allowed."""
        self.give(job)
        return self.take(seconds)

    def give(self, job: Job) -> None:
        """Hand in an article; it is read after those that were handed in before it."""
        with suppress(OSError):  # the worker is gone: so says who takes its answer
            self._pipe.send(job)

    def take(self, seconds: float) -> Extracted | Lost:
        """Wait for what became of the article that was handed in first."""
        try:
            if not self._pipe.poll(seconds):
                self.stop(patience=0)
                return Lost(f"reading took longer than {seconds:g} seconds")
            answer: Extracted = self._pipe.recv()
        except (EOFError, OSError):
            return Lost(f"reading ended its worker process ({self.stop()})")
        return answer

    def stop(self, patience: float = GRACE) -> str:
        """End the process, whatever it does; return how it ended."""
        self._pipe.close()
        try:
            code = self._process.wait(patience)  # it ends by itself when the pipe is closed
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def work(pipe: Connection, seconds: float) -> None:
    """Read what comes through the pipe until it closes. A worker left alone over an article ends itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    try:
        load: Load = pipe.recv()
        read = load()
    except Exception as error:  # it is raised again where the worker was started
        pipe.send(error)
        return
    pipe.send(None)
    given: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, given), daemon=True).start()
    with Path(os.devnull).open("w") as nowhere:
        while (job := given.get()) is not None:
            faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=nowhere)
            answer = read(job)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(answer)


def _receive(pipe: Connection, given: "queue.SimpleQueue[Job | None]") -> None:
    """Take in what is handed in, while an article is being read too: who hands in never waits."""
    with suppress(EOFError, OSError):
        while True:
            given.put(pipe.recv())
    given.put(None)


if __name__ == "__main__":
    with suppress(BrokenPipeError, ConnectionResetError):  # who handed out the work is gone: so are we
        work(Connection(int(sys.argv[1])), float(sys.argv[2]))
