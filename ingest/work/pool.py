"""Worker processes on this machine. A document that kills or hangs its worker costs only itself."""

import asyncio
import queue
import threading
from collections.abc import Awaitable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Self

from ingest.work.child import Child, Load, Lost
from ingest.work.extraction import Extracted, Failure, Job

SECONDS = 120.0  # for one article: many times what the longest takes

Waiting = tuple[Job, Future[Extracted]]


class Pool:
    """N processes that read, each with a thread here that hands it work and replaces it when it is lost."""

    def __init__(self, load: Load, version: str, seconds: float) -> None:
        self.version = version
        self._load, self._seconds = load, seconds
        self._waiting: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()

    @classmethod
    @contextmanager
    def open(cls, workers: int, load: Load, version: str, seconds: float = SECONDS) -> Iterator[Self]:
        """Start the workers, which end with the block; each calls `load` for its reading function."""
        pool = cls(load, version, seconds)
        threads = [threading.Thread(target=pool._serve, daemon=True) for _ in range(workers)]
        for thread in threads:
            thread.start()
        try:
            yield pool
        finally:
            for _ in threads:
                pool._waiting.put(None)
            for thread in threads:
                thread.join()

    def extract(self, job: Job) -> Awaitable[Extracted]:
        """Have an article read by the next worker that is free."""
        future: Future[Extracted] = Future()
        self._waiting.put((job, future))
        return asyncio.wrap_future(future)

    def _serve(self) -> None:
        """Hand out work to one worker until there is no more."""
        child: Child | None = None
        while (waiting := self._waiting.get()) is not None:
            job, future = waiting
            if not future.set_running_or_notify_cancel():
                continue
            try:
                child = child or Child.start(self._load, self._seconds)
            except Exception as error:  # no worker can start: that is no article's fault
                future.set_exception(error)
                continue
            answer = child.ask(job, self._seconds)
            if isinstance(answer, Lost):
                child, answer = None, Failure(answer.reason)
            future.set_result(answer)
        if child:
            child.stop()
