"""What reads return, as pure data: constant keys, so that a table of any answer has constant columns."""

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from graph_schema.vocabulary import Act, ActorType, AttributionKind, EventKind, Kind, Precision, Reviewed

Row = TypeVar("Row")


class View(BaseModel):
    """Parent of all views: immutable, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(View, Generic[Row]):
    """Some rows of a longer list; `next_cursor` asks for those after it and is None on the last page."""

    data: tuple[Row, ...]
    next_cursor: str | None


class ActorName(View):
    """An actor by name."""

    id: str
    name: str
    type: ActorType


class Speaker(ActorName):
    """An actor who says something: `position` is the office held on that day, else the article's words."""

    country: str | None
    position: str | None


class TopicName(View):
    """A topic by label."""

    id: str
    label: str


class EventName(View):
    """The occasion of a statement."""

    id: str
    kind: EventKind
    starts_on: date | None


class Place(View):
    """Where a statement is written: `exact` stands at `spans`, [start, end) in the text (or the headline)."""

    article: str
    headline: str
    publisher: str | None
    published_at: datetime | None
    url: str | None
    in_headline: bool
    spans: tuple[tuple[int, int], ...]
    exact: str


class Appearance(Place):
    """A statement in one article, with the words around it, so that it is found again in a changed text."""

    prefix: str
    suffix: str
    via: str | None


class StatementRow(View):
    """A statement as lists show it; `reviewed` tells what a person did with it, None if nobody did."""

    id: str
    claim: str
    cue: str | None
    kind: Kind
    act: Act
    stance: int
    negated: bool
    said_on: date | None
    said_on_precision: Precision | None
    attribution: AttributionKind
    joint: bool
    confidence: float
    reviewed: Reviewed | None = None
    reviewed_by: str | None = None
    speakers: tuple[Speaker, ...]
    voice: tuple[ActorName, ...]
    addressees: tuple[ActorName, ...]
    on_behalf_of: tuple[ActorName, ...]
    topics: tuple[TopicName, ...]
    event: EventName | None
    appearances: tuple[Appearance, ...]
    article_count: int


class Wording(View):
    """How the article names a speaker, and why the name was taken for whom it was."""

    actor: str
    as_written: str
    position_as_written: str | None
    reason: str
    candidates: tuple[str, ...]


class TopicReason(View):
    """Why a statement is filed under a topic; rank 1 is its main one."""

    topic: str
    rank: int
    reasons: tuple[str, ...]


class EventSummary(EventName):
    """An event with who took part."""

    name: str
    place: str | None
    participants: tuple[ActorName, ...]


class StatementDetail(StatementRow):
    """Everything known about one statement."""

    name: str
    mentions: tuple[ActorName, ...]
    wordings: tuple[Wording, ...]
    topic_reasons: tuple[TopicReason, ...]
    occasion: EventSummary | None
    extracted_by: str
    extracted_at: datetime | None
    reviewed_at: datetime | None = None


class ActorRow(ActorName):
    """An actor in lists: `statements` counts those spoken by the actor, alone or jointly."""

    country: str | None
    statements: int


class Tenure(View):
    """A position over time: `since` and `until` are ISO dates as precise as known, empty when open."""

    id: str
    name: str
    since: str
    until: str
    within: tuple[ActorName, ...]


class ActorProfile(ActorRow):
    """An actor with positions over time, counts, and the first and last day of speaking."""

    aliases: tuple[str, ...]
    positions: tuple[Tenure, ...]
    acts: dict[Act, int]
    stances: dict[int, int]
    voiced: int
    addressed: int
    first_said_on: date | None
    last_said_on: date | None


class TopicRow(TopicName):
    """A topic in the tree: `statements` counts its own, `statements_with_narrower` those below it too."""

    broader: tuple[str, ...]
    statements: int
    statements_with_narrower: int


class SpeakerCount(ActorName):
    """Who speaks on a topic, and how often."""

    country: str | None
    statements: int


class TopicProfile(TopicRow):
    """A topic with what it is also called and who speaks most on it, narrower topics included."""

    aliases: tuple[str, ...]
    exact_match: tuple[str, ...]
    narrower: tuple[TopicName, ...]
    speakers: tuple[SpeakerCount, ...]
    first_said_on: date | None
    last_said_on: date | None


class ArticleRow(View):
    """An article in lists."""

    id: str
    headline: str
    publisher: str | None
    published_at: datetime | None
    published_precision: Precision | None
    url: str | None
    language: str
    statements: int


class Passage(View):
    """Where a statement stands in its article."""

    statement: str
    claim: str
    act: Act
    stance: int
    speakers: tuple[ActorName, ...]
    in_headline: bool
    spans: tuple[tuple[int, int], ...]
    reviewed: Reviewed | None = None
    reviewed_by: str | None = None


class ArticleDetail(ArticleRow):
    """An article with its text, its statements' places in reading order, and the events it reports."""

    text: str
    retrieved_at: datetime | None
    passages: tuple[Passage, ...]
    events: tuple[EventName, ...]


class Meta(View):
    """What the graph holds and how fresh it is; `data_version` changes with every write."""

    engine: str
    schema_version: int
    data_version: int
    counts: dict[str, int]
    first_said_on: date | None
    last_said_on: date | None
    last_published_at: datetime | None
