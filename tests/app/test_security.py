"""Who may ask, how often, and from which pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.store import Graph

pytestmark = pytest.mark.anyio
ELSEWHERE = ("192.0.2.1", 4711)


@asynccontextmanager
async def from_elsewhere(
    graph: Graph, folder: Path, host: tuple[str, int] = ELSEWHERE, **settings: object
) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(ServiceSettings.model_validate({"data": folder, **settings}), graph)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=host), base_url="http://127.0.0.1"
        ) as client,
    ):
        yield client


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "127.8.8.8"])
async def test_reading_is_open_on_this_machine(world: Graph, tmp_path: Path, host: str) -> None:
    async with from_elsewhere(world, tmp_path, (host, 1)) as client:
        assert (await client.get("/v1/topics")).status_code == 200


async def test_reading_from_elsewhere_needs_a_key(world: Graph, tmp_path: Path) -> None:
    _, secret = KeyRing(tmp_path).create("desk", Scope.READ)
    async with from_elsewhere(world, tmp_path) as client:
        closed = await client.get("/v1/topics")
        assert closed.status_code == 401
        assert closed.headers["www-authenticate"] == "Bearer"
        assert (await client.get("/livez")).status_code == 200
        opened = await client.get("/v1/topics", headers={"Authorization": f"Bearer {secret}"})
        assert opened.status_code == 200
        wrong = await client.get("/v1/topics", headers={"Authorization": f"Bearer {secret}x"})
        assert wrong.status_code == 401


async def test_a_wrong_key_is_told_here_too(world: Graph, tmp_path: Path) -> None:
    async with from_elsewhere(world, tmp_path, ("127.0.0.1", 1)) as client:
        response = await client.get("/v1/topics", headers={"Authorization": "Bearer communique_wrong"})
        assert response.status_code == 401


async def test_the_setting_opens_reading(world: Graph, tmp_path: Path) -> None:
    async with from_elsewhere(world, tmp_path, public_read=True) as client:
        assert (await client.get("/v1/topics")).status_code == 200


async def test_too_many_requests_are_told_when_to_come_again(world: Graph, tmp_path: Path) -> None:
    async with from_elsewhere(world, tmp_path, public_read=True, rate_limit="3 per minute") as client:
        answers = [await client.get("/v1/topics") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=60'
    assert answers[0].headers["ratelimit"].startswith('"default";r=2;t=')
    assert 0 < int(answers[3].headers["retry-after"]) <= 60
    assert answers[3].json()["type"] == "/problems/too-many-requests"


async def test_callers_are_counted_apart(world: Graph, tmp_path: Path) -> None:
    _, secret = KeyRing(tmp_path).create("desk", Scope.READ)
    async with from_elsewhere(world, tmp_path, public_read=True, rate_limit="1 per minute") as client:
        assert (await client.get("/v1/topics")).status_code == 200
        named = await client.get("/v1/topics", headers={"Authorization": f"Bearer {secret}"})
        assert named.status_code == 200


async def test_pages_of_other_origins_read_only_by_setting(world: Graph, tmp_path: Path) -> None:
    ask = {"Origin": "https://dashboard.example"}
    async with from_elsewhere(world, tmp_path, public_read=True) as client:
        response = await client.get("/v1/topics", headers=ask)
        assert "access-control-allow-origin" not in response.headers
    origins = "https://dashboard.example, https://other.example"
    async with from_elsewhere(world, tmp_path, public_read=True, cors_origins=origins) as client:
        response = await client.get("/v1/topics", headers=ask)
        assert response.headers["access-control-allow-origin"] == ask["Origin"]
