"""What the worker costs beside reading: `python -m tests.benchmarks.worker_costs [--count 600] [--pairs 3]`.

Overhead: CPU of taking articles in, in one process, over that of `extract` on the same ones, part by part in
turns. Throughput: articles a second with two workers over one, pair by pair. Prints JSON.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

from graph_schema.settings import Settings  # noqa: E402 - after the thread limits
from graph_schema.store import open_graph  # noqa: E402
from ingest.articles import GivenArticle  # noqa: E402
from ingest.given.files import articles_in  # noqa: E402
from ingest.pipeline import Reader  # noqa: E402
from ingest.printing import printed  # noqa: E402
from ingest.work.extraction import InProcess  # noqa: E402
from ingest.work.ledger import Ledger  # noqa: E402
from ingest.work.worker import ingest  # noqa: E402
from tests.benchmarks.newswire import newswire  # noqa: E402
from tests.benchmarks.one_run import EVERY, Watched  # noqa: E402
from tests.benchmarks.runs import whole  # noqa: E402

PART = 60
SAMPLES = Path("ingest/samples/articles.jsonl")


async def overhead(folder: Path, given: Sequence[GivenArticle]) -> float:
    """Return the CPU of taking articles in over that of `extract`, less one."""
    settings = Settings(data=folder, neo4j_uri=None, engine_memory="512m")
    reader = Reader.load(settings)
    alone = InProcess(reader, reader.version, lambda: datetime.now(UTC))
    spent = [0.0, 0.0]
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        async with open_graph(settings) as graph:
            for start in range(0, len(given), PART):
                part = given[start : start + PART]
                begin = time.process_time()
                for article in part:
                    json.dumps(printed(reader.read(article)))
                middle = time.process_time()
                await ingest(part, alone, graph, ledger, Silent())
                if start:  # the first part warms both up
                    spent[0] += middle - begin
                    spent[1] += time.process_time() - middle
    return round(spent[1] / spent[0] - 1, 3)


class Silent(Watched):
    """Says nothing."""

    def advance(self, outcome: object, article: str, reason: str = "") -> None: ...


def rate(folder: Path, file: Path, workers: int) -> float:
    """Return articles a second, without the loading of the reader."""
    moments: list[float] = whole(folder, file, "--workers", str(workers))["moments"]
    return EVERY * (len(moments) - 1) / (moments[-1] - moments[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--pairs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        file = newswire(given.count, deadly=False).write(folder / "made.jsonl")
        made = [item for item in articles_in([str(file)]) if isinstance(item, GivenArticle)]
        samples = [item for item in articles_in([str(SAMPLES)]) if isinstance(item, GivenArticle)]
        shown = {
            "overhead_short": asyncio.run(overhead(folder / "short", made)),
            "overhead_samples": asyncio.run(overhead(folder / "samples", samples)),
        }
        pairs = [[rate(folder / f"{pair}-{n}", file, n) for n in (1, 2)] for pair in range(given.pairs)]
    ratios = [two / one for one, two in pairs]
    print(json.dumps({**shown, "pairs": pairs, "two_to_one": median(ratios) if ratios else None}))


if __name__ == "__main__":
    main()
