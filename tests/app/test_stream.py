"""New statements as they come, from a real server, and from where a reader left off."""

import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.writes import write
from tests.app.corpus import Saying, article, contribution
from tests.app.serving import served

pytestmark = pytest.mark.anyio
START = datetime(2030, 1, 1, tzinfo=UTC)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def address(engine: Settings, world: Graph) -> Iterator[str]:
    """Where the service answers, over the small world, looking for news often."""
    settings = ServiceSettings.of(engine).model_copy(update={"stream_pause": 0.05})
    with served(create_app(settings)) as found:
        yield found


async def say(graph: Graph, speaker: str = "Q7747", topic: str = "trade", *, minutes: float = 0) -> str:
    """Write one more article with one statement, read so many minutes after the start; return its claim."""
    number = next(NUMBERS)
    claim = f"news number {number} is good"
    news = article(f"news-{number}", "News", f"It was said that {claim}.", "Daily", 1)
    made = contribution(news, [Saying(claim, [speaker], [topic])])
    read_at = START + timedelta(minutes=minutes)
    statements = tuple(each.model_copy(update={"extracted_at": read_at}) for each in made.statements)
    await write(graph, [made.model_copy(update={"statements": statements})])
    return claim


async def events(response: httpx.Response) -> AsyncGenerator[dict[str, Any], None]:
    """Yield events as a browser would read them."""
    lines: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            lines[name] = value
        elif lines:
            yield {"name": lines["event"], **json.loads(lines["data"])}
            lines = {}


async def test_news_come_as_they_are_read_and_others_do_not(address: str, world: Graph) -> None:
    question = {"speaker": "Wang Yi", "updated_since": START.isoformat()}
    async with (
        httpx.AsyncClient(base_url=address, timeout=60) as client,
        client.stream("GET", "/v1/stream", params=question) as response,
        aclosing(events(response)) as found,
    ):
        assert response.headers["content-type"].startswith("text/event-stream")
        assert "etag" not in response.headers
        await say(world, speaker="Q58217", minutes=1)
        first = await say(world, minutes=2)
        assert (await anext(found))["claim"] == first
        late = await say(world, minutes=1.5)  # within the minute that each look goes back
        second = await anext(found)
        assert second["claim"] == late
        assert second["name"] == "statement"


async def test_a_reader_goes_on_where_it_left(address: str, world: Graph) -> None:
    for minutes in (10, 11):
        last = await say(world, topic="ukraine-war", minutes=minutes)
    headers = {"Last-Event-ID": (START + timedelta(minutes=10)).isoformat()}
    async with (
        httpx.AsyncClient(base_url=address, timeout=60) as client,
        client.stream("GET", "/v1/stream", params={"topic": "ukraine-war"}, headers=headers) as response,
        aclosing(events(response)) as found,
    ):
        assert (await anext(found))["claim"] == last


@pytest.mark.parametrize(
    ("question", "headers", "status"),
    [
        ({"speaker": "nobody at all"}, {}, 404),
        ({"speakr": "Wang Yi"}, {}, 422),
        ({}, {"Last-Event-ID": "seven"}, 422),
    ],
    ids=str,
)
async def test_what_is_wrong_is_told_before_the_stream_begins(
    address: str, question: dict[str, str], headers: dict[str, str], status: int
) -> None:
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        response = await client.get("/v1/stream", params=question, headers=headers)
        assert response.status_code == status


async def test_head_ends(address: str) -> None:
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        assert (await client.head("/v1/stream")).status_code == 200


async def test_a_stream_does_not_keep_the_server_from_stopping(engine: Settings, world: Graph) -> None:
    with served(create_app(ServiceSettings.of(engine))) as found:
        client = httpx.AsyncClient(base_url=found, timeout=60)
        response = await client.send(client.build_request("GET", "/v1/stream"), stream=True)
        assert response.status_code == 200
    await response.aclose()
    await client.aclose()
