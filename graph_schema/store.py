"""The graph as the service sees it: named queries in, rows out; and how to open one."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar

from graph_schema import migrations
from graph_schema.bolt import Access, BoltGraph
from graph_schema.cypher import Query
from graph_schema.dialect import ARCADEDB, NEO4J, Dialect
from graph_schema.driver import hastened, neo4j
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
    def dialect(self) -> Dialect:
        """How this engine says what engines say differently, and what it is called."""
        ...

    @property
    def memory(self) -> dict[str, object]:
        """What reads keep with this graph, such as its names as of a version of the data."""
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


@asynccontextmanager
async def open_graph(settings: Settings, *, prepared: bool = True) -> AsyncIterator[BoltGraph]:
    """Open Neo4j where NEO4J_URI is set, else the embedded engine in the data folder.

    The graph belongs to the event loop it was opened in. With `prepared`, its first use makes a new graph's
    schema and raises SchemaOutdated for another version's.
    """
    prepare = migrations.prepare if prepared else None
    timeout, memory = settings.query_timeout, settings.engine_memory
    if settings.neo4j_uri:
        user = settings.neo4j_username
        access = Access(settings.neo4j_uri, user, settings.neo4j_database, "NEO4J_PASSWORD")
        async with _driver(access.uri, user, settings.neo4j_password.get_secret_value()) as driver:
            yield BoltGraph(driver, driver, access.database, NEO4J, access, timeout, prepare=prepare)
        return
    # Not at the top: the embedded engine needs a Unix, Neo4j does not.
    from graph_schema.embedded import attached

    async with (
        attached(settings.embedded, timeout=timeout, memory=memory) as address,
        _driver(address.uri, address.writer, address.writer_password_file.read_text()) as writer,
        _driver(address.uri, address.reader, address.reader_password_file.read_text()) as reader,
    ):
        place = f"in {address.reader_password_file}"
        access = Access(address.uri, address.reader, address.database, place)
        yield BoltGraph(
            writer, reader, address.database, ARCADEDB, access, timeout, sql=address.sql, prepare=prepare
        )


def _driver(uri: str, user: str, password: str) -> neo4j.AsyncDriver:
    driver = neo4j.AsyncGraphDatabase.driver(
        uri,
        auth=(user, password),
        notifications_min_severity="OFF",
        connection_timeout=5.0,
        connection_acquisition_timeout=10.0,
        max_transaction_retry_time=5.0,
        user_agent="communique",
    )
    return hastened(driver)
