"""Agents: the official client of the Model Context Protocol, over both transports, to a process of ours."""

import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp_types import TextContent

pytestmark = pytest.mark.anyio

TOOLS = {
    "find_statements",
    "get_statement",
    "find_names",
    "get_actor",
    "find_events",
    "count_over_time",
    "compare_actors",
    "trace_position",
}


@pytest.fixture(scope="module")
def over_http(environment: dict[str, str]) -> Iterator[str]:
    """The address of `communique mcp --http`."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "app", "mcp", "--http", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 120
        while not answers(port):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def answers(port: int) -> bool:
    """Tell whether anybody listens there."""
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(params=["stdio", "http"])
def server(request: pytest.FixtureRequest, environment: dict[str, str]) -> str | StdioServerParameters:
    """What the client connects to."""
    if request.param == "http":
        address: str = request.getfixturevalue("over_http")
        return address
    return StdioServerParameters(command=sys.executable, args=["-m", "app", "mcp"], env=environment)


@asynccontextmanager
async def connected(server: str | StdioServerParameters) -> AsyncIterator[Client]:
    async with Client(server, read_timeout_seconds=60) as client:
        yield client


async def asked(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """Return what a tool answers."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content
    return found


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """Return the sentence with which a tool refuses."""
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


async def test_an_agent_finds_cites_and_compares(server: str | StdioServerParameters) -> None:
    async with connected(server) as client:
        assert "find_statements first" in (client.instructions or "")
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == TOOLS
        for tool in tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert tool.description
            assert "    " not in tool.description

        found = await asked(client, "find_statements", speaker="Wang Yi", topic="Ukraine", stance=1)
        assert found["total"] == 1
        (quote,) = found["statements"]
        assert quote["claim"] == "Beijing will keep working for a political settlement of the crisis"
        (place,) = quote["written_in"]
        assert place["url"] == "https://example.org/beijing"
        ((start, end),) = place["spans"]
        assert end - start == len(place["exact"])
        assert place["exact"] == quote["claim"]

        whole = await asked(client, "get_statement", id=quote["id"])
        assert whole["appearances"][0]["prefix"]
        assert whole["wordings"]
        names = await asked(client, "find_names", part="lavr")
        assert [actor["name"] for actor in names["actors"]] == ["Sergei Lavrov"]
        profile = await asked(client, "get_actor", actor="wang-yi")
        assert profile["positions"][0]["name"] == "Minister of Foreign Affairs"
        counts = await asked(client, "count_over_time", by="speaker", interval="day")
        assert {point["series"]: point["value"] for point in counts["counts"]}["Wang Yi"] == 5
        compared = await asked(client, "compare_actors", actors=["Wang Yi", "Lavrov"])
        assert [side["statements"] for side in compared["sides"]] == [5, 4]
        traced = await asked(client, "trace_position", actor="Lavrov", topic="trade")
        assert traced["n"] == 1
        assert traced["stands"][0]["url"]


async def test_both_sides_of_a_call(server: str | StdioServerParameters) -> None:
    async with connected(server) as client:
        calls = (await asked(client, "find_events", participant="Wang Yi", kind="call"))["events"]
        assert calls
        one = await asked(client, "find_events", event=calls[0]["id"])
        assert one["claims"]
        assert one["claims"][0]["statements"][0]["written_in"]


async def test_pages_follow_each_other(server: str | StdioServerParameters) -> None:
    async with connected(server) as client:
        seen, cursor = [], None
        while True:
            page = await asked(client, "find_statements", limit=3, cursor=cursor)
            seen += [each["id"] for each in page["statements"]]
            if (cursor := page["next_cursor"]) is None:
                break
        assert len(seen) == len(set(seen)) == page["total"] == 10


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("get_actor", {"actor": "John Brown"}, ("actor:a", "actor:b", "give the id")),
        ("find_statements", {"speaker": "Wang Yo"}, ("no actor is called 'Wang Yo'", "Wang Yi")),
        ("find_statements", {"speakers": "Wang Yi"}, ("did you mean speaker?",)),
        ("find_statements", {"limit": 1000}, ("limit: ", "50")),
        ("find_statements", {"since": "yesterday"}, ("since: give a day, such as 2023-08-07",)),
        ("find_statements", {"act": "SHOUT"}, ("act: ", "REJECT")),
        ("find_statements", {"cursor": "x"}, ("is no page token", "start again")),
        ("compare_actors", {"actors": ["Wang Yi"]}, ("actors: ", "at least 2")),
        ("get_statement", {"id": "none"}, ("there is no statement 'none'",)),
        ("get_statement", {}, ("id: ", "required")),
        ("trace_position", {"actor": "Wang Yi", "topic": "trad"}, ("no topic is called 'trad'", "Trade")),
        ("delete_everything", {}, ("there is no tool", "find_statements")),
    ],
)
async def test_what_is_wrong_is_one_clear_sentence(
    over_http: str, tool: str, arguments: dict[str, Any], told: tuple[str, ...]
) -> None:
    async with connected(over_http) as client:
        sentence = await refused(client, tool, **arguments)
        assert all(word in sentence for word in told), sentence
        assert "\n" not in sentence
        assert "Error executing" not in sentence
        assert "pydantic" not in sentence


async def test_pages_of_other_origins_are_refused(over_http: str) -> None:
    import httpx

    async with httpx.AsyncClient() as browser:
        answer = await browser.post(over_http, json={}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
