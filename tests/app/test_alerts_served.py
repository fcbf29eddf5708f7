"""An alert as others meet it: a real server on loopback, its stream, its webhook, its dead letters."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.vocabulary import Act
from graph_schema.writes import write
from tests.app.corpus import WORLD, Saying, article, contribution
from tests.app.receiving import Receiver
from tests.app.serving import served
from tests.app.test_stream import events

pytestmark = pytest.mark.anyio
CLAIM = "more tariffs will be answered in kind"


async def threaten(graph: Graph) -> datetime:
    """Write one article more, read a second from now, with one threat; return when it was read."""
    read_at = datetime.now(UTC) + timedelta(seconds=1)
    news = article("threat", "A threat", f"Lavrov warned that {CLAIM}.", "Daily", 1)
    made = contribution(news, [Saying(CLAIM, ["Q58217"], ["trade"], act=Act.THREATEN, stance=-1)])
    statements = tuple(each.model_copy(update={"extracted_at": read_at}) for each in made.statements)
    await write(graph, [made.model_copy(update={"statements": statements})])
    return read_at


@pytest.fixture
async def filled(graph: Graph) -> Graph:
    """The small world, read long ago."""
    await write(graph, WORLD)
    return graph


@pytest.fixture
def data(engine: Settings, tmp_path: Path) -> Iterator[Path]:
    """The service's data folder: where the embedded engine is; what alerts keep there is taken away again."""
    folder = tmp_path if engine.neo4j_uri else engine.data
    yield folder
    for file in folder.glob("alerts*"):
        shutil.rmtree(file) if file.is_dir() else file.unlink()


@pytest.fixture
def address(engine: Settings, filled: Graph, data: Path) -> Iterator[str]:
    """A service over the small world that looks for news often."""
    settings = ServiceSettings.of(engine).model_copy(update={"data": data, "stream_pause": 0.05})
    with served(create_app(settings)) as found:
        yield found


@pytest.fixture
async def admin(address: str, data: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a key that opens administration."""
    headers = {"Authorization": f"Bearer {KeyRing(data).create('desk', Scope.ADMIN)[1]}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as client:
        yield client


async def save(admin: httpx.AsyncClient, **given: object) -> None:
    body = {"name": "tariffs", "query": "topic=trade&act=THREATEN", "allow_private": True, **given}
    response = await admin.post("/v1/alerts", json=body)
    assert response.status_code == 201, response.text


async def test_its_stream(admin: httpx.AsyncClient, graph: Graph) -> None:
    await save(admin)
    async with (
        admin.stream("GET", "/v1/alerts/tariffs/stream") as response,
        aclosing(events(response)) as found,
    ):
        assert response.headers["content-type"].startswith("text/event-stream")
        read_at = await threaten(graph)
        first = await asyncio.wait_for(anext(found), 60)
        assert (first["name"], first["claim"]) == ("statement", CLAIM)
    assert await claims_after(admin, (read_at - timedelta(seconds=1)).isoformat()) == [CLAIM]
    assert await claims_after(admin, (read_at + timedelta(seconds=90)).isoformat()) == []
    assert (await admin.get("/v1/alerts/nobodys/stream")).status_code == 404


async def test_its_webhook_is_told_by_the_service_itself(admin: httpx.AsyncClient, graph: Graph) -> None:
    with Receiver(204) as receiver, Receiver(410) as gone:
        await save(admin, webhook=receiver.url)
        await save(admin, name="gone", webhook=gone.url)
        await threaten(graph)
        await until_left(admin, "gone", 1)
        while not receiver.came:
            await asyncio.sleep(0.1)
        ((_, body),) = receiver.came
        assert [each["claim"] for each in json.loads(body)["statements"]] == [CLAIM]
        assert (await admin.post("/v1/alerts/gone/dead-letters/retry")).json()["data"][0]["attempts"] == 2
        gone.statuses[:] = [204]
        assert (await admin.post("/v1/alerts/gone/dead-letters/retry")).json()["data"] == []
        assert len({body for _, body in gone.came}) == 1
        await until_left(admin, "gone", 0)


async def test_a_dead_letter_is_dropped(admin: httpx.AsyncClient, graph: Graph) -> None:
    with Receiver(404) as receiver:
        await save(admin, webhook=receiver.url)
        await threaten(graph)
        (letter,) = await until_left(admin, "tariffs", 1)
    path = f"/v1/alerts/tariffs/dead-letters/{letter['delivery']}"
    async with httpx.AsyncClient(base_url=admin.base_url) as stranger:
        assert (await stranger.delete(path)).status_code == 401
    assert (await admin.delete(path)).status_code == 204
    assert (await admin.delete(path)).status_code == 404
    await until_left(admin, "tariffs", 0)


async def claims_after(admin: httpx.AsyncClient, moment: str) -> list[str]:
    """Return what a reader is told at once that goes on after a moment."""
    came = list[str]()
    headers = {"Last-Event-ID": moment}
    async with (
        admin.stream("GET", "/v1/alerts/tariffs/stream", headers=headers) as response,
        aclosing(events(response)) as found,
    ):
        with suppress(TimeoutError):
            while True:
                came.append((await asyncio.wait_for(anext(found), 2))["claim"])
    return came


async def until_left(admin: httpx.AsyncClient, name: str, number: int) -> list[dict[str, str]]:
    """Wait until an alert has so many dead letters; return them."""
    for _ in range(600):
        left: list[dict[str, str]] = (await admin.get(f"/v1/alerts/{name}/dead-letters")).json()["data"]
        if len(left) == number:
            return left
        await asyncio.sleep(0.1)
    raise AssertionError(f"there are {len(left)} dead letters")
