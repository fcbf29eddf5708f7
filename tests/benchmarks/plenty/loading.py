"""Plenty into a graph, by the project's own writes.

    python -m tests.benchmarks.plenty.loading [STATEMENTS]

Loads into the graph that the settings name (COMMUNIQUE_DATA or NEO4J_URI), unless it holds them already.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from itertools import islice

from graph_schema.contribution import Contribution
from graph_schema.reads import get_meta
from graph_schema.settings import Settings
from graph_schema.store import Graph, open_graph
from graph_schema.writes import write
from tests.benchmarks.plenty.cast import Cast
from tests.benchmarks.plenty.stories import stories

STATEMENTS, SEED = 200_000, 1
TOGETHER = 250  # articles a transaction


def contributions(statements: int = STATEMENTS, seed: int = SEED) -> Iterator[Contribution]:
    """Yield the articles that bring exactly that many statements."""
    for story in stories(Cast.of(seed), statements, seed):
        for telling in story.tellings:
            yield telling.contribution()


async def load(graph: Graph, statements: int = STATEMENTS, seed: int = SEED) -> float:
    """Write that many statements into a graph; return the seconds it took, 0 where they are there."""
    if (await get_meta(graph)).counts["statements"] == statements:
        return 0.0
    start, written, source = time.perf_counter(), 0, contributions(statements, seed)
    while some := list(islice(source, TOGETHER)):
        await write(graph, some, batch=TOGETHER)
        before, written = written, written + sum(len(each.statements) for each in some)
        if before // 10_000 < written // 10_000:
            print(f"{written} in {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return time.perf_counter() - start


async def main() -> None:
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    async with open_graph(Settings()) as graph:
        seconds = await load(graph, statements)
        meta = await get_meta(graph)
    print(json.dumps({"engine": meta.engine, "seconds": round(seconds, 1), **meta.counts}))


if __name__ == "__main__":
    asyncio.run(main())
