"""The relationships of the graph, as pure data: `start` and `end` are node ids."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Relationship(BaseModel):
    """Parent of all relationships: immutable, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: str
    end: str


class SpokenBy(Relationship):
    """(Statement)-[:SPOKEN_BY]->(Actor): several when joint; the article's words stay."""

    as_written: str = ""
    position_as_written: str | None = None
    reason: str = ""
    candidates: tuple[str, ...] = ()


class Voices(Relationship):
    """(Statement)-[:VOICES]->(Country or Organization): the holder of the position inside the claim."""


class OnBehalfOf(Relationship):
    """(Statement)-[:ON_BEHALF_OF]->(Country or Organization): whom the speaker speaks for."""


class AddressedTo(Relationship):
    """(Statement)-[:ADDRESSED_TO]->(Actor)."""

    as_written: str = ""


class Mentions(Relationship):
    """(Statement)-[:MENTIONS]->(Actor): named inside the claim."""

    as_written: str = ""


class About(Relationship):
    """(Statement)-[:ABOUT]->(Topic): rank 1 is the main topic; `said_on` repeats the statement's day."""

    rank: int
    said_on: date | None = None
    reasons: tuple[str, ...] = ()


class ReportedIn(Relationship):
    """(Statement)-[:REPORTED_IN]->(Article): where exactly (Web Annotation selectors).

    `starts[i]:ends[i]` are character offsets into the article's text (its headline where `in_headline`);
    `exact` is what stands there, the ranges joined by a space.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    exact: str
    prefix: str = ""
    suffix: str = ""
    in_headline: bool = False
    via: str | None = None


class MadeAt(Relationship):
    """(Statement)-[:MADE_AT]->(Event)."""


class Reports(Relationship):
    """(Article)-[:REPORTS]->(Event): keeps an event alive as long as an article tells of it."""


class TookPartIn(Relationship):
    """(Actor)-[:TOOK_PART_IN]->(Event)."""


class Holds(Relationship):
    """(Person)-[:HOLDS]->(Position): dates as ISO strings of the precision known, empty when open."""

    since: str = ""
    until: str = ""


class Within(Relationship):
    """(Position)-[:WITHIN]->(Organization or Country)."""


class Broader(Relationship):
    """(Topic)-[:BROADER]->(Topic)."""
