"""Workers on a Dask cluster. Each loads its reader once; one that dies costs only what kills it again."""

import asyncio
import faulthandler
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Self

from distributed import Client, KilledWorker

from graph_schema.errors import WorkerFailed
from ingest.child import Load, Read
from ingest.extraction import Extracted, Failure, Job
from ingest.pool import SECONDS


class Cluster:
    """Reads articles on the workers of a cluster; what kills one worker after the other is a failure."""

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
            return Failure("reading ended one worker process after the other, or took too long in each")
        return answer


def read_there(load: bytes, job: Job, seconds: float) -> Extracted:
    """Read an article in a worker, which ends itself where that takes longer than allowed."""
    read = _loaded(load)
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return read(job)
        finally:
            faulthandler.cancel_dump_traceback_later()


@cache
def _loaded(load: bytes) -> Read:
    found: Load = pickle.loads(load)
    return found()
