"""Statements: who said what about which topic, to whom, when, and where it is written."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf, Key
from app.exports.columns import STATEMENTS
from app.filters import FilterAsked
from app.listing import CutAsked, listed
from graph_schema.reads import find_statements, get_statement
from graph_schema.views import Page, StatementDetail, StatementRow

router = APIRouter(prefix="/statements", tags=["statements"])


class Order(StrEnum):
    """Which day of saying comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


@router.get("", response_model=Page[StatementRow])
async def list_statements(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    cut: CutAsked,
    order: Annotated[Order, Query(description="by day of saying; unknown days come last")] = Order.NEWEST,
) -> Response:
    """List statements, newest first: all filters can be combined.

    Give a filter several times to let any of its values do. Each row has the spans of its words in the
    articles that carry it.

    Example: `/v1/statements?speaker=Wang Yi&topic=ukraine-war`
    """
    find = partial(find_statements, graph, asked, newest_first=order is Order.NEWEST)
    return await listed(request, cut, STATEMENTS, lambda cursor, limit: find(cursor=cursor, limit=limit))


@router.get("/{id}")
async def get_one_statement(graph: GraphOf, id: Key) -> StatementDetail:  # noqa: A002
    """Show everything that is known about one statement.

    Speakers with the office held on that day and the words that name them, topics with the reasons for them,
    the occasion, and each article that carries it, with spans, prefix and suffix.
    """
    return await get_statement(graph, id)
