"""What a service reads ahead: kept over a restart, never older than the data, in nobody's way."""

import asyncio
import time
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from app import warming
from app.main import create_app
from app.settings import ServiceSettings
from app.warming import FILE, leave_warm, place_of, warm, warmed
from graph_schema.bolt import BoltGraph
from graph_schema.errors import EngineTimeout
from graph_schema.filters import StatementFilter
from graph_schema.reads import columns, tallies
from graph_schema.reads.column_file import array_names, load_columns, save_columns
from graph_schema.reads.columns import PLACE, Columns, get_columns
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.writes import remove, write
from tests.app.corpus import WORLD

pytestmark = pytest.mark.anyio


@pytest.fixture
async def filled(graph: BoltGraph) -> BoltGraph:
    """The small world in a graph that remembers nothing."""
    await write(graph, WORLD)
    graph.memory.clear()
    return graph


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What is read from the engine: columns that are whole, or not."""
    found, read = list[bool](), columns.read_columns

    async def reading(graph: Graph, version: int, whole: bool) -> Columns:
        found.append(whole)
        return await read(graph, version, whole)

    monkeypatch.setattr(columns, "read_columns", reading)
    return found


async def test_a_second_start_takes_what_the_first_has_read(
    filled: BoltGraph, tmp_path: Path, readings: list[bool]
) -> None:
    first = await warm(filled, tmp_path / FILE)
    before = await tallies.count_coded(filled, StatementFilter(), "persons", "month")
    filled.memory.clear()
    assert await warm(filled, tmp_path / FILE) == first
    assert await tallies.count_coded(filled, StatementFilter(), "persons", "month") == before
    assert readings == [False, True]
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


async def test_what_is_older_than_the_data_is_read_again(
    filled: BoltGraph, tmp_path: Path, readings: list[bool]
) -> None:
    await warm(filled, tmp_path / FILE)
    filled.memory.clear()
    await remove(filled, [WORLD[0].article.id])
    await warm(filled, tmp_path / FILE)
    assert readings == [False, True] * 2
    counted = await tallies.count_coded(filled, StatementFilter(), "persons", "all")
    assert set(counted) == set(await tallies.count_coded_there(filled, StatementFilter(), "persons", "all"))


@pytest.mark.parametrize("harm", ["missing", "cut", "empty", "text", "another format"])
async def test_a_file_that_is_no_good_is_written_again(
    filled: BoltGraph, tmp_path: Path, readings: list[bool], harm: str
) -> None:
    file = tmp_path / FILE
    await warm(filled, file)
    filled.memory.clear()
    match harm:
        case "missing":
            file.unlink()
        case "another format":
            np.savez(file, head=np.frombuffer(b'{"format": 0}', np.uint8))
        case _:
            whole = file.read_bytes()
            file.write_bytes({"cut": whole[: len(whole) // 2], "empty": b"", "text": b"no columns"}[harm])
    await warm(filled, file)
    assert readings == [False, True] * 2
    assert load_columns(file) is not None


async def test_columns_come_back_from_their_file_as_they_were(filled: BoltGraph, tmp_path: Path) -> None:
    written = await get_columns(filled, whole=True)
    save_columns(written, tmp_path / FILE)
    read = load_columns(tmp_path / FILE)
    assert read is not None
    assert (read.version, read.actors, read.topics) == (written.version, written.actors, written.topics)
    for name in array_names():
        one, other = getattr(read, name), getattr(written, name)
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()


async def test_a_folder_that_cannot_be_written_is_no_matter(filled: BoltGraph, tmp_path: Path) -> None:
    assert await warm(filled, tmp_path / "nowhere" / FILE) is not None
    assert isinstance(filled.memory[PLACE], Columns)


async def test_an_engine_that_is_too_slow_is_no_matter(
    filled: BoltGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def too_slow(*_: Any) -> Columns:
        raise EngineTimeout("the query took longer than allowed")

    monkeypatch.setattr(columns, "read_columns", too_slow)
    assert await warm(filled, tmp_path / FILE) is None
    assert not list(tmp_path.iterdir())


async def test_stopping_files_what_was_read_since(
    filled: BoltGraph, engine: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "place_of", lambda _: tmp_path / FILE)
    async with warmed(filled, ServiceSettings.of(engine)):
        await asyncio.sleep(0)
        await get_columns(filled)
        await remove(filled, [WORLD[0].article.id])
        last = await get_columns(filled, whole=True)
    filed = load_columns(tmp_path / FILE)
    assert filed is not None
    assert filed.version == last.version


@pytest.mark.parametrize("wanted", [True, False])
async def test_a_service_is_ready_before_it_is_warm_and_stops_at_once(
    engine: Settings, filled: BoltGraph, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    started = asyncio.Event()

    async def endless(*_: Any) -> Columns:
        started.set()
        await asyncio.sleep(600)
        raise AssertionError

    monkeypatch.setattr(columns, "read_columns", endless)
    settings = ServiceSettings.of(engine).model_copy(update={"warm_up": wanted})
    if file := place_of(settings):
        file.unlink(missing_ok=True)
    app = create_app(settings)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        if wanted:
            await asyncio.wait_for(started.wait(), 60)
        assert (await client.get("/readyz")).status_code == 200
        assert (await client.get("/v1/statements")).status_code == 200
        stopping = time.monotonic()
    assert time.monotonic() - stopping < 30
    assert started.is_set() == wanted


async def test_what_was_written_is_filed_for_the_first_start(
    filled: BoltGraph, tmp_path: Path, readings: list[bool]
) -> None:
    embedded, elsewhere = Settings(data=tmp_path, neo4j_uri=None), Settings(neo4j_uri="bolt://127.0.0.1:1")
    embedded.embedded.mkdir()
    await leave_warm(filled, elsewhere)
    assert readings == []
    await leave_warm(filled, embedded)
    filled.memory.clear()
    await warm(filled, place_of(embedded))
    assert readings == [False, True]
