"""Alerts: saved, as feeds and streams, and told to a real receiver here that fails twice, or always."""

import hashlib
import hmac
import json
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import httpx
import pytest

from app.alerts import Alert, AlertBook
from app.deliveries import Deliveries
from app.keys import KeyRing, Scope
from app.main import create_app
from app.refusals import InvalidParameters
from app.settings import ServiceSettings
from app.webhooks import deliver
from graph_schema.contribution import Contribution
from graph_schema.errors import InputError, NotFound
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.writes import write
from tests.app.corpus import WORLD
from tests.app.receiving import Receiver

pytestmark = pytest.mark.anyio
QUICK = (0.01, 0.02, 0.04)


def alert(**given: Any) -> Alert:
    made = {"name": "tariffs", "query": "topic=trade&act=THREATEN", "created_at": datetime.now(UTC)}
    return Alert(**{**made, "allow_private": True, **given})


def read_now() -> list[Contribution]:
    """The small world, read at this moment."""
    now = datetime.now(UTC) + timedelta(seconds=1)
    return [
        each.model_copy(
            update={"statements": tuple(s.model_copy(update={"extracted_at": now}) for s in each.statements)}
        )
        for each in WORLD
    ]


async def test_a_receiver_that_fails_twice_and_then_accepts(graph: Graph, tmp_path: Path) -> None:
    with Receiver(500, 503, 204) as receiver:
        made = AlertBook(tmp_path).create(alert(webhook=receiver.url))
        await write(graph, read_now())
        deliveries = Deliveries(tmp_path, QUICK)
        await deliveries.tell(graph, made)
        await deliveries.tell(graph, made)
        await Deliveries(tmp_path, QUICK).tell(graph, made)  # after a restart, too, nothing comes twice
    assert len(receiver.came) == 3
    assert len({body for _, body in receiver.came}) == 1
    assert len({headers["Communique-Delivery"] for headers, _ in receiver.came}) == 1
    headers, body = receiver.came[-1]
    said = json.loads(body)
    assert [row["claim"] for row in said["statements"]] == ["new tariffs would harm both economies"]
    moment, digest = (part.partition("=")[2] for part in headers["Communique-Signature"].split(","))
    secret = (made.secret or "").encode()
    assert hmac.new(secret, f"{moment}.".encode() + body, hashlib.sha256).hexdigest() == digest
    assert abs(int(moment) - datetime.now(UTC).timestamp()) < 60
    assert deliveries.dead.all() == []


async def test_a_receiver_that_never_accepts_leaves_a_dead_letter(graph: Graph, tmp_path: Path) -> None:
    with Receiver(500) as receiver:
        made = AlertBook(tmp_path).create(alert(webhook=receiver.url))
        await write(graph, read_now())
        deliveries = Deliveries(tmp_path, QUICK)
        await deliveries.tell(graph, made)
        await deliveries.tell(graph, made)
    assert len(receiver.came) == 1 + len(QUICK)
    (dead,) = deliveries.dead.all()
    assert (dead.alert, dead.attempts, dead.error) == ("tariffs", 4, "it answered 500")
    assert json.loads(dead.body)["statements"][0]["act"] == "THREATEN"


@pytest.mark.parametrize(("status", "attempts"), [(410, 1), (302, 4), (429, 4)])
async def test_what_is_tried_again(status: int, attempts: int) -> None:
    with Receiver(status) as receiver:
        outcome = await deliver(
            receiver.url, b"{}", secret="s", delivery="d", allow_private=True, pauses=QUICK
        )
    assert (outcome.attempts, outcome.error) == (attempts, f"it answered {status}")
    assert len(receiver.came) == attempts  # a redirect is not followed


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.1.2.3", "0.0.0.0"]
)
async def test_private_addresses_are_refused_unless_allowed(host: str) -> None:
    outcome = await deliver(
        f"http://{host}:9/", b"{}", secret="s", delivery="d", allow_private=False, pauses=QUICK
    )
    assert outcome.attempts == 1
    assert "private address" in (outcome.error or "")


async def test_nobody_listens_is_an_error_of_the_last_attempt() -> None:
    outcome = await deliver(
        "http://127.0.0.1:9/", b"{}", secret="s", delivery="d", allow_private=True, pauses=QUICK
    )
    assert outcome.attempts == 1 + len(QUICK)
    assert outcome.error


def test_alerts_are_kept_for_their_owner_alone(tmp_path: Path) -> None:
    book = AlertBook(tmp_path)
    made = book.create(alert(webhook="https://example.org/hook"))
    assert (made.secret or "").startswith("whsec_")
    assert book.get("tariffs") == made
    assert stat.S_IMODE(book.file.stat().st_mode) == 0o600
    assert book.create(alert(name="other")).secret is None
    with pytest.raises(InputError, match="already"):
        book.create(alert())
    book.delete("tariffs")
    with pytest.raises(NotFound):
        book.delete("tariffs")
    assert [each.name for each in book.all()] == ["other"]


@pytest.mark.parametrize("query", ["", "topik=trade", "act=SHOUT", "stance=7", "since=yesterday"])
def test_what_is_no_query_is_refused(tmp_path: Path, query: str) -> None:
    with pytest.raises(InvalidParameters):
        AlertBook(tmp_path).create(alert(query=query))


@pytest.mark.parametrize("given", [{"name": "No Name"}, {"webhook": "file:///x"}, {"webhook": "http://a@b/"}])
def test_what_is_no_alert_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="pattern"):
        alert(**given)


@pytest.fixture
async def reader(graph: Graph, engine: Settings, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await write(graph, WORLD)
    app = create_app(ServiceSettings.of(engine).model_copy(update={"data": tmp_path}), graph)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        yield client


async def test_an_alert_by_http(reader: httpx.AsyncClient, tmp_path: Path) -> None:
    body = {"name": "tariffs", "query": "topic=trade&act=THREATEN", "webhook": "https://example.org/hook"}
    assert (await reader.post("/v1/alerts", json=body)).status_code == 401
    for scope, status in ((Scope.WRITE, 403), (Scope.ADMIN, 201)):
        headers = {"Authorization": f"Bearer {KeyRing(tmp_path).create('desk', scope)[1]}"}
        response = await reader.post("/v1/alerts", json=body, headers=headers)
        assert response.status_code == status, response.text
    assert response.json()["secret"].startswith("whsec_")
    (listed,) = (await reader.get("/v1/alerts", headers=headers)).json()["data"]
    assert listed["secret"] is None
    feed = feedparser.parse((await reader.get("/v1/alerts/tariffs/statements.atom")).content)
    assert [entry.title for entry in feed.entries] == ["Sergei Lavrov: new tariffs would harm both economies"]
    assert (await reader.get("/v1/alerts/tariffs/dead-letters", headers=headers)).json()["data"] == []
    wrong = await reader.post(
        "/v1/alerts", json=body | {"name": "b", "query": "topic=no-such"}, headers=headers
    )
    assert wrong.status_code == 404
    assert (await reader.delete("/v1/alerts/tariffs", headers=headers)).status_code == 204
    assert (await reader.get("/v1/alerts/tariffs/statements.atom")).status_code == 404
