"""Timelines: how many statements in each day, week, month, quarter or year, by what one wants to see."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.buckets import Interval
from app.dependencies import GraphOf
from app.exports.columns import TIMELINE
from app.filters import FilterAsked
from app.formats import LISTED
from app.listing import LONGEST_PAGE, CutAsked, listed_whole
from app.points import By, Point, timeline
from graph_schema.views import Page

router = APIRouter(prefix="/timeline", tags=["counts"])


@router.get("", response_model=Page[Point], responses=LISTED)
async def show_timeline(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    cut: CutAsked,
    interval: Annotated[
        Interval, Query(description="the length of a bucket; weeks begin on Monday")
    ] = Interval.MONTH,
    by: Annotated[By, Query(description="what the series are")] = By.ACT,
    series: Annotated[int, Query(ge=1, le=100, description="how many series at most, the largest")] = 12,
) -> Response:
    """Count statements over time: flat rows of time, series and value, empty buckets filled with 0.

    All filters of statements can be added. Statements whose day is not known are left out. A page has 1000
    rows unless `limit` says otherwise.

    Example: `/v1/timeline?topic=ukraine-war&by=speaker&interval=month`
    """
    rows = await timeline(graph, asked, by, interval, series)
    return await listed_whole(request, cut, TIMELINE, rows, LONGEST_PAGE)
