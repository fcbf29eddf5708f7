"""News: the statements that were read from their articles after some moment."""

from dataclasses import dataclass
from datetime import datetime

from graph_schema.filters import StatementFilter
from graph_schema.reads.asking import filters, parameters
from graph_schema.reads.building import statement_rows
from graph_schema.selection import select
from graph_schema.store import Graph
from graph_schema.views import StatementRow


@dataclass(frozen=True, slots=True)
class News:
    """A statement, and when it was read."""

    statement: StatementRow
    read_at: datetime


async def find_news(graph: Graph, asked: StatementFilter, *, after: datetime, limit: int) -> tuple[News, ...]:
    """Return the statements that match and were read after a moment, in the order of reading."""
    asking = await parameters(graph, asked)
    if asking is None:
        return ()
    found = await graph.read(select(filters(asking), "statements/news"), **asking, moment=after, limit=limit)
    read_at = {row["id"]: row["read_at"] for row in found}
    statements = statement_rows(await graph.read("statements/rows", ids=list(read_at))) if read_at else {}
    return tuple(News(statements[key], moment) for key, moment in read_at.items() if key in statements)
