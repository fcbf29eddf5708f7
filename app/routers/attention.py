"""Silences, firsts and rises: who no longer speaks on a topic, who begins to, who suddenly speaks more."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.attention import First, Rise, Silence, firsts, rises, silences
from app.dependencies import Day, GraphOf, Words
from app.exports.attention import FIRSTS, RISES, SILENCES
from app.filters import FilterAsked
from app.formats import LISTED
from app.listing import CutAsked, listed_whole
from graph_schema.filters import StatementFilter
from graph_schema.reads.tallies import tally_over_time
from graph_schema.views import Page

router = APIRouter(tags=["counts"])
TopicAsked = Annotated[Words, Query(description="on what, narrower topics included: id or label")]


@router.get("/silences", response_model=Page[Silence], responses=LISTED)
async def list_silences(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    topic: TopicAsked,
    since: Annotated[
        Day | None, Query(description="silent since this day; else 30 days before the newest statement on it")
    ] = None,
    usual: Annotated[int, Query(ge=1, le=10_000, description="spoke on at least so many days before")] = 3,
) -> Response:
    """List the usual voices on a topic that have not spoken on it since a day, those who said most first.

    Example: `/v1/silences?topic=ukraine-war&since=2030-01-01&usual=1`
    """
    counted = await tally_over_time(graph, StatementFilter(topic=(topic,)), "speakers", "day")
    return await listed_whole(request, cut, SILENCES, silences(counted, since, usual))


@router.get("/firsts", response_model=Page[First], responses=LISTED)
async def list_firsts(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    topic: TopicAsked,
    since: Annotated[Day | None, Query(description="for the first time on this day or later")] = None,
    until: Annotated[Day | None, Query(description="for the first time on this day or earlier")] = None,
) -> Response:
    """List who spoke on a topic for the first time, and when; the latest first.

    Example: `/v1/firsts?topic=ukraine-war`
    """
    counted = await tally_over_time(graph, StatementFilter(topic=(topic,)), "speakers", "day")
    return await listed_whole(request, cut, FIRSTS, firsts(counted, since, until))


@router.get("/rises", response_model=Page[Rise], responses=LISTED)
async def list_rises(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    asked: FilterAsked,
    least: Annotated[int, Query(ge=1, le=100_000, description="statements in that week at least")] = 5,
    factor: Annotated[float, Query(ge=1, le=1000, description="how many times the median at least")] = 3.0,
    weeks: Annotated[int, Query(ge=0, le=520, description="weeks before that week at least")] = 4,
) -> Response:
    """List weeks in which somebody said more than that actor's own weekly median before; the latest first.

    Every row has n, the median and over how many weeks it is taken; weeks begin on Monday. All filters of
    statements can be added.

    Example: `/v1/rises?since=2000-01-01&least=1&weeks=0`
    """
    counted = await tally_over_time(graph, asked, "speakers", "day")
    return await listed_whole(request, cut, RISES, rises(counted, least, factor, weeks))
