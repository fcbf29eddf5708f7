"""Comparison: up to eight actors side by side."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.comparison import Comparison, compared
from app.dependencies import LONGEST, GraphOf
from app.filters import SpeakerlessFilterAsked

router = APIRouter(prefix="/compare", tags=["counts"])
TWO_TO_EIGHT = r"^ *[^, ][^,]*(, *[^, ][^,]*){1,7}$"


@router.get("")
async def compare_actors(
    graph: GraphOf,
    asked: SpeakerlessFilterAsked,
    actors: Annotated[
        str,
        Query(
            pattern=TWO_TO_EIGHT,
            max_length=LONGEST,
            description="two to eight ids or names, separated by commas",
        ),
    ],
    latest: Annotated[int, Query(ge=0, le=50, description="how many of each one's latest statements")] = 3,
) -> Comparison:
    """Compare actors side by side, on a topic or any other filter: counts, latest statements, topics.

    Example: `/v1/compare?actors=Wang Yi,Sergei Lavrov&topic=ukraine-war`
    """
    return await compared(graph, [name.strip() for name in actors.split(",")], asked, latest)
