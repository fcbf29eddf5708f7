"""Reviews over HTTP: with a key that opens writing, at once, and rejected statements are found again."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.writes import write
from tests.app.corpus import WORLD

pytestmark = pytest.mark.anyio


@pytest.fixture
async def reader(graph: Graph, engine: Settings, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await write(graph, WORLD)
    settings = ServiceSettings.of(engine).model_copy(update={"data": tmp_path})
    app = create_app(settings, graph)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        yield client


def bearer(folder: Path, scope: Scope) -> dict[str, str]:
    return {"Authorization": f"Bearer {KeyRing(folder).create('desk', scope)[1]}"}


async def statement(reader: httpx.AsyncClient, words: str) -> str:
    return str((await reader.get("/v1/statements", params={"q": words})).json()["data"][0]["id"])


async def test_a_correction_by_http(reader: httpx.AsyncClient, tmp_path: Path) -> None:
    key, headers = await statement(reader, "settlement"), bearer(tmp_path, Scope.WRITE)
    given = {"statement": key, "verdict": "correct", "speaker": "Lavrov", "act": "REQUEST", "stance": -1}
    response = await reader.post("/v1/reviews", json=given, headers=headers)
    assert response.status_code == 201, response.text
    row = (await reader.get(f"/v1/statements/{key}")).json()
    assert [each["name"] for each in row["speakers"]] == ["Sergei Lavrov"]
    assert (row["act"], row["stance"], row["reviewed"], row["reviewed_by"]) == (
        "REQUEST",
        -1,
        "corrected",
        "desk",
    )
    found = (await reader.get("/v1/reviews/agreement")).json()
    assert found["corrected"] == 1
    assert {each["field"]: each["agreed"] for each in found["fields"]} == {
        "speaker": 0,
        "topic": 1,
        "act": 0,
        "stance": 0,
    }


async def test_rejected_is_hidden_and_found_among_reviews(reader: httpx.AsyncClient, tmp_path: Path) -> None:
    key, headers = await statement(reader, "settlement"), bearer(tmp_path, Scope.WRITE)
    body = {"statement": key, "verdict": "reject", "by": "Ann", "note": "the reporter's words"}
    assert (await reader.post("/v1/reviews", json=body, headers=headers)).status_code == 201
    assert (await reader.get(f"/v1/statements/{key}")).status_code == 404
    (kept,) = (await reader.get("/v1/reviews", params={"verdict": "reject"})).json()["data"]
    assert (kept["machine"]["statement"]["id"], kept["by"]) == (key, "Ann")
    body = {"statement": key, "verdict": "confirm"}
    assert (await reader.post("/v1/reviews", json=body, headers=headers)).status_code == 201
    assert (await reader.get(f"/v1/statements/{key}")).json()["reviewed"] == "confirmed"
    assert (await reader.get("/v1/reviews", params={"verdict": "reject"})).json()["data"] == []


@pytest.mark.parametrize(
    ("scope", "body", "status"),
    [
        (None, {"verdict": "confirm"}, 401),
        (Scope.READ, {"verdict": "confirm"}, 403),
        (Scope.WRITE, {"verdict": "correct"}, 422),
        (Scope.WRITE, {"verdict": "confirm", "stance": 1}, 422),
        (Scope.WRITE, {"verdict": "correct", "stance": 5}, 422),
        (Scope.WRITE, {"verdict": "correct", "speaker": "Nobody at all"}, 404),
        (Scope.WRITE, {"verdict": "correct", "speaker": "John Brown"}, 409),
        (Scope.WRITE, {"verdict": "confirm", "statement": "statement:none"}, 404),
    ],
)
async def test_what_is_refused(
    reader: httpx.AsyncClient, tmp_path: Path, scope: Scope | None, body: dict[str, object], status: int
) -> None:
    given = {"statement": await statement(reader, "settlement")} | body
    headers = bearer(tmp_path, scope) if scope else {}
    response = await reader.post("/v1/reviews", json=given, headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert (await reader.get("/v1/reviews")).json()["data"] == []
