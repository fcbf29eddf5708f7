"""What was handed in, into the graph: in small batches, so that others get their turn at the ledger."""

from dataclasses import dataclass, field, replace

from graph_schema.errors import UnreadableArticle
from graph_schema.store import Graph
from ingest.given.files import Given
from ingest.given.raw import Place
from ingest.given.rows import row_article
from ingest.web.fetching import Fetcher
from ingest.web.visiting import page_at
from ingest.work.extraction import Extractor
from ingest.work.ledger import Entry, Ledger, State
from ingest.work.outcomes import Outcome, Progress
from ingest.work.submissions import Inbox, Stage, Submission
from ingest.work.worker import ingest

BATCH = 10
ATTEMPTS = 3  # times that a submission may end the process that takes it in
ENDS = {State.WRITTEN: Stage.WRITTEN, State.DUPLICATE: Stage.DUPLICATE, State.DEAD: Stage.DEAD}


@dataclass
class Told:
    """Remembers what became of which article while the ledger is held, and passes it on."""

    progress: Progress
    ends: dict[str, tuple[Outcome, str]] = field(default_factory=dict)

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Take note of one article."""
        self.ends[article] = (outcome, reason)
        self.progress.advance(outcome, article, reason)


async def take(
    inbox: Inbox, extractor: Extractor, graph: Graph, ledger: Ledger, fetcher: Fetcher, progress: Progress
) -> None:
    """Bring what waits into the graph, a batch of it, and what an earlier run took in and did not finish.

    Raises what is wrong with the engine; what was not written by then waits on.
    """
    told, begun = Told(progress), _begin(inbox, ledger, fetcher)
    try:
        await ingest([given for _, given in begun.values()], extractor, graph, ledger, told)
    finally:
        for key, (submission, given) in begun.items():
            _end(inbox, submission, given, told.ends.get(key))


def _begin(inbox: Inbox, ledger: Ledger, fetcher: Fetcher) -> dict[str, tuple[Submission, Given]]:
    """Begin the first that wait; return each with its article, by the key by which its end is told.

    Each article once: given twice, it is read twice, one after the other.
    """
    begun: dict[str, tuple[Submission, Given]] = {}
    for submission in inbox.waiting(BATCH):
        if _is_over(submission, inbox, ledger):
            continue
        inbox.begin(submission.id)
        given = _article(submission, fetcher)
        key = _key(given)
        if key in begun:
            inbox.put_back([submission.id])
            continue
        if not isinstance(given, UnreadableArticle):
            inbox.name(submission.id, key)
        begun[key] = submission, given
    return begun


def _is_over(submission: Submission, inbox: Inbox, ledger: Ledger) -> bool:
    """Put down the end of what need not be begun: a killed run brought it to one, or it ends every run."""
    if entry := _ended(submission, ledger):
        inbox.finish(submission.id, ENDS[entry.state], entry.id, entry.last_error)
        return True
    if submission.attempts >= ATTEMPTS:
        inbox.finish(submission.id, Stage.DEAD, reason=f"it ended its worker {ATTEMPTS} times")
        return True
    return False


def _article(submission: Submission, fetcher: Fetcher) -> Given:
    """Return the article of what was handed in, fetched where only its address was."""
    row, place = submission.given or {}, Place(submission.place)
    if row.get("text") or row.get("html"):
        try:
            return row_article(dict(row), place).identified()
        except UnreadableArticle as error:
            return error
    url = str(row.get("url"))
    found = page_at(url, fetcher)
    if isinstance(found, UnreadableArticle):
        return place.broken(f"{url}: {found.reason}")
    return replace(found, given_in=str(place))


def _ended(submission: Submission, ledger: Ledger) -> Entry | None:
    """Return the end that the article of a submission came to in a run that was killed before it said so."""
    if submission.state is not Stage.READING or submission.article is None:
        return None
    entry, begun = ledger.entry(submission.article), submission.changed_at.replace(microsecond=0)
    return entry if entry and entry.state in ENDS and entry.changed_at >= begun else None


def _key(given: Given) -> str:
    return str(Place(given.file, given.line)) if isinstance(given, UnreadableArticle) else given.id


def _end(inbox: Inbox, submission: Submission, given: Given, end: tuple[Outcome, str] | None) -> None:
    """Put down what became of a submission that was begun; what came to no end waits on."""
    if end is None:
        inbox.put_back([submission.id])
        return
    outcome, reason = end
    known = None if isinstance(given, UnreadableArticle) else given.id
    inbox.finish(submission.id, Stage(outcome), known, reason or None)
