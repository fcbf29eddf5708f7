"""What the tools answer: short enough for an agent to read, and citable down to the characters."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import BaseModel

from app.comparison import Side
from app.points import Point
from app.readouts import EventVersions
from graph_schema.occasions import EventRow
from graph_schema.views import (
    ActorName,
    ActorRow,
    EventName,
    Place,
    Speaker,
    StatementRow,
    TopicName,
    TopicRow,
    View,
)
from graph_schema.vocabulary import Act, Kind

MOST_PLACES = 3


class Quote(View):
    """A statement to cite: `written_in` has at most three of the `article_count` articles that carry it."""

    id: str
    said_on: date | None
    speakers: tuple[Speaker, ...]
    claim: str
    kind: Kind
    act: Act
    stance: int
    negated: bool
    addressees: tuple[ActorName, ...]
    topics: tuple[TopicName, ...]
    event: EventName | None
    article_count: int
    written_in: tuple[Place, ...]


class Quotes(View):
    """Statements found: `total` match; `next_cursor` asks for those after these; null at the end."""

    total: int
    statements: tuple[Quote, ...]
    next_cursor: str | None


class Names(View):
    """Actors and topics found by part of a name; `truncated` tells that there are more."""

    actors: tuple[ActorRow, ...]
    topics: tuple[TopicRow, ...]
    truncated: bool


class Counts(View):
    """Counts over time; buckets without any are left out, and `truncated` tells that the oldest are, too."""

    counts: tuple[Point, ...]
    truncated: bool


class Compared(View):
    """One of the actors compared, on the statements that match."""

    id: str
    name: str
    statements: int
    acts: dict[Act, int]
    stances: dict[int, int]
    own_topics: tuple[str, ...]
    latest: tuple[Quote, ...]


class Comparison(View):
    """Actors side by side; `shared_topics` are those that all of them speak on."""

    sides: tuple[Compared, ...]
    shared_topics: tuple[str, ...]


class Claimed(View):
    """One claim of an event: the articles that report it, and their statements (ids and words) to cite."""

    reported_by: tuple[str, ...]
    in_all: bool
    similarity: float | None
    statements: tuple[Quote, ...]


class Events(View):
    """Events found, the latest first; `claims` only where one `event` was asked for."""

    events: tuple[EventRow, ...]
    next_cursor: str | None = None
    claims: tuple[Claimed, ...] = ()
    truncated: bool = False


def quote(row: StatementRow) -> Quote:
    """Return a statement as an agent sees it."""
    places = tuple(Place(**part(place, Place)) for place in row.appearances[:MOST_PLACES])
    kept = {name: value for name, value in part(row, Quote).items() if name != "written_in"}
    return Quote(**kept, written_in=places)


def quotes(rows: Iterable[StatementRow]) -> tuple[Quote, ...]:
    """Return statements as an agent sees them."""
    return tuple(quote(row) for row in rows)


def side(given: Side, most: int) -> Compared:
    """Return one side of a comparison with at most so many topics."""
    cut = {"latest": quotes(given.latest), "own_topics": given.own_topics[:most]}
    return Compared(**part(given, Compared) | cut)


def claims(found: EventVersions, most: int) -> Events:
    """Return an event with at most so many of its claims."""
    event = EventRow(**part(found.event, EventRow))
    kept = tuple(
        Claimed(
            reported_by=each.reported_by,
            in_all=each.in_all,
            similarity=each.similarity,
            statements=quotes(each.statements),
        )
        for each in found.claims[:most]
    )
    return Events(events=(event,), claims=kept, truncated=len(found.claims) > most)


def part(whole: BaseModel, shape: type[View]) -> dict[str, Any]:
    """Return those fields of a view that another shape has too."""
    return {name: getattr(whole, name) for name in shape.model_fields if hasattr(whole, name)}
