"""What the stages write on an article while it is read: every mark, named once.

In text we speak of *cue*, *source* and *content* (PARC, PolNeAR); speakers, claims and topics are what the
graph makes of them. All spans are [start, end) character offsets into the text as it was given, or into the
headline where `in_headline`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from graph_schema.vocabulary import Act, ActorType, AttributionKind, EventKind, Kind, Precision


class Span(NamedTuple):
    """A stretch of text: [start, end) in characters."""

    start: int
    end: int


@dataclass(slots=True)
class Party:
    """An actor as the article lets us know it.

    `id` is the gazetteer's (a Wikidata Q-number where known) or one minted from name and country; None means
    that nobody could be named: the words stay in `as_written`, those it may be in `candidates`.
    """

    name: str
    type: ActorType
    id: str | None = None
    country: str | None = None
    position: str | None = None
    as_written: str = ""
    reason: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Scores:
    """What the tagger's heads say of one attribution; probabilities that sum to 1, topics each on its own."""

    act: dict[Act, float] = field(default_factory=dict)
    stance: dict[int, float] = field(default_factory=dict)
    topics: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Attribution:
    """One act of saying. The tagger finds the spans; later stages fill in the rest."""

    contents: list[Span]
    cue: Span | None = None
    source: Span | None = None
    in_headline: bool = False
    attribution: AttributionKind = AttributionKind.EXPLICIT
    confidence: float = 1.0
    scores: Scores = field(default_factory=Scores)
    kind: Kind = Kind.INDIRECT
    act: Act = Act.COMMENT
    stance: int = 0
    negated: bool = False
    joint: bool = False
    speakers: list[Party] = field(default_factory=list)
    voice: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    via: Party | None = None
    topics: list[str] = field(default_factory=list)
    topic_reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    said_on: date | None = None
    said_on_precision: Precision | None = None


@dataclass(slots=True)
class Occasion:
    """The event an article reports: call, meeting, press conference ..."""

    kind: EventKind
    participants: list[Party] = field(default_factory=list)
    starts_on: date | None = None
    place: str | None = None
