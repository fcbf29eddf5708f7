"""The embedded engine: shared by processes, started again when it dies, gone when nobody uses it."""

import asyncio
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph_schema.bolt import BoltGraph
from graph_schema.errors import EngineLocked, EngineTimeout, EngineUnavailable
from graph_schema.reads import get_meta
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.conftest import cypher, embedded_settings
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio

PATIENCE = 60.0
ENDLESS = cypher("UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n")
USER = """
import asyncio, sys
from pathlib import Path
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.graph_schema.samples import russian_side

async def main():
    async with open_graph(Settings(data=Path(sys.argv[1]), neo4j_uri=None)) as graph:
        print(await write(graph, [russian_side()]), flush=True)
        await asyncio.sleep(float(sys.argv[2]))

asyncio.run(main())
"""


@pytest.fixture(scope="module")
async def own(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BoltGraph]:
    """A graph in an engine of this module's own, which may come to harm; queries end after two seconds."""
    settings = embedded_settings(tmp_path_factory.mktemp("own")).model_copy(update={"query_timeout": 2.0})
    async with open_graph(settings) as graph:
        yield graph


def user(data: Path, seconds: float) -> "subprocess.Popen[str]":
    """Start a process that writes to the graph and stays for some seconds; wait until it has written."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(data), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert "written" in process.stdout.readline()
    return process


def folder_of(graph: BoltGraph) -> Path:
    return Path(graph.access.password.removeprefix("in ")).parent


def note(folder: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((folder / "engine.json").read_text())
    return found


def alive(pid: int) -> bool:
    """Tell whether a process runs, and is no zombie."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


async def eventually(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.1)


async def test_a_second_process_joins(own: BoltGraph) -> None:
    await write(own, [samples.chinese_side()])
    with user(folder_of(own).parent, 0) as second:
        assert second.wait(PATIENCE) == 0
    assert (await get_meta(own)).counts["articles"] == 2
    assert alive(note(folder_of(own))["java"])


async def test_passwords_are_for_their_owner_alone(own: BoltGraph) -> None:
    for name in ("password", "reader.password"):
        assert (folder_of(own) / name).stat().st_mode & 0o777 == 0o600
    command = Path(f"/proc/{note(folder_of(own))['java']}/cmdline")
    if command.exists():
        assert (folder_of(own) / "password").read_text() not in command.read_text()


async def test_reads_cannot_write(own: BoltGraph) -> None:
    for text in (
        "CREATE (n:Topic {id: 'x'})",
        "MATCH (n:Actor) SET n.name = 'x'",
        "MATCH (n:Actor) DETACH DELETE n",
    ):
        with pytest.raises(Neo4jError, match=r"(?i)forbidden|denied|allowed|permission"):
            await own.read(cypher(text))


async def test_a_query_cannot_read_the_machine(own: BoltGraph) -> None:
    with pytest.raises(Neo4jError):
        await own.read(cypher("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line"))


async def test_a_query_that_takes_too_long_is_ended(own: BoltGraph) -> None:
    started = time.monotonic()
    with pytest.raises(EngineTimeout):
        await own.read(ENDLESS)
    assert time.monotonic() - started < 30


async def test_an_engine_that_is_killed_comes_back_with_all_that_was_acknowledged(own: BoltGraph) -> None:
    await write(own, samples.everything())
    before = note(folder_of(own))
    os.kill(before["java"], signal.SIGKILL)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            meta = await get_meta(own)
            break
        except EngineUnavailable:
            assert time.monotonic() < end
            await asyncio.sleep(0.2)
    after = note(folder_of(own))
    assert (before["bolt"], before["supervisor"]) == (after["bolt"], after["supervisor"])
    assert before["java"] != after["java"]
    assert meta.counts["statements"] == 5


async def test_the_engine_ends_with_its_last_user_even_a_killed_one(tmp_path: Path) -> None:
    folder = embedded_settings(tmp_path).embedded
    first, second = user(tmp_path, 600), user(tmp_path, 600)
    java = note(folder)["java"]
    with first, second:
        first.kill()
        first.wait()
        time.sleep(1)
        assert alive(java)
        second.kill()
    await eventually(lambda: not alive(java))


async def test_an_engine_whose_supervisor_was_killed_is_replaced(tmp_path: Path) -> None:
    settings = embedded_settings(tmp_path)
    async with open_graph(settings) as graph:
        await write(graph, samples.everything())
        orphan = note(settings.embedded)
        os.kill(orphan["supervisor"], signal.SIGKILL)
        await eventually(lambda: not alive(orphan["supervisor"]))
    assert alive(orphan["java"])
    async with open_graph(settings) as graph:
        assert (await get_meta(graph)).counts["statements"] == 5
        assert note(settings.embedded)["java"] != orphan["java"]
    assert not alive(orphan["java"])


async def test_a_folder_that_another_program_holds(tmp_path: Path) -> None:
    settings = embedded_settings(tmp_path)
    lock = settings.embedded / "engine" / "databases" / "statements" / "database.lck"
    async with open_graph(settings) as graph:
        await get_meta(graph)
    with lock.open("a") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        with pytest.raises(EngineLocked, match="is held by another program"):
            await open_and_close(settings)


async def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("a file, not a folder")
    with pytest.raises(EngineUnavailable, match="graph"):
        await open_and_close(embedded_settings(tmp_path))


async def open_and_close(settings: Settings) -> None:
    async with open_graph(settings):
        pass
