"""Positions: where an actor stood on a topic over time, and where that changed."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import Code, GraphOf, Words
from app.positions import Positions, traced

router = APIRouter(prefix="/positions", tags=["counts"])


@router.get("")
async def show_positions(
    graph: GraphOf,
    topic: Annotated[Words, Query(description="on what, narrower topics included: id or label")],
    actor: Annotated[Words | None, Query(description="whose: id or name")] = None,
    country: Annotated[Code | None, Query(description="or of which country's speakers: ISO 3166")] = None,
) -> Positions:
    """Show dated stances and wording over time, and each change with the two statements that show it.

    Give either actor or country. Only statements whose main topic it is are shown: the stance is one on that.

    Example: `/v1/positions?actor=Wang Yi&topic=ukraine-war`
    """
    return await traced(graph, actor, topic, country)
