"""Statements: pages of them, all of them as a stream, one of them whole."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

from graph_schema import cursors
from graph_schema.errors import NotFound
from graph_schema.filters import StatementFilter
from graph_schema.reads.asking import filters, parameters
from graph_schema.reads.building import statement_detail, statement_rows
from graph_schema.selection import is_walk, select
from graph_schema.store import Graph
from graph_schema.views import Page, StatementDetail, StatementRow

STREAMED = 500  # statements a query


async def find_statements(
    graph: Graph,
    asked: StatementFilter,
    *,
    newest_first: bool = True,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[StatementRow]:
    """Return the statements that match, newest first (unknown days last) and then by id, or just the reverse.

    Raises UnknownName, AmbiguousName or InvalidCursor.
    """
    order = "newest" if newest_first else "oldest"
    edge = str(cursors.decode(order, cursor, str)[0]) if cursor is not None else None
    asking = await parameters(graph, asked)
    if asking is None:
        return Page[StatementRow](data=(), next_cursor=None)
    rows, last = await _page(graph, asking, order, edge, limit)
    return Page[StatementRow](data=rows, next_cursor=cursors.encode(order, [last]) if last else None)


async def stream_statements(
    graph: Graph, asked: StatementFilter, *, newest_first: bool = True
) -> AsyncIterator[StatementRow]:
    """Yield every statement that matches, in the order of `find_statements`, in constant memory."""
    asking = await parameters(graph, asked)
    edge: str | None = None
    while asking is not None:
        rows, edge = await _page(graph, asking, "newest" if newest_first else "oldest", edge, STREAMED)
        for row in rows:
            yield row
        if edge is None:
            return


async def count_statements(graph: Graph, asked: StatementFilter) -> int:
    """Return how many statements match."""
    asking = await parameters(graph, asked)
    if asking is None:
        return 0
    rows = await graph.read(select(filters(asking), "statements/count"), **asking)
    return int(rows[0]["statements"])


async def get_statement(graph: Graph, statement: str) -> StatementDetail:
    """Return the statement of that id; raise NotFound where there is none."""
    rows, whole = await asyncio.gather(
        graph.read("statements/rows", ids=[statement]), graph.read("statements/whole", id=statement)
    )
    if not rows or not whole:
        raise NotFound(f"there is no statement {statement!r}")
    return statement_detail(rows[0], whole[0])


async def _page(
    graph: Graph, asking: dict[str, Any], order: str, edge: str | None, limit: int
) -> tuple[tuple[StatementRow, ...], str | None]:
    """Return the rows beyond the place `edge`, and the place of the last of them where more follow."""
    if edge is not None and order == "newest":
        asking = asking | {"after": max(edge, asking["after"])}
    elif edge is not None:
        asking = asking | {"before": min(edge, asking["before"])}
    if order == "newest" and graph.dialect.sorts_all and is_walk(filters(asking)):
        asking = await _within_reach(graph, asking, limit + 1)
    found = await graph.read(select(filters(asking), f"statements/{order}"), **asking, limit=limit + 1)
    rows = await _rows(graph, [row["id"] for row in found[:limit]])
    return rows, found[limit - 1]["place"] if len(found) > limit else None


async def _within_reach(graph: Graph, asking: dict[str, Any], limit: int) -> dict[str, Any]:
    """Return the parameters with a nearer end, before which there are so many statements if there are at all.

    In whichever order the engine walks: so many are found at places up to the last of any so many.
    """
    (row,) = await graph.read(select(filters(asking), "statements/reach"), **asking, limit=limit)
    return asking | {"before": f"{row['reach']} "} if row["reach"] else asking


async def _rows(graph: Graph, ids: Sequence[str]) -> tuple[StatementRow, ...]:
    found = statement_rows(await graph.read("statements/rows", ids=list(ids))) if ids else {}
    return tuple(found[key] for key in ids if key in found)
