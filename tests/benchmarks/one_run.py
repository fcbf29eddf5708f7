"""One run of the worker in a process of its own, so that it can be measured, and killed.

    python -m tests.benchmarks.one_run DATA FILE [--workers N] [--dask ADDRESS]

Takes FILE into the graph under DATA as `communique ingest` does, with one thing added: a reader that a deadly
report ends or holds up. Prints a line for each article, then one JSON object: counts, seconds, CPU, memory.
"""

import argparse
import asyncio
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.given.files import articles_in
from ingest.work.extraction import Extractor, version_of
from ingest.work.extractors import extractor
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome
from ingest.work.pool import Pool
from ingest.work.worker import ingest
from tests.benchmarks.deadly import load
from tests.benchmarks.memory import of_largest_worker, resident

HANGING = 30.0  # seconds after which a report that hangs its reader is given up
EVERY = 100  # articles between two looks at the memory


@dataclass(slots=True)
class Watched:
    """Says a line for each article, and remembers how much memory there was in use."""

    ends: int = 0
    driver: list[int] = field(default_factory=list)  # MiB, after so many articles each
    workers: list[int] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)  # seconds, at each of these looks

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        self.ends += 1
        print(outcome, article, flush=True)
        if self.ends % EVERY == 0:
            self.moments.append(round(time.monotonic(), 3))
            self.driver.append(resident(os.getpid()))
            self.workers.append(of_largest_worker(os.getpid()))


@contextmanager
def reading(settings: Settings, workers: int, dask: str | None) -> Iterator[Extractor]:
    """Yield who reads: this process for one worker, a pool of others, or a cluster."""
    if dask:
        from ingest.work.cluster import Cluster

        with Cluster.open(dask, partial(load, settings), version_of(settings), HANGING) as cluster:
            yield cluster
    elif workers > 1:
        with Pool.open(workers, partial(load, settings), version_of(settings), HANGING) as pool:
            yield pool
    else:
        with extractor(settings) as alone:
            yield alone


async def run(data: Path, file: Path, workers: int, dask: str | None = None) -> dict[str, Any]:
    """Take a file in; return what it took."""
    settings, watched = Settings(data=data, neo4j_uri=None, engine_memory="512m"), Watched()
    with Ledger.open(data / "ledger.sqlite") as ledger, reading(settings, workers, dask) as reads:
        async with open_graph(settings) as graph:
            loading, start = time.process_time(), time.monotonic()
            counts = await ingest(articles_in([str(file)]), reads, graph, ledger, watched)
            end = time.monotonic()
    return {
        "counts": asdict(counts),
        "seconds": round(end - start, 2),
        "moments": watched.moments,
        "driver_cpu": round(time.process_time() - loading, 2),
        "driver_mib": watched.driver,
        "workers_mib": watched.workers,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--dask")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(run(given.data, given.file, given.workers, given.dask))))


if __name__ == "__main__":
    main()
