"""Lists of statements: their order, and how they are sent, wherever they are asked for."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import Query, Request, Response

from app.exports.columns import STATEMENTS
from app.listing import Cut, listed
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements
from graph_schema.store import Graph


class Order(StrEnum):
    """Which end of the list comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


OrderAsked = Annotated[
    Order, Query(description="by day of saying: newest first (unknown days last), or just the reverse")
]


async def listed_statements(
    request: Request, graph: Graph, asked: StatementFilter, cut: Cut, order: Order
) -> Response:
    """Return the statements that match in the format asked for."""
    find = partial(find_statements, graph, asked, newest_first=order is Order.NEWEST)
    return await listed(request, cut, STATEMENTS, lambda cursor, limit: find(cursor=cursor, limit=limit))
