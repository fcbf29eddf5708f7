"""Positions: where an actor stood on a topic over time, and where that changed."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.dependencies import GraphOf, Words
from app.positions import Change, Stand, changes, stands
from graph_schema.filters import StatementFilter
from graph_schema.reads import get_actor, get_topic, stream_statements
from graph_schema.views import ActorName, TopicName

router = APIRouter(prefix="/positions", tags=["counts"])
MOST = 5000


class Positions(BaseModel):
    """An actor's stands on a topic, the oldest first: `n` of them; `truncated` tells that there are more."""

    actor: ActorName
    topic: TopicName
    n: int
    truncated: bool
    stands: list[Stand]
    changes: list[Change]


@router.get("")
async def show_positions(
    graph: GraphOf,
    actor: Annotated[Words, Query(description="whose: id or name")],
    topic: Annotated[Words, Query(description="on what, narrower topics included: id or label")],
) -> Positions:
    """Show dated stances and wording over time, and each change with the two statements that show it.

    Only statements whose main topic it is are shown: the stance is one on that.

    Example: `/v1/positions?actor=Wang Yi&topic=ukraine-war`
    """
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
