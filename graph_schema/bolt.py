"""The graph over Bolt: the official driver, its errors by our names."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from graph_schema.cypher import Query, load
from graph_schema.dialect import Dialect
from graph_schema.driver import exceptions, neo4j
from graph_schema.errors import EngineTimeout, EngineUnavailable, SettingsError

Result = TypeVar("Result")
Rows = list[dict[str, Any]]
RACES = 8  # attempts of a transaction that lost a MERGE race
PAUSES = (0.0, 0.05, 0.2, 0.8)  # seconds before a read is tried again: first for a connection that went stale


@dataclass(frozen=True, slots=True)
class BoltTransaction:
    """A managed transaction of the driver."""

    inner: neo4j.AsyncManagedTransaction

    async def run(self, query: str | Query, **parameters: Any) -> Rows:
        """Run a query and return its rows."""
        result = await self.inner.run(_text(query, parameters), parameters)
        return [row_of(record) async for record in result]


@dataclass(frozen=True, slots=True)
class Access:
    """How people reach the graph with a client such as Neo4j Browser; `password` says where that stands."""

    uri: str
    username: str
    database: str | None
    password: str


@dataclass(slots=True)
class BoltGraph:
    """A Neo4j, or an engine that speaks like one; reads go through `reader`, which may have fewer rights."""

    writer: neo4j.AsyncDriver
    reader: neo4j.AsyncDriver
    database: str | None
    dialect: Dialect
    access: Access
    timeout: float
    sql: Callable[[str], None] | None = None
    prepare: Callable[["BoltGraph"], Awaitable[object]] | None = None
    memory: dict[str, object] = field(default_factory=dict)
    _preparing: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def read(self, query: str | Query, **parameters: Any) -> Rows:
        """Return all rows of a query that changes nothing.

        Without a transaction of its own, which would cost two more ways to the engine and back.
        """
        await self._prepared()
        asked = neo4j.Query(_text(query, parameters), timeout=self.timeout)
        with named_errors():
            for pause in PAUSES:
                try:
                    return await self._read(asked, parameters)
                except (exceptions.Neo4jError, exceptions.DriverError) as error:
                    if not error.is_retryable():
                        raise
                await asyncio.sleep(pause)
            return await self._read(asked, parameters)

    async def _read(self, asked: neo4j.Query, parameters: dict[str, Any]) -> Rows:
        async with self._session(self.reader, neo4j.READ_ACCESS) as session:
            return [row_of(record) async for record in await session.run(asked, parameters)]

    async def rows(self, query: str | Query, **parameters: Any) -> AsyncIterator[dict[str, Any]]:
        """Yield the rows of a query that changes nothing, as they come."""
        await self._prepared()
        with named_errors():
            async with (
                self._session(self.reader, neo4j.READ_ACCESS) as session,
                await session.begin_transaction(timeout=self.timeout) as transaction,
            ):
                async for record in await transaction.run(_text(query, parameters), parameters):
                    yield row_of(record)

    async def write(self, work: Callable[[BoltTransaction], Awaitable[Result]]) -> Result:
        """Run the work in one transaction, again where it was in another's way."""
        await self._prepared()

        async def managed(inner: neo4j.AsyncManagedTransaction) -> Result:
            return await work(BoltTransaction(inner))

        with named_errors():
            async with self._session(self.writer, neo4j.WRITE_ACCESS) as session:
                for attempt in range(1, RACES):
                    with contextlib.suppress(exceptions.ConstraintError):  # two MERGEs of one new key met
                        return await session.execute_write(managed)
                    await asyncio.sleep(random.uniform(0, 0.05 * attempt))
                return await session.execute_write(managed)

    async def declare(self, statement: str) -> None:
        """Run one schema statement, which no managed transaction can hold."""
        with named_errors():
            async with self._session(self.writer, neo4j.WRITE_ACCESS) as session:
                await (await session.run(statement)).consume()

    async def declare_in_sql(self, statement: str) -> None:
        """Run one schema statement that the engine understands in its own SQL only."""
        if self.sql is not None:
            with named_errors():
                await asyncio.to_thread(self.sql, statement)

    def _session(self, driver: neo4j.AsyncDriver, access: str) -> neo4j.AsyncSession:
        return driver.session(database=self.database, default_access_mode=access)

    async def _prepared(self) -> None:
        """See to the schema once, at the first use that finds the engine."""
        if self.prepare is None:
            return
        async with self._preparing:
            if self.prepare is not None:
                await self.prepare(replace(self, prepare=None))
                self.prepare = None


def row_of(record: neo4j.Record) -> dict[str, Any]:
    """Return a record, which has no nodes or relationships in it, by its keys."""
    return dict(zip(record.keys(), record, strict=True))


@contextlib.contextmanager
def named_errors() -> Iterator[None]:
    """Give the driver's errors our names."""
    try:
        yield
    except exceptions.AuthError as error:
        raise SettingsError(
            "the engine refuses the user or the password: see NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as error:
        raise EngineUnavailable(
            "no graph engine answers: it may be starting, or NEO4J_URI may be wrong"
        ) from error
    except exceptions.Neo4jError as error:
        if "TimedOut" in (error.code or ""):
            raise EngineTimeout(
                "the query took longer than allowed: ask for less, or raise COMMUNIQUE_QUERY_TIMEOUT"
            ) from error
        if "Unavailable" in (error.code or ""):
            raise EngineUnavailable("the graph engine is up, but its database is not ready") from error
        raise
    except exceptions.DriverError as error:
        raise EngineUnavailable(f"the graph engine cannot be used: {error}") from error


def _text(query: str | Query, parameters: dict[str, Any]) -> Any:
    found = load(query) if isinstance(query, str) else query
    found.check(parameters)
    return found.text
