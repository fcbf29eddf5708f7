"""A new graph is made ready; one of another version is left alone."""

import pytest

from graph_schema import migrations
from graph_schema.bolt import BoltGraph
from graph_schema.errors import EngineTimeout, EngineUnavailable, SchemaOutdated, SettingsError
from graph_schema.filters import StatementFilter
from graph_schema.reads.tallies import count_coded
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.tallies import Coded
from graph_schema.writes import write
from tests.conftest import cypher
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio

NOW = migrations.SCHEMA_VERSION
SET = "MERGE (m:Meta {id: 'graph'}) SET m.schema_version = $version"
ENDLESS = cypher("UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n")


@pytest.mark.parametrize(("version", "mend"), [(99, "update communique"), (NOW, "communique graph migrate")])
async def test_a_graph_of_another_version(
    engine: Settings, version: int, mend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_graph(engine) as graph:
        await migrations.migrate(graph)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", NOW + 1)
    try:
        async with open_graph(engine, prepared=False) as graph:
            await graph.declare(SET.replace("$version", str(version)))
        async with open_graph(engine) as graph:
            with pytest.raises(SchemaOutdated, match=mend):
                await graph.read("meta/versions")
    finally:
        async with open_graph(engine, prepared=False) as graph:
            await graph.declare(SET.replace("$version", str(NOW)))


async def test_migrating_again_changes_nothing(engine: Settings) -> None:
    async with open_graph(engine, prepared=False) as graph:
        await migrations.migrate(graph)
        assert await migrations.migrate(graph) == (NOW, NOW)


async def test_main_topics_are_noted_on_what_was_written_before(graph: BoltGraph) -> None:
    async def voiced() -> set[Coded]:
        graph.memory.clear()
        return {*await count_coded(graph, StatementFilter(), "persons", "all")}

    await write(graph, samples.everything())
    expected = await voiced()
    assert expected
    await graph.declare("MATCH (s:Statement) REMOVE s.main_topic")
    assert not await voiced()
    await graph.declare(SET.replace("$version", "1"))
    assert await migrations.migrate(graph) == (1, NOW)
    assert await voiced() == expected


async def test_a_query_that_takes_too_long(engine: Settings) -> None:
    if engine.neo4j_uri is None:
        pytest.skip("the embedded engine's own time-out is set when it starts: see test_embedded.py")
    async with open_graph(engine.model_copy(update={"query_timeout": 1.0})) as graph:
        with pytest.raises(EngineTimeout):
            await graph.read(ENDLESS)


async def test_nobody_answers() -> None:
    async with open_graph(Settings(neo4j_uri="bolt://127.0.0.1:1")) as graph:
        with pytest.raises(EngineUnavailable, match="no graph engine answers"):
            await graph.read("meta/versions")


async def test_a_wrong_password(engine: Settings) -> None:
    async with open_graph(engine, prepared=False) as graph:
        uri = graph.access.uri
    async with open_graph(Settings(neo4j_uri=uri, neo4j_password="wrong")) as graph:  # type: ignore[arg-type]
        with pytest.raises(SettingsError, match="refuses"):
            await graph.read("meta/versions")
