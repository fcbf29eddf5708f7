"""Articles handed in over HTTP, with a real worker beside the service, on each engine."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.cli.beside import worker_beside
from app.cli.intake import LedgerSubmissions
from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.exporting import export_lines
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.work.ledger import LEDGER
from tests.app.serving import served
from tests.conftest import empty

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(600)]

CALL = {
    "id": "call",
    "headline": "Wang Yi speaks with Lavrov",
    "publisher": "Capital Daily",
    "published_at": "2023-08-07T23:04:00Z",
    "text": "BEIJING, Aug. 7 -- Chinese Foreign Minister Wang Yi spoke by phone with Russian Foreign "
    "Minister Sergei Lavrov on Monday. Wang said that China will uphold an independent position on Ukraine. "
    "He stressed that both countries are reliable partners and will go on talking to each other. Lavrov said "
    "that Russia values the Chinese paper on a political settlement of the crisis. He added that the ties of "
    "both sides have stood every test of the past years.",
}
COPY = CALL | {"id": "copy", "publisher": "Northern Post", "headline": "Two ministers on the phone"}
PAGE = CALL | {"id": "page", "text": "<html><body><p>One.</p><p>Two.</p></body></html>"}


@pytest.fixture(scope="module")
async def settings(engine: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of an empty graph; with Neo4j, too, the ledger and the keys are the test's own."""
    own = {"data": tmp_path_factory.mktemp("intake")} if engine.neo4j_uri else {}
    found = engine.model_copy(update=own)
    async with open_graph(found) as graph:
        await empty(graph)
    return found


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    """The service, so far without a worker."""
    submissions = LedgerSubmissions(settings.data / LEDGER)
    with served(create_app(ServiceSettings.of(settings), submissions=submissions)) as found:
        yield found


@pytest.fixture(scope="module")
def writer(settings: Settings, address: str) -> Iterator[httpx.Client]:
    """Somebody who may write."""
    with with_key(settings, address, Scope.WRITE) as client:
        yield client


def with_key(settings: Settings, address: str, scope: Scope) -> httpx.Client:
    _, secret = KeyRing(settings.data).create("desk", scope)
    return httpx.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"}, timeout=60)


def ended(client: httpx.Client, row: dict[str, Any]) -> dict[str, Any]:
    """Hand an article in, and return its job once it has come to an end."""
    response = client.post("/v1/articles", json=row)
    assert response.status_code == 202, response.text
    return at_its_end(client, response.headers["location"])


def at_its_end(client: httpx.Client, place: str) -> dict[str, Any]:
    until = time.monotonic() + 240
    while time.monotonic() < until:
        job: dict[str, Any] = client.get(place).raise_for_status().json()
        if job["state"] not in ("queued", "reading"):
            return job
        time.sleep(0.1)
    pytest.fail(f"no end: {job}")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({}, "body"),
        ({"headline": "Nothing to read", "text": "  "}, "body"),
        ({"text": 7}, "text"),
        ({"url": "ftp://example.org/a"}, "url"),
        (CALL | {"publisher": ""}, "publisher"),
        (CALL | {"text": "a\0b"}, "text"),
        (CALL | {"text": "x" * 1_000_001}, "text"),
        ([CALL], "body"),
    ],
)
def test_what_is_no_article_is_refused(writer: httpx.Client, row: Any, field: str) -> None:
    response = writer.post("/v1/articles", json=row)
    assert response.status_code == 422, response.text
    assert response.json()["type"] == "/problems/invalid-parameters"
    assert [each["parameter"] for each in response.json()["errors"]] == [field]


def test_other_bodies_are_refused(writer: httpx.Client) -> None:
    assert writer.post("/v1/articles", content=b"{").status_code == 422
    assert writer.post("/v1/articles", content=b'{"text": "\xff"}').status_code == 422
    assert writer.post("/v1/articles", content=b"[" * 100_000).status_code == 422
    large = json.dumps({"text": "x" * 8_000_000}).encode()
    assert writer.post("/v1/articles", content=large).status_code == 413
    assert writer.post("/v1/articles", content=iter([large])).status_code == 413  # without a length
    wrong = writer.post("/v1/articles", json=CALL | {"published_at": "some day"})
    assert wrong.status_code == 422
    assert "published_at" in wrong.json()["detail"]
    assert writer.post("/v1/articles?dry=1", json=CALL).status_code == 422


def test_writing_needs_a_key_that_opens_it(settings: Settings, address: str) -> None:
    with httpx.Client(base_url=address) as anybody, with_key(settings, address, Scope.READ) as reader:
        for method, path in (("POST", "/v1/articles"), ("DELETE", "/v1/articles/call")):
            refused = anybody.request(method, path)
            assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
            assert reader.request(method, path).status_code == 403
        assert anybody.get("/v1/jobs/none").status_code == 404


async def test_a_service_that_only_answers_questions(settings: Settings) -> None:
    with (
        served(create_app(ServiceSettings.of(settings))) as quiet,
        with_key(settings, quiet, Scope.WRITE) as client,
    ):
        refused = client.post("/v1/articles", json=CALL)
    assert (refused.status_code, refused.json()["type"]) == (503, "/problems/no-intake")
    assert "communique serve" in refused.json()["detail"]


def test_without_a_worker_a_job_waits_and_says_so(writer: httpx.Client) -> None:
    response = writer.post("/v1/articles", json=CALL)
    place = response.headers["location"]
    assert (response.status_code, response.json()["state"]) == (202, "queued")
    first = writer.get(place)
    assert "communique watch" in first.json()["note"]
    again = writer.get(place, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


async def test_from_handing_in_to_taking_out(settings: Settings, writer: httpx.Client) -> None:
    """One worker's life, because loading the reader takes its time."""
    with worker_beside(settings):
        call = ended(writer, CALL)  # handed in twice: the first waited for the worker
        assert (call["state"], call["article"], call["note"]) == ("unchanged", "call", None)
        assert len(writer.get("/v1/statements").json()["data"]) >= 3
        whole = await exported(settings)

        assert ended(writer, COPY)["state"] == "duplicate"
        page = ended(writer, PAGE)
        assert page["state"] == "dead"
        assert "HTML" in page["reason"]
        private = ended(writer, {"url": "http://127.0.0.1:9/secrets"})
        assert (private["state"], private["article"]) == ("dead", None)
        assert "private address" in private["reason"]
        assert writer.delete("/v1/articles/copy").status_code == 204
        assert await exported(settings) == whole

        before = datetime.now(UTC) - timedelta(seconds=1)
        ids = {row["id"] for row in writer.get("/v1/statements").json()["data"]}
        assert writer.delete("/v1/articles/call").status_code == 204
        assert writer.delete("/v1/articles/call").status_code == 404
        assert gone(writer, before) == ids
        assert ended(writer, CALL)["state"] == "written"
        assert gone(writer, before) == set()
        assert await exported(settings) == whole
        assert ended(writer, CALL | {"text": CALL["text"] + " Both will meet again."})["state"] == "written"

        await once_more(settings, writer, page["id"])


def gone(client: httpx.Client, since: datetime) -> set[str]:
    """Return what a reader who keeps a copy is told to drop, by the pages and by the list of its own."""
    found, cursor, listed = set[str](), None, set[str]()
    while True:
        asked = {"updated_since": since.isoformat(), "limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = client.get("/v1/statements", params=asked).raise_for_status().json()
        assert set(page) == {"data", "next_cursor", "removed"}
        assert len(page["data"]) <= 2
        found |= {row["id"] for row in page["removed"]}
        cursor = page["next_cursor"]
        if cursor is None:
            break
    lines = client.get("/v1/statements/removed", params={"since": since.isoformat(), "format": "jsonl"})
    listed = {json.loads(line)["id"] for line in lines.text.splitlines()}
    assert listed == found
    return found


async def once_more(settings: Settings, client: httpx.Client, job: str) -> None:
    """A dead letter is read again, and is dead again for the same reason."""
    submissions = LedgerSubmissions(settings.data / LEDGER)
    before = await submissions.inbox(10)
    assert before.attended
    (letter,) = (each for each in before.letters if job in each.given_in)
    assert letter.again
    await submissions.retry(letter.id)
    assert at_its_end(client, f"/v1/jobs/{job}")["state"] == "dead"
    after = await submissions.inbox(10)
    assert {each.given_in for each in after.letters} == {each.given_in for each in before.letters}


async def exported(settings: Settings) -> list[str]:
    async with open_graph(settings) as graph:
        return [line async for line in export_lines(graph)]


def test_the_worker_is_gone_with_its_block(settings: Settings, writer: httpx.Client, tmp_path: Path) -> None:
    job = writer.post("/v1/articles", json=CALL | {"id": "left"}).json()
    assert job["state"] == "queued"
    assert job["note"]
