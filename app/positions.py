"""Where an actor stood on a topic, day by day, and where that changed.

A stance is one on a statement's main topic. A change lies between two statements with opposite stances, one
in favour and one against; statements without a position between them change nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from graph_schema.filters import StatementFilter
from graph_schema.reads import get_actor, get_topic, stream_statements
from graph_schema.store import Graph
from graph_schema.views import ActorName, StatementRow, TopicName
from graph_schema.vocabulary import Act

MOST = 5000


class Stand(BaseModel):
    """One dated statement on the topic, with its wording and where it is written."""

    model_config = ConfigDict(frozen=True)

    statement: str
    said_on: date | None
    stance: int
    act: Act
    claim: str
    article: str | None
    url: str | None


class Change(BaseModel):
    """A stance that turned, with the two statements that show it."""

    model_config = ConfigDict(frozen=True)

    before: Stand
    after: Stand


class Positions(BaseModel):
    """An actor's stands on a topic, the oldest first: `n` of them; `truncated` tells that there are more."""

    actor: ActorName
    topic: TopicName
    n: int
    truncated: bool
    stands: list[Stand]
    changes: list[Change]


async def traced(graph: Graph, actor: str, topic: str) -> Positions:
    """Return where an actor stood on a topic, both by id or name; raises UnknownName or AmbiguousName."""
    who, what = await get_actor(graph, actor), await get_topic(graph, topic)
    asked = StatementFilter(speaker=(who.id,), topic=(what.id,))
    rows = []
    async for row in stream_statements(graph, asked, newest_first=False):
        rows.append(row)
        if len(rows) > MOST:
            break
    found = stands(rows[:MOST], {what.id, *(narrower.id for narrower in what.narrower)})
    return Positions(
        actor=ActorName(id=who.id, name=who.name, type=who.type),
        topic=TopicName(id=what.id, label=what.label),
        n=len(found),
        truncated=len(rows) > MOST,
        stands=found,
        changes=changes(found),
    )


def stands(rows: Iterable[StatementRow], topics: set[str]) -> list[Stand]:
    """Return the stands that statements take whose main topic is among these, in their order."""
    return [stand(row) for row in rows if row.topics and row.topics[0].id in topics]


def stand(row: StatementRow) -> Stand:
    """Return one statement as a stand."""
    place = row.appearances[0] if row.appearances else None
    return Stand(
        statement=row.id,
        said_on=row.said_on,
        stance=row.stance,
        act=row.act,
        claim=row.claim,
        article=place.article if place else None,
        url=place.url if place else None,
    )


def changes(given: Sequence[Stand]) -> list[Change]:
    """Return where stances turn, over time; a stand without a day shows no change."""
    taken = [each for each in given if each.stance and each.said_on]
    return [
        Change(before=before, after=after)
        for before, after in pairwise(taken)
        if before.stance != after.stance
    ]
