"""Workers on a Dask cluster, each with a reader of its own: what ends that one costs only itself."""

import asyncio
import pickle
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from distributed import Client, KilledWorker

from graph_schema.errors import WorkerFailed
from ingest.work.child import Child, Load, Lost
from ingest.work.extraction import Extracted, Failure, Job
from ingest.work.pool import SECONDS


class Cluster:
    """Reads articles on the workers of a cluster."""

    def __init__(self, client: Client, load: Load, version: str, seconds: float) -> None:
        self.version = version
        self._client, self._load, self._seconds = client, pickle.dumps(load), seconds

    @classmethod
    @contextmanager
    def open(cls, address: str, load: Load, version: str, seconds: float = SECONDS) -> Iterator[Self]:
        """Join the cluster whose scheduler is at an address (tcp://...); raises WorkerFailed."""
        try:
            client = Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
        except OSError as error:
            raise WorkerFailed(f"no Dask scheduler answers at {address}") from error
        with client:
            yield cls(client, load, version, seconds)

    async def extract(self, job: Job) -> Extracted:
        """Have an article read by whichever worker is free."""
        future = self._client.submit(read_there, self._load, job, self._seconds, pure=False)
        try:
            answer: Extracted = await asyncio.to_thread(future.result)
        except KilledWorker:
            return Failure("one worker of the cluster after the other was lost while reading")
        return answer


def read_there(load: bytes, job: Job, seconds: float) -> Extracted:
    """Read an article in a process beside the cluster's worker: no other work is lost with it."""
    child: Child | None = getattr(_beside, "child", None)
    child = child or Child.start(pickle.loads(load), seconds)
    answer = child.ask(job, seconds)
    if isinstance(answer, Lost):
        _beside.child = None
        return Failure(answer.reason)
    _beside.child = child
    return answer


_beside = threading.local()
