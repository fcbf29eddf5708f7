"""Discourse Network Analyzer's event list: one row a speaker, its main topic as concept, stance as agreement.

Columns and the form of the time are those that its own export writes (version 3.1). It rewrites separators
and quotation marks inside texts; here they are quoted instead, and nothing is lost.
"""

from dataclasses import dataclass

from app.exports.columns import joined
from app.exports.table import Cell, Column, Pages, Table, Type
from graph_schema.views import Appearance, Speaker, StatementRow
from graph_schema.vocabulary import ActorType

CODER = "Communiqué"


@dataclass(frozen=True, slots=True)
class Coded:
    """One speaker of a statement, and the first article that carries it."""

    statement: StatementRow
    speaker: Speaker | None
    place: Appearance | None


async def coded(pages: Pages[StatementRow]) -> Pages[Coded]:
    """Yield statements a speaker at a time."""
    async for page in pages:
        yield [
            Coded(row, speaker, row.appearances[0] if row.appearances else None)
            for row in page
            for speaker in (row.speakers or (None,))
        ]


def moment(row: Coded) -> str:
    """Return when it was said, or else published."""
    if row.statement.said_on:
        return f"{row.statement.said_on:%Y-%m-%d} 00:00:00"
    published = row.place and row.place.published_at
    return f"{published:%Y-%m-%d %H:%M:%S}" if published else ""


def person(row: Coded) -> str:
    """Return the speaker where it is a person."""
    return row.speaker.name if row.speaker and row.speaker.type is ActorType.PERSON else ""


def organization(row: Coded) -> str:
    """Return for whom a person speaks, or the body or country that speaks itself."""
    if row.speaker and row.speaker.type is not ActorType.PERSON:
        return row.speaker.name
    body = joined(each.name for each in row.statement.on_behalf_of)
    return body or (row.speaker.country or "" if row.speaker else "")


def concept(row: Coded) -> str:
    """Return the main topic."""
    return row.statement.topics[0].label if row.statement.topics else ""


def edge(row: Coded, last: bool) -> Cell:
    """Return the first or the last character of a statement in its article."""
    spans = row.place.spans if row.place else ()
    return (spans[-1][1] if last else spans[0][0]) if spans else None


def of_article(name: str, part: str) -> Column[Coded]:
    """Return the column of something about the article, empty where it is not known."""
    return Column(name, Type.TEXT, lambda row: getattr(row.place, part, None) or "")


EVENTS: Table[Coded] = Table(
    "dna",
    (
        Column("statement_id", Type.TEXT, lambda row: row.statement.id),
        Column("time", Type.TEXT, moment),
        Column("person", Type.TEXT, person),
        Column("organization", Type.TEXT, organization),
        Column("concept", Type.TEXT, concept),
        Column("agreement", Type.INTEGER, lambda row: row.statement.stance),
        Column("start_position", Type.INTEGER, lambda row: edge(row, last=False)),
        Column("stop_position", Type.INTEGER, lambda row: edge(row, last=True)),
        of_article("text", "exact"),
        Column("coder", Type.TEXT, lambda row: row.statement.reviewed_by or CODER),
        of_article("document_id", "article"),
        of_article("document_title", "headline"),
        Column("document_author", Type.TEXT, lambda _: ""),
        of_article("document_source", "publisher"),
        Column("document_section", Type.TEXT, lambda _: ""),
        Column("document_type", Type.TEXT, lambda _: ""),
    ),
)
