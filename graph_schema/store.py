"""The graph as the service sees it: named queries in, rows out; and how to open one."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeVar

from graph_schema.cypher import Query
from graph_schema.settings import Settings

Result = TypeVar("Result")
Rows = list[dict[str, Any]]


class Transaction(Protocol):
    """A managed transaction: all of its queries happen, or none."""

    async def run(self, query: str | Query, **parameters: Any) -> Rows:
        """Run a query, by name or composed, and return its rows."""
        ...


class Graph(Protocol):
    """A graph engine. Queries go by name (see `cypher.py`); their parameters are checked.

    Every method raises EngineUnavailable where no engine answers (the next call tries again) and
    EngineTimeout where a query ran too long.
    """

    @property
    def engine(self) -> str:
        """Name and version of the engine."""
        ...

    async def read(self, query: str | Query, **parameters: Any) -> Rows:
        """Return all rows of a query that changes nothing."""
        ...

    def rows(self, query: str | Query, **parameters: Any) -> AsyncIterator[dict[str, Any]]:
        """Yield the rows of a query that changes nothing, as they come."""
        ...

    async def write(self, work: Callable[[Transaction], Awaitable[Result]]) -> Result:
        """Run the work in one transaction; it may be run again, so it must have no other effects."""
        ...


def open_graph(settings: Settings) -> AbstractAsyncContextManager[Graph]:
    """Open Neo4j where NEO4J_URI is set, else the embedded engine in the data folder.

    The graph belongs to the event loop it was opened in.
    """
    raise NotImplementedError
