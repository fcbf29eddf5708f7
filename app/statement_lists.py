"""Lists of statements: their order, and how they are sent, wherever they are asked for."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import Field

from app.exports.columns import STATEMENTS
from app.formats import Format
from app.listing import Cut, listed
from graph_schema.errors import InvalidCursor
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements
from graph_schema.reads.asking import in_utc
from graph_schema.reads.removed import find_removed
from graph_schema.store import Graph
from graph_schema.tombstones import RemovedRow
from graph_schema.views import Page, StatementRow


class Order(StrEnum):
    """Which end of the list comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


OrderAsked = Annotated[
    Order, Query(description="by day of saying: newest first (unknown days last), or just the reverse")
]


class StatementPage(Page[StatementRow]):
    """Statements that match; with `updated_since`, the last pages also tell what is gone since then."""

    removed: tuple[RemovedRow, ...] = Field(
        description="with `updated_since`: statements that no article carries any more, whatever the other "
        "filters are; drop them from your copy, and pass over those it does not have"
    )


async def listed_statements(
    request: Request, graph: Graph, asked: StatementFilter, cut: Cut, order: Order
) -> Response:
    """Return the statements that match in the format asked for; files have no place for what is gone."""
    find = partial(find_statements, graph, asked, newest_first=order is Order.NEWEST)

    async def paged(cursor: str | None, limit: int) -> Page[StatementRow]:
        return await changed(graph, asked, cursor, limit, order)

    fetch = paged if cut.format is Format.JSON else lambda cursor, limit: find(cursor=cursor, limit=limit)
    return await listed(request, cut, STATEMENTS, fetch)


async def changed(
    graph: Graph, asked: StatementFilter, cursor: str | None, limit: int, order: Order
) -> StatementPage:
    """Return a page of the statements that match, then of those that are gone."""
    since = in_utc(asked.updated_since) if asked.updated_since else None
    if since is not None and cursor is not None:
        try:
            gone = await find_removed(graph, since, cursor=cursor, limit=limit)
        except InvalidCursor:  # it is one of the statements still, or else is refused below
            pass
        else:
            return StatementPage(data=(), next_cursor=gone.next_cursor, removed=gone.data)
    page = await find_statements(graph, asked, newest_first=order is Order.NEWEST, cursor=cursor, limit=limit)
    if since is None or page.next_cursor is not None:
        return StatementPage(data=page.data, next_cursor=page.next_cursor, removed=())
    gone = await find_removed(graph, since, limit=limit)
    return StatementPage(data=page.data, next_cursor=gone.next_cursor, removed=gone.data)
