"""What is new among the articles given, kept in the ledger with the story it belongs to, ready to be read."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_schema.errors import UnreadableArticle
from graph_schema.identity import digest
from graph_schema.store import Graph
from ingest.articles import GivenArticle
from ingest.given.files import Given
from ingest.given.raw import Place
from ingest.work.duplicates import story_of
from ingest.work.extraction import Job
from ingest.work.ledger import Entry, Ledger, State
from ingest.work.outcomes import Outcome
from ingest.work.packing import content_hash

Held = Callable[[Sequence[str]], Awaitable[frozenset[str]]]  # of these ids of articles those in the graph


def held_by(graph: Graph) -> Held:
    """Return what asks a graph for the articles that it holds."""

    async def held(ids: Sequence[str]) -> frozenset[str]:
        rows = await graph.read("write/known_articles", ids=list(ids))
        return frozenset(str(row["id"]) for row in rows)

    return held


@dataclass(frozen=True, slots=True)
class Settled:
    """An article that need not be read, and why."""

    article: str
    outcome: Outcome
    reason: str = ""


class Intake:
    """Takes articles into the ledger for one run; `version` is that of the extractor that will read them."""

    def __init__(self, held: Held, ledger: Ledger, version: str) -> None:
        self._held, self._ledger, self._version = held, ledger, version
        self._resumed: set[str] = set()

    def unfinished(self) -> Iterator[Job]:
        """Yield what an earlier run took in and did not bring to an end, in its order."""
        for key in self._ledger.unfinished():
            article, entry = self._ledger.article(key), self._ledger.entry(key)
            if article and entry:
                self._resumed.add(key)
                yield Job(article, entry.story or key)

    async def take_in(self, batch: Sequence[Given]) -> list[Job | Settled]:
        """Take what is new into the ledger, all of the batch or nothing; return what is to do with each."""
        ids = [given.id for given in batch if isinstance(given, GivenArticle)]
        held = await self._held(ids)  # the ledger may outlive the graph, or be another's
        with self._ledger.transaction():
            decided = (self._decided(given, held) for given in batch)
            return [item for item in decided if item]

    def _decided(self, given: Given, held: frozenset[str]) -> Job | Settled | None:
        if isinstance(given, UnreadableArticle):
            place = str(Place(given.file, given.line))
            self._ledger.bury(_input(place), place, given.reason, self._version)
            return Settled(place, Outcome.DEAD, given.reason)
        entry = self._ledger.entry(given.id)
        if entry is None or entry.content != content_hash(given):
            return self._new(given)
        if given.id in self._resumed:
            return None  # counted already
        return self._settled(entry, held) or self._again(given, entry)

    def _new(self, given: GivenArticle) -> Job:
        story, parts = story_of(given, self._ledger)
        self._ledger.take_in(given, story)
        self._ledger.keep_fingerprint(given.id, parts)
        self._ledger.forget([_input(given.given_in)])  # what could not be read here before can be now
        return _job(given, story)

    def _again(self, given: GivenArticle, entry: Entry) -> Job:
        story = entry.story or given.id
        self._ledger.take_in(given, story)
        return _job(given, story)

    def _settled(self, entry: Entry, held: frozenset[str]) -> Settled | None:
        """Return the end that an unchanged article has come to, if there is nothing to do about it."""
        if entry.state is State.TAKEN_IN:  # given twice in this run
            return Settled(entry.id, Outcome.UNCHANGED)
        if entry.extractor != self._version:
            return None
        if entry.state is State.DEAD:
            return Settled(entry.id, Outcome.DEAD, entry.last_error or "")
        return Settled(entry.id, Outcome.UNCHANGED) if entry.id in held else None


def _job(given: GivenArticle, story: str) -> Job:
    return Job(replace(given, page=None), story)  # readers have no use for the page


def _input(place: str) -> str:
    return f"input:{digest(place)}"
