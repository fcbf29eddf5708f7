"""What a run would do with articles, decided as it would be, on a copy of the ledger: nothing is read."""

from collections.abc import Iterable

from ingest.given.files import Given
from ingest.work.extraction import Job
from ingest.work.intake import Held, Intake, Settled
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts, Outcome, Progress
from ingest.work.worker import batches


async def rehearse(
    given: Iterable[Given], held: Held, ledger: Ledger, version: str, progress: Progress
) -> Counts:
    """Return how many articles would come to which end, if all that is read could be read.

    The ledger is written in as a run would: give a copy. `version` is that of the reader.
    """
    intake, counts = Intake(held, ledger, version), Counts()

    def tell(items: Iterable[Job | Settled]) -> None:
        for item in items:
            end = item if isinstance(item, Settled) else _read(item)
            counts.add(end.outcome)
            progress.advance(end.outcome, end.article, end.reason)

    tell(intake.unfinished())
    for batch in batches(given):
        tell(await intake.take_in(batch))
    return counts


def _read(job: Job) -> Settled:
    """Return the end that an article comes to which can be read."""
    key = job.article.id
    return Settled(key, Outcome.WRITTEN if job.story == key else Outcome.DUPLICATE)
