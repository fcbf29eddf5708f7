"""Statements: pages of them, all of them as a stream, one of them whole."""

from collections.abc import AsyncIterator

from graph_schema.filters import StatementFilter
from graph_schema.store import Graph
from graph_schema.views import Page, StatementDetail, StatementRow


async def find_statements(
    graph: Graph,
    asked: StatementFilter,
    *,
    newest_first: bool = True,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[StatementRow]:
    """Return the statements that match, by day of saying (unknown days last) and id.

    Raises UnknownName, AmbiguousName or InvalidCursor.
    """
    raise NotImplementedError


def stream_statements(
    graph: Graph, asked: StatementFilter, *, newest_first: bool = True
) -> AsyncIterator[StatementRow]:
    """Yield every statement that matches, in the order of `find_statements`, in constant memory."""
    raise NotImplementedError


async def count_statements(graph: Graph, asked: StatementFilter) -> int:
    """Return how many statements match."""
    raise NotImplementedError


async def get_statement(graph: Graph, statement: str) -> StatementDetail:
    """Return the statement of that id; raise NotFound where there is none."""
    raise NotImplementedError
