"""A run to be killed: `python -m tests.ingest.killed LEDGER COUNT SETTINGS` takes made articles in."""

import asyncio
import sys
from pathlib import Path

from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts, Outcome
from ingest.work.worker import ingest
from tests.ingest.made import Reads, made


class Spoken:
    """Says a line for each article, so that the killer knows when to strike."""

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        print(outcome, article, flush=True)


async def run(ledger_file: Path, count: int, settings: Settings) -> Counts:
    async with open_graph(settings) as graph:
        with Ledger.open(ledger_file) as ledger:
            return await ingest(made(count).given, Reads(), graph, ledger, Spoken())


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), int(sys.argv[2]), Settings.model_validate_json(sys.argv[3])))
