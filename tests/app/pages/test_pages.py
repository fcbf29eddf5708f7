"""Every page over the small world, as the server sends it; how it looks is the browser's test."""

import base64
import re

import httpx
import pytest
from fastapi import FastAPI

from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph

pytestmark = pytest.mark.anyio

EVERY_PAGE = {
    "/": "Communiqué",
    "/?window=all": "Communiqué",
    "/search?q=wang": "wang",
    "/search": "Search",
    "/statements": "Statements",
    "/statements?speaker=wang-yi&stance=1&since=2023-01-01": "Statements",
    "/actors": "People and bodies",
    "/actors?type=country": "People and bodies",
    "/actors/wang-yi": "Wang Yi",
    "/actors/Q7747?act=AGREE": "Wang Yi",
    "/actors/Q30": "United States",
    "/topics": "Topics",
    "/topics/ukraine-war": "War in Ukraine",
    "/topics/trade?since=2030-01-01": "Trade",
    "/events": "Events",
    "/events?kind=call": "Events",
    "/articles": "Articles",
    "/articles/beijing": "Wang Yi: neighbors keep their word",
    "/inbox": "Inbox",
    "/network": "Network",
    "/network?tie=conflict&level=country": "Network",
}


def title_of(page: httpx.Response) -> str:
    found = re.search(r"<title>(.*?)</title>", page.text)
    return found.group(1) if found else ""


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_every_page_is_there(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path)
    assert page.status_code == 200
    assert title_of(page).startswith(EVERY_PAGE[path])
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "http" not in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/actors/nobody-at-all", 404),
        ("/actors/brown", 409),
        ("/topics/nothing", 404),
        ("/statements/none", 404),
        ("/articles/none", 404),
        ("/events/none", 404),
        ("/statements?speaker=nobody-at-all", 404),
        ("/statements?since=yesterday", 422),
        ("/statements?cursor=mine", 422),
        ("/events?kind=party", 422),
        ("/network?tie=love", 422),
    ],
)
async def test_what_is_not_there_is_told_in_the_frame(
    client: httpx.AsyncClient, path: str, status: int
) -> None:
    page = await client.get(path)
    assert page.status_code == status
    assert title_of(page).endswith("· Communiqué")
    assert "Back to the first page" in page.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/nothing", 404), ("GET", "/nothing", 404), ("DELETE", "/v1/meta", 405), ("POST", "/", 404)],
)
async def test_other_paths_are_answered_as_without_the_dashboard(
    client: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    answer = await client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_style_and_script_are_ours(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    for path in re.findall(r"/assets/[\w.]+\?\w+", page.text):
        assert (await client.get(path)).status_code == 200
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page.text)


def from_elsewhere(app: FastAPI, **headers: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=("203.0.113.9", 1))
    return httpx.AsyncClient(transport=transport, base_url="http://service.example", headers=headers)


async def test_from_elsewhere_the_key_is_the_password(world: Graph, engine: Settings) -> None:
    app = create_app(ServiceSettings.of(engine), world)
    _, secret = KeyRing(engine.data).create("reader", Scope.READ)
    basic = base64.b64encode(f"anybody:{secret}".encode()).decode()
    async with app.router.lifespan_context(app):
        async with from_elsewhere(app) as stranger:
            refused = await stranger.get("/")
        async with from_elsewhere(app, Authorization=f"Basic {basic}") as reader:
            shown = await reader.get("/")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic")
    assert shown.status_code == 200


async def test_a_service_that_takes_nothing_in_says_so(client: httpx.AsyncClient) -> None:
    page = await client.get("/inbox")
    assert "communique serve" in page.text
