"""Worker processes on this machine. A document that kills or hangs its worker costs only itself."""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Awaitable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from typing import Self

from ingest.work.child import Child, Load, Lost
from ingest.work.extraction import Extracted, Failure, Job

SECONDS = 120.0  # for one article: many times what the longest takes
INSIDE = 2  # articles that a worker holds: the next is there when one is done

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
        inside: deque[Waiting] = deque()
        while self._fill(inside, child):
            try:
                child = child or self._begun(inside)
            except Exception as error:  # no worker can start: that is no article's fault
                inside.popleft()[1].set_exception(error)
                continue
            answer = child.take(self._seconds)
            if isinstance(answer, Lost):
                child, answer = None, Failure(answer.reason)
            inside.popleft()[1].set_result(answer)
        if child:
            child.stop()

    def _fill(self, inside: deque[Waiting], child: Child | None) -> bool:
        """Hand a worker what it has room for; wait only where it has nothing. Say whether it has work."""
        with suppress(queue.Empty):
            while len(inside) < INSIDE:
                waiting = self._waiting.get(block=not inside)
                if waiting is None:
                    self._waiting.put(None)  # the end, for the next look
                    break
                if waiting[1].set_running_or_notify_cancel():
                    inside.append(waiting)
                    if child:
                        child.give(waiting[0])
        return bool(inside)

    def _begun(self, inside: deque[Waiting]) -> Child:
        """Start a worker, and hand it what another left."""
        child = Child.start(self._load, self._seconds)
        for job, _ in inside:
            child.give(job)
        return child
