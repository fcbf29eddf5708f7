"""One article of the made-up world, and what it adds to the graph."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from graph_schema.contribution import Contribution
from graph_schema.identity import digest, text_hash
from graph_schema.nodes import Actor, Article, Event, Statement, Topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    Broader,
    Holds,
    MadeAt,
    Mentions,
    OnBehalfOf,
    ReportedIn,
    Reports,
    SpokenBy,
    TookPartIn,
    Voices,
    Within,
)
from graph_schema.selectors import select
from graph_schema.vocabulary import Act, AttributionKind, Kind, Precision
from tests.benchmarks.plenty.cast import AREAS, Person

ACTS = tuple(Act)
READ_AT = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said."""

    speaker: Person
    claim: str
    topics: tuple[Topic, ...]
    stance: int
    act: int
    addressee: Person | None
    body: Actor | None


@dataclass(frozen=True)
class Telling:
    """An article as it is made up; `copy_of` is the key of the article whose statements a copy carries."""

    key: str
    publisher: str
    published_at: datetime
    day: date
    parties: tuple[Person, Person]
    event: Event | None
    sayings: tuple[Saying, ...]
    copy_of: str = ""

    def copied(self, key: str, publisher: str) -> "Telling":
        """Return a wire copy: the same words elsewhere."""
        return replace(self, key=key, publisher=publisher, copy_of=self.key)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the ids of its statements."""
        story = self.copy_of or self.key
        return tuple(f"statement:{digest('plenty', story, str(n))}" for n in range(len(self.sayings)))

    @property
    def pairs(self) -> Iterable[tuple[str, Saying]]:
        """Return each statement's id with what is said."""
        return zip(self.keys, self.sayings, strict=True)

    @property
    def article(self) -> Article:
        """Return the article."""
        one, two = (person.actor.name for person in self.parties)
        headline = f"{one} and {two} on {self.sayings[0].topics[0].label.lower()}"
        text = "\n\n".join(f"{each.speaker.actor.name} said {each.claim}." for each in self.sayings)
        return Article(
            id=f"article:{self.key}",
            name=f"{self.publisher}: {headline}",
            url=f"https://wire.example/{self.key}",
            headline=headline,
            publisher=self.publisher,
            published_at=self.published_at,
            published_precision=Precision.MINUTE,
            retrieved_at=READ_AT,
            text=text,
            text_hash=text_hash(text),
        )

    def contribution(self) -> Contribution:
        """Return all that the article supports."""
        article, event = self.article, self.event
        people = {person.actor.id: person for person in self.parties}
        topics = {topic.id: topic for each in self.sayings for topic in each.topics}
        broad = {key: f"topic:{key.removeprefix('topic:').split('-')[0]}" for key in topics if "-" in key}
        areas = {f"topic:{area}": Topic(id=f"topic:{area}", label=area.title()) for area in AREAS}
        return Contribution(
            article=article,
            statements=tuple(self.statement(key, each) for key, each in self.pairs),
            actors=tuple(
                {
                    **{key: person.actor for key, person in people.items()},
                    **{person.country.id: person.country for person in people.values()},
                    **{each.body.id: each.body for each in self.sayings if each.body},
                }.values()
            ),
            positions=tuple({person.position.id: person.position for person in people.values()}.values()),
            topics=tuple((topics | {key: areas[key] for key in broad.values()}).values()),
            events=(event,) if event else (),
            reports=(Reports(start=article.id, end=event.id),) if event else (),
            took_part_in=tuple(TookPartIn(start=key, end=event.id) for key in people) if event else (),
            made_at=tuple(MadeAt(start=key, end=event.id) for key in self.keys) if event else (),
            holds=tuple(
                Holds(start=key, end=person.position.id, since=person.since) for key, person in people.items()
            ),
            within=tuple(
                Within(start=person.position.id, end=person.country.id) for person in people.values()
            ),
            broader=tuple(Broader(start=key, end=above) for key, above in broad.items()),
            reported_in=self.places(article),
            **self.said(),
        )

    def said(self) -> dict[str, tuple[Any, ...]]:
        """Return what joins the statements to actors and topics."""
        return {
            "spoken_by": tuple(
                SpokenBy(start=key, end=each.speaker.actor.id, as_written=each.speaker.actor.name)
                for key, each in self.pairs
            ),
            "voices": tuple(Voices(start=key, end=each.speaker.country.id) for key, each in self.pairs),
            "on_behalf_of": tuple(
                OnBehalfOf(start=key, end=each.body.id) for key, each in self.pairs if each.body
            ),
            "addressed_to": tuple(
                AddressedTo(start=key, end=each.addressee.actor.id, as_written=each.addressee.actor.name)
                for key, each in self.pairs
                if each.addressee
            ),
            "mentions": tuple(
                Mentions(start=key, end=each.speaker.country.id, as_written=each.speaker.country.name)
                for key, each in self.pairs
            ),
            "about": tuple(
                About(start=key, end=topic.id, rank=rank, said_on=self.day, reasons=("words",))
                for key, each in self.pairs
                for rank, topic in enumerate(each.topics, start=1)
            ),
        }

    def places(self, article: Article) -> tuple[ReportedIn, ...]:
        """Return where its statements stand."""
        found, start = [], 0
        for key, each in self.pairs:
            start = article.text.index(each.claim, start)
            end = start + len(each.claim)
            place = select(article.text, [(start, end)])
            found.append(
                ReportedIn(
                    start=key, end=article.id, starts=(start,), ends=(end,),
                    exact=place.exact, prefix=place.prefix, suffix=place.suffix,
                )
            )  # fmt: skip
        return tuple(found)

    def statement(self, key: str, each: Saying) -> Statement:
        """Return the node of what is said."""
        return Statement(
            id=key,
            name=f"{each.speaker.actor.name}, {self.day:%d %b %Y}: {each.claim[:40]} ...",
            claim=each.claim,
            kind=Kind.INDIRECT,
            act=ACTS[each.act],
            stance=each.stance,
            cue="said",
            said_on=self.day,
            said_on_precision=Precision.DAY,
            attribution=AttributionKind.EXPLICIT,
            confidence=0.9,
            extracted_by="plenty 1",
            extracted_at=READ_AT,
        )
