"""The cast of an article: who it names, where, and all that it says of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph_schema.vocabulary import ActorType
from ingest.annotations import Party, Span
from ingest.linking.phrases import Phrase
from ingest.linking.titles import Title


@dataclass(slots=True, eq=False)
class Figure:
    """One actor of an article.

    `words` are the folded words of all its names, `titles` what it is called with the state or body that the
    title belongs to ("" where the article does not say). A `faint` figure is a capitalised name without any
    sign that it is a person's; a `collective` is several who speak as one (leaders of ASEAN).
    """

    party: Party
    words: set[str] = field(default_factory=set)
    titles: list[tuple[Title, str]] = field(default_factory=list)
    gender: str = ""
    faint: bool = False
    collective: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is a person, as far as the article and the gazetteer say."""
        return self.party.type is ActorType.PERSON

    @property
    def is_surely_person(self) -> bool:
        """Whether it is a person by more than capital letters."""
        return self.is_person and not self.faint

    @property
    def is_state(self) -> bool:
        """Whether it is a state or territory."""
        return self.party.type is ActorType.COUNTRY

    def bears(self, title: Title, code: str = "") -> bool:
        """Whether it may be meant by a title, of a state or body where `code` says so."""
        for own, of in self.titles:
            if title.fits(own) and (not code or code == (of or self.party.country)):
                return True
        return False


@dataclass(slots=True, eq=False)
class Sighting:
    """A phrase of the article and whom it names; None where only a title or a body stands there."""

    phrase: Phrase
    figure: Figure | None
    in_headline: bool = False

    @property
    def start(self) -> int:
        """Where the phrase begins."""
        return self.phrase.start


@dataclass(frozen=True, slots=True)
class Encounter:
    """Figures that met or spoke to each other, as told at an offset of the body (0 for the headline)."""

    at: int
    parties: tuple[Figure, ...]


@dataclass(slots=True)
class Cast:
    """All figures and sightings of an article.

    `home` is the code of the state whose office publishes it, "" for a paper; `scene` that of the state it
    plays in: whose ministers need no state beside their titles.

    `herald` is the spokesperson to whom a press release is to be attributed, `issuer` the body in whose name
    a statement, communique or press release speaks.
    """

    home: str = ""
    scene: str = ""
    herald: Figure | None = None
    issuer: Figure | None = None
    figures: list[Figure] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    headline: list[Sighting] = field(default_factory=list)
    body: list[Sighting] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Index the sightings once all are in."""
        self._starts = [sighting.start for sighting in self.body]

    def within(self, span: Span, in_headline: bool = False) -> list[Sighting]:
        """Return the sightings that begin in a span or reach into it, in order."""
        if in_headline:
            return [s for s in self.headline if s.start < span.end and span.start < s.phrase.end]
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first and self.body[first - 1].phrase.end > span.start + 1:
            first -= 1
        return self.body[first:last]

    def before(self, at: int) -> Iterator[Sighting]:
        """Yield the sightings before an offset of the body, the nearest first; then the headline's."""
        yield from reversed(self.body[: bisect_right(self._starts, at - 1)])
        yield from self.headline

    def persons(self) -> Iterable[Figure]:
        """Return the persons in the order in which the article brings them up."""
        return (figure for figure in self.figures if figure.is_surely_person)
