"""Positions: where an actor stood on a topic over time, and where that changed."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import GraphOf, Words
from app.positions import Positions, traced

router = APIRouter(prefix="/positions", tags=["counts"])


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
    return await traced(graph, actor, topic)
