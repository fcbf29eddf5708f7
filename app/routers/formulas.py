"""Formulas: what a speaker says again and again in the same words, when first, when last, when again."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf
from app.exports.attention import FORMULAS
from app.filters import FilterAsked
from app.formats import LISTED
from app.formulas import Formula, formulas_of
from app.listing import CutAsked, listed_whole
from app.refusals import Fault, InvalidParameters
from graph_schema.views import Page

router = APIRouter(prefix="/formulas", tags=["counts"])


@router.get("", response_model=Page[Formula], responses=LISTED)
async def list_formulas(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    cut: CutAsked,
    least: Annotated[int, Query(ge=1, le=1000, description="in how many statements at least")] = 3,
) -> Response:
    """List words that one speaker or country says again and again, those of most statements first.

    Give `speaker` or `country`; all filters of statements can be added. Each formula is said on at least
    `least` days and in as many articles, and comes with its first and last use and every return after more
    than 90 days. The newest 5000 statements are looked at.

    Example: `/v1/formulas?country=CN&least=1`
    """
    if not (asked.speaker or asked.country):
        raise InvalidParameters([Fault("speaker", "say whose formulas: give speaker or country")])
    return await listed_whole(request, cut, FORMULAS, await formulas_of(graph, asked, least))
