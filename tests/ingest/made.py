"""Articles made from templates of ours, by the thousand: reports, wire copies, near misses, broken ones.

`reading` finds in them what the templates put there, by one pattern: the way of articles into the graph is
tested without the time that real reading takes.
"""

import os
import random
import re
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import spacy

from graph_schema.contribution import Contribution
from graph_schema.errors import UnreadableArticle
from graph_schema.vocabulary import ActorType, EventKind, Precision
from ingest.annotations import Attribution, Occasion, Party, Span
from ingest.articles import GivenArticle
from ingest.gazetteer.corrections import Corrections
from ingest.gazetteer.loading import Gazetteer, assemble
from ingest.gazetteer.tables import TABLES, Rows
from ingest.given.files import Given
from ingest.harvest.contribution import harvest
from ingest.reading import Reading
from ingest.work.extraction import Extracted, Failure, Job

VERSION = "made 1"
DAY = datetime(2023, 8, 7, tzinfo=UTC)

PEOPLE = [
    f"{first} {last}"
    for first in ("Ana", "Bo", "Cai", "Dora", "Emil")
    for last in ("Ruiz", "Holm", "Wen", "Kovac", "Osei")
]
PLACES = ["Geneva", "Nairobi", "Doha", "Vienna", "Lima", "Hanoi", "Oslo", "Astana"]
THINGS = [
    "grain shipments",
    "the ceasefire",
    "visa rules",
    "fishing rights",
    "the pipeline",
    "debt relief",
    "prisoners",
    "air links",
]
VERBS = [
    "depends on",
    "must not wait for",
    "goes hand in hand with",
    "has to come before",
    "will follow from",
    "cannot replace",
]
CUES = ["said", "stressed", "added", "noted", "told reporters", "recalled"]
OPENINGS = [
    "Ministers met in {place} on Monday for talks that lasted {n} hours behind closed doors.",
    "After {n} rounds of talks in {place} the delegations faced the press late on Monday.",
    "The meeting in {place}, the {n}th of its kind, ended without a common text on Monday.",
]
SAID = re.compile(rf"(?P<speaker>[A-Z]\w+ [A-Z]\w+) (?P<cue>{'|'.join(CUES)}) that (?P<claim>[^.]+)\.")
CRASH, HANG, RAISE = "crashes its reader", "hangs its reader", "breaks its reader"


@dataclass(frozen=True, slots=True)
class Made:
    """Articles in their order; `copies` gives each wire copy's original."""

    given: tuple[Given, ...]
    copies: dict[str, str]


def made(count: int, seed: int = 7, copies: float = 0.08, broken: float = 0.01, deadly: int = 0) -> Made:
    """Return so many inputs, the same for the same seed; `deadly` of them crash or hang their reader."""
    chance = random.Random(seed)
    given: list[Given] = []
    originals: dict[str, str] = {}
    for number in range(count):
        key = f"made-{number:05}"
        sources = [a for a in given[-200:] if isinstance(a, GivenArticle) and a.id not in originals]
        if number in range(50, 50 + deadly):
            ending = (CRASH, HANG)[number % 2]
            given.append(article(chance, key, f"This one {ending}."))
        elif chance.random() < broken:
            given.append(_broken(chance, number, key))
        elif sources and chance.random() < copies:
            source = chance.choice(sources)
            given.append(copy_of(chance, source, key))
            originals[key] = source.id
        else:
            given.append(article(chance, key))
    return Made(tuple(given), originals)


def article(chance: random.Random, key: str, more: str = "") -> GivenArticle:
    """Return a report with three to eight statements of three people."""
    people = chance.sample(PEOPLE, 3)
    paragraphs = [chance.choice(OPENINGS).format(place=chance.choice(PLACES), n=chance.randint(3, 90))]
    paragraphs += [_sentence(chance, chance.choice(people)) for _ in range(chance.randint(3, 8))]
    return GivenArticle(
        text="\n\n".join([*paragraphs, *([more] if more else [])]),
        headline=f"{people[0]}: {chance.choice(THINGS)} first",
        id=key,
        publisher=f"Paper {chance.randint(1, 9)}",
        published_at=DAY + timedelta(days=chance.randint(0, 5)),
        published_precision=Precision.DAY,
    )


def copy_of(chance: random.Random, source: GivenArticle, key: str) -> GivenArticle:
    """Return the report as another paper prints it: other headline, dateline, perhaps a paragraph less."""
    paragraphs = source.text.split("\n\n")
    if len(paragraphs) > 6 and chance.random() < 0.5:
        del paragraphs[chance.randint(1, len(paragraphs) - 1)]
    text = f"{chance.choice(PLACES).upper()}, Aug. 8 (Example) -- " + "\n\n".join(paragraphs)
    return replace(source, id=key, text=text, headline=f"In other words {key}", publisher="Other Paper")


def _sentence(chance: random.Random, speaker: str) -> str:
    one, other, third = chance.sample(THINGS, 3)
    tail = f"before the end of {chance.choice(PLACES)} round {chance.randint(2, 60)}"
    return f"{speaker} {chance.choice(CUES)} that {one} {chance.choice(VERBS)} {other} and {third} {tail}."


def _broken(chance: random.Random, number: int, key: str) -> Given:
    if chance.random() < 0.5:
        return UnreadableArticle("not whole JSON", file="made.jsonl", line=number + 1)
    return article(chance, key, f"This one {RAISE}.")


def gazetteer(corrections: Corrections | None = None) -> Gazetteer:
    """Return a small gazetteer with half of the people."""
    people: Rows = {f"Q{n}": {"id": f"Q{n}", "name": name} for n, name in enumerate(PEOPLE) if n % 2}
    topics: Rows = {"talks": {"id": "talks", "label": "Talks"}}
    tables: dict[str, Rows] = {table: {} for table in TABLES}
    return assemble({**tables, "people": people, "topics": topics}, corrections)


def load(seconds: float = 0.0) -> "Reads":
    """Return what reads made articles; for worker processes. Each takes so many seconds more."""
    return Reads(seconds)


class Reads:
    """Reads made articles, by one pattern."""

    version = VERSION

    def __init__(self, seconds: float = 0.0) -> None:
        self.nlp, self.gazetteer, self.seconds = spacy.blank("en"), gazetteer(), seconds
        self.asked: list[str] = []

    def __call__(self, job: Job) -> Extracted:
        """Read one, here and now; what breaks is a failure, what crashes or hangs does so."""
        self.asked.append(job.article.id)
        if CRASH in job.article.text:
            os.abort()
        if HANG in job.article.text:
            time.sleep(3600)
        if RAISE in job.article.text:
            return Failure("ValueError: it is broken")
        _work(self.seconds)
        return self.contribution(job)

    async def extract(self, job: Job) -> Extracted:
        """Read one in this process."""
        return self(job)

    def contribution(self, job: Job) -> Contribution:
        text = job.article.text
        said = list(SAID.finditer(text))
        parties = {name: self.party(name) for name in dict.fromkeys(match["speaker"] for match in said)}
        reading = Reading(
            job.article, self.nlp.make_doc(text), self.nlp.make_doc(job.article.headline), self.gazetteer
        )
        reading.attributions = [self.attribution(match, parties[match["speaker"]]) for match in said]
        reading.occasion = Occasion(EventKind.MEETING, list(parties.values()), DAY.date())
        return harvest(reading, VERSION, datetime.now(UTC), job.story)

    def attribution(self, match: re.Match[str], speaker: Party) -> Attribution:
        return Attribution(
            [Span(*match.span("claim"))], cue=Span(*match.span("cue")), source=Span(*match.span("speaker")),
            speakers=[speaker], topics=["talks"], said_on=DAY.date(), said_on_precision=Precision.DAY,
        )  # fmt: skip

    def party(self, name: str) -> Party:
        known = self.gazetteer.lookup(name)
        return Party(name, ActorType.PERSON, id=known[0].id if known else None, as_written=name)


def _work(seconds: float) -> None:
    """Keep the processor busy, as reading does."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(1000))
