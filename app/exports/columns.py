"""The flat tables of the lists: which columns each has, and where a row keeps what fills them.

Several names in one cell are separated by "; ", and so are the ids beside them, in the same order.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from app.exports.table import Column, Table, Type
from app.points import Point
from graph_schema.occasions import EventRow
from graph_schema.tallies import Interlocutor, SpeakerStances, TopicCount
from graph_schema.tombstones import RemovedRow
from graph_schema.views import ActorRow, ArticleRow, StatementRow, TopicRow

SEPARATOR = "; "


def joined(words: Iterable[str | None]) -> str:
    """Return words as one cell."""
    return SEPARATOR.join(word or "" for word in words)


def own(name: str, type_: Type = Type.TEXT) -> Column[Any]:
    """Return the column of what a row has under the same name."""
    return Column(name, type_, attrgetter(name))


def each(name: str, many: str, part: str) -> Column[Any]:
    """Return the column of one part of each of several things that a row has."""
    return Column(name, Type.TEXT, lambda row: joined(getattr(one, part) for one in getattr(row, many)))


def inner(name: str, outer: str, part: str) -> Column[Any]:
    """Return the column of one part of a thing that a row may have."""
    return Column(name, Type.TEXT, lambda row: getattr(getattr(row, outer), part, None))


def first(name: str, type_: Type = Type.TEXT) -> Column[StatementRow]:
    """Return the column of something about the first article that carries a statement."""
    return Column(name, type_, lambda row: getattr(row.appearances[0], name) if row.appearances else None)


def spans(row: StatementRow) -> str:
    """Return where a statement stands in its first article, as "start:end"."""
    return joined(f"{start}:{end}" for place in row.appearances[:1] for start, end in place.spans)


STATEMENTS: Table[StatementRow] = Table(
    "statements",
    (
        own("id"),
        own("said_on", Type.DATE),
        own("said_on_precision"),
        each("speakers", "speakers", "name"),
        each("speaker_ids", "speakers", "id"),
        each("countries", "speakers", "country"),
        each("positions", "speakers", "position"),
        own("claim"),
        own("cue"),
        own("kind"),
        own("act"),
        own("stance", Type.INTEGER),
        own("negated", Type.BOOLEAN),
        each("topics", "topics", "label"),
        each("topic_ids", "topics", "id"),
        each("voice", "voice", "name"),
        each("voice_ids", "voice", "id"),
        each("addressees", "addressees", "name"),
        each("addressee_ids", "addressees", "id"),
        each("on_behalf_of", "on_behalf_of", "name"),
        own("attribution"),
        own("joint", Type.BOOLEAN),
        own("confidence", Type.NUMBER),
        own("reviewed"),
        own("reviewed_by"),
        inner("event", "event", "id"),
        inner("event_kind", "event", "kind"),
        first("article"),
        first("headline"),
        first("publisher"),
        first("published_at", Type.TIME),
        first("url"),
        first("in_headline", Type.BOOLEAN),
        Column("spans", Type.TEXT, spans),
        first("exact"),
        first("via"),
        own("article_count", Type.INTEGER),
    ),
)

REMOVED: Table[RemovedRow] = Table("removed", (own("id"), own("removed_at", Type.TIME)))

ACTORS: Table[ActorRow] = Table(
    "actors", (own("id"), own("name"), own("type"), own("country"), own("statements", Type.INTEGER))
)

TOPICS: Table[TopicRow] = Table(
    "topics",
    (
        own("id"),
        own("label"),
        Column("broader", Type.TEXT, lambda row: joined(row.broader)),
        own("statements", Type.INTEGER),
        own("statements_with_narrower", Type.INTEGER),
    ),
)

ARTICLES: Table[ArticleRow] = Table(
    "articles",
    (
        own("id"),
        own("headline"),
        own("publisher"),
        own("published_at", Type.TIME),
        own("published_precision"),
        own("url"),
        own("language"),
        own("statements", Type.INTEGER),
    ),
)

EVENTS: Table[EventRow] = Table(
    "events",
    (
        own("id"),
        own("kind"),
        own("starts_on", Type.DATE),
        own("name"),
        own("place"),
        each("participants", "participants", "name"),
        each("participant_ids", "participants", "id"),
        own("statements", Type.INTEGER),
        own("articles", Type.INTEGER),
    ),
)

STANCES = (own("statements", Type.INTEGER), own("in_favour", Type.INTEGER), own("against", Type.INTEGER))
SPEAKERS: Table[SpeakerStances] = Table(
    "speakers", (own("id"), own("name"), own("type"), own("country"), *STANCES)
)
TOPIC_COUNTS: Table[TopicCount] = Table("topics", (own("id"), own("label"), *STANCES))
INTERLOCUTORS: Table[Interlocutor] = Table(
    "interlocutors",
    (
        own("id"),
        own("name"),
        own("type"),
        own("country"),
        own("addressed", Type.INTEGER),
        own("addressed_by", Type.INTEGER),
        own("jointly", Type.INTEGER),
        own("met", Type.INTEGER),
    ),
)
TIMELINE: Table[Point] = Table(
    "timeline", (own("time", Type.TIME), own("series"), own("value", Type.INTEGER), own("id"))
)
