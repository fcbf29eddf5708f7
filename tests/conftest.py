"""The engines that graph tests run on: the embedded one always, a Neo4j where NEO4J_URI names one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.cypher import Query
from graph_schema.embedded import attached
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from tests import recorder

NO_NEO4J = "SKIPPED LOUDLY: no Neo4j to test on; run them under tests/neo4j/with_neo4j, or set NEO4J_URI"
STRANGE_NEO4J = "the Neo4j at NEO4J_URI holds data that no test made, and tests empty it: give them a new one"
MARK = "MERGE (:CommuniqueTests)"


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
async def engine(
    request: pytest.FixtureRequest, anyio_backend: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Settings]:
    """The settings of a running engine; what is sent to it is recorded."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        recorder.record(monkeypatch, request.param)
        if request.param == "embedded":
            settings = embedded_settings(tmp_path_factory.mktemp("data"))
            timeout, memory = settings.query_timeout, settings.engine_memory
            async with attached(settings.embedded, timeout=timeout, memory=memory):
                yield settings
            return
        settings = Settings()
        if settings.neo4j_uri is None:
            pytest.skip(NO_NEO4J)
        await claim_for_tests(settings)
        yield settings


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the look back at all queries to the end; only a whole run can take it."""
    items.sort(key=lambda item: item.path.name == "test_every_query.py")
    whole = {"tests/app", "tests/graph_schema"} <= {
        str(item.path.relative_to(config.rootpath).parent) for item in items
    }
    if not whole or config.option.keyword:
        skip = pytest.mark.skip("only a run of all tests can tell")
        for item in items:
            if item.path.name == "test_every_query.py":
                item.add_marker(skip)


@pytest.fixture
async def graph(engine: Settings) -> AsyncIterator[BoltGraph]:
    """An empty graph, on each engine."""
    async with open_graph(engine) as opened:
        await empty(opened)
        yield opened


def embedded_settings(data: Path) -> Settings:
    """Return settings for the embedded engine in that folder, whatever the environment says."""
    return Settings(data=data, neo4j_uri=None, engine_memory="512m")


def cypher(text: str) -> Query:
    """Return a query of a test's own."""
    return Query(name="of a test", purpose="", types={}, text=text)


async def claim_for_tests(settings: Settings) -> None:
    """Mark the Neo4j as one for tests; leave one alone that holds anything else."""
    patient = settings.model_copy(update={"query_timeout": 120.0})  # a server's first query is its slowest
    async with open_graph(patient, prepared=False) as graph:
        marked = await graph.read(cypher("MATCH (n:CommuniqueTests) RETURN count(n) AS n"))
        nodes = await graph.read(cypher("MATCH (n) RETURN count(n) AS n"))
        if nodes[0]["n"] and not marked[0]["n"]:
            pytest.exit(STRANGE_NEO4J, returncode=1)
        await graph.declare(MARK)


async def empty(graph: BoltGraph) -> None:
    """Take everything out of the graph."""
    nodes = "MATCH (n:Article|Statement|Actor|Position|Topic|Event|Tombstone) DETACH DELETE n"
    await graph.write(lambda transaction: transaction.run(cypher(nodes)))
