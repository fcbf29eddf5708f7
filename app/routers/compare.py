"""Comparison: up to eight actors side by side."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.comparison import Comparison, compared
from app.dependencies import GraphOf, Words
from app.filters import FilterAsked
from app.refusals import Fault, InvalidParameters

router = APIRouter(prefix="/compare", tags=["counts"])
FEWEST, MOST = 2, 8


@router.get("")
async def compare_actors(
    graph: GraphOf,
    asked: FilterAsked,
    actors: Annotated[Words, Query(description="two to eight ids or names, separated by commas")],
    latest: Annotated[int, Query(ge=0, le=50, description="how many of each one's latest statements")] = 3,
) -> Comparison:
    """Compare actors side by side, on a topic or any other filter: counts, latest statements, topics.

    Example: `/v1/compare?actors=Wang Yi,Sergei Lavrov&topic=ukraine-war`
    """
    names = [name.strip() for name in actors.split(",") if name.strip()]
    if not FEWEST <= len(names) <= MOST:
        raise InvalidParameters([Fault("actors", f"give {FEWEST} to {MOST}, separated by commas")])
    if asked.speaker:
        raise InvalidParameters([Fault("speaker", "`actors` says it already")])
    return await compared(graph, names, asked, latest)
