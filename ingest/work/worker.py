"""Articles into the graph: in batches, each of them once, and none lost whatever happens in between."""

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from graph_schema.contribution import Contribution
from graph_schema.removal import remove
from graph_schema.reviewing.applying import reviewed
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.store import Graph
from ingest.given.files import Given
from ingest.work.extraction import Extracted, Extractor, Failure, Job
from ingest.work.intake import Intake, Settled, held_by
from ingest.work.ledger import Ledger, State
from ingest.work.outcomes import Counts, Outcome, Progress
from ingest.work.writing import write_each

BATCH = 20
AHEAD = 2  # batches that may be read while an earlier one is written

Thing = TypeVar("Thing")


async def ingest(
    given: Iterable[Given], extractor: Extractor, graph: Graph, ledger: Ledger, progress: Progress
) -> Counts:
    """Bring articles into the graph; return how many came to which end.

    What an earlier run took in and did not finish comes first. Unchanged articles are passed over, broken
    ones kept among the dead letters. Raises what is wrong with the engine: a later run goes on from here.
    """
    intake = Intake(held_by(graph), ledger, extractor.version)
    run = _Run(extractor, graph, ledger, progress)
    try:
        for resumed in batches(intake.unfinished()):
            await run.read(resumed)
        for batch in batches(given):
            await run.read(await intake.take_in(batch))
        await run.write_all_but(0)
    finally:
        await run.stop()
    return run.counts


async def take_out(article_ids: Sequence[str], graph: Graph, ledger: Ledger) -> int:
    """Take articles out of the graph, with what only they supported; return how many were there."""
    removed = await remove(graph, article_ids)
    with ledger.transaction():
        ledger.forget(article_ids)
    return removed


def batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Yield things in lists of 20, the last perhaps shorter."""
    iterator = iter(things)
    while batch := list(islice(iterator, BATCH)):
        yield batch


class _Run:
    """One run: what is being read, and what has come of the rest."""

    def __init__(self, extractor: Extractor, graph: Graph, ledger: Ledger, progress: Progress) -> None:
        self.extractor, self.graph, self.ledger, self.progress = extractor, graph, ledger, progress
        self.counts = Counts()
        self.reading: deque[tuple[list[Job], asyncio.Future[list[Extracted]]]] = deque()

    async def read(self, items: Sequence[Job | Settled]) -> None:
        """Have articles read, and write those that were given before them."""
        for item in items:
            if isinstance(item, Settled):
                self.tell(item.outcome, item.article, item.reason)
        jobs = [item for item in items if isinstance(item, Job)]
        self.reading.append((jobs, asyncio.gather(*(self.extractor.extract(job) for job in jobs))))
        await self.write_all_but(AHEAD)

    async def write_all_but(self, ahead: int) -> None:
        """Write what has been read, in the order in which it was given, until so many batches are left."""
        while len(self.reading) > ahead:
            jobs, answers = self.reading.popleft()
            await self.write(dict(zip(jobs, await answers, strict=True)))

    async def write(self, answers: Mapping[Job, Extracted]) -> None:
        """Write what could be read, and put down in the ledger what became of each article."""
        found = ReviewLog(self.ledger.folder).latest()
        read = [answer for answer in answers.values() if isinstance(answer, Contribution)]
        contributions = [reviewed(each, found) for each in read]
        failures = await write_each(self.graph, contributions)
        failures |= {job.article.id: a.reason for job, a in answers.items() if isinstance(a, Failure)}
        with self.ledger.transaction():
            for job in answers:
                self.settle(job, failures.get(job.article.id))

    def settle(self, job: Job, failure: str | None) -> None:
        """Put down the end of one article."""
        key, version = job.article.id, self.extractor.version
        if failure is not None:
            self.ledger.bury(key, job.article.given_in, failure, version)
            self.tell(Outcome.DEAD, key, failure)
        elif job.story != key:
            self.ledger.finish(key, State.DUPLICATE, version)
            self.tell(Outcome.DUPLICATE, key)
        else:
            self.ledger.finish(key, State.WRITTEN, version)
            self.tell(Outcome.WRITTEN, key)

    def tell(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Count an article and say so."""
        self.counts.add(outcome)
        self.progress.advance(outcome, article, reason)

    async def stop(self) -> None:
        """Give up what is still being read."""
        pending = [answers for _, answers in self.reading]
        for answers in pending:
            answers.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
