"""Parameters that a resource does not know are refused, with the nearest that it does."""

import httpx
import pytest
from fastapi import Depends, FastAPI, Query

from app import handlers
from app.parameters import nearest, refuse_unknown
from app.statement_lists import Order
from graph_schema.vocabulary import Act

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("given", "known", "expected"),
    [
        ("speakr", ["speaker", "topic", "since"], ("speaker",)),
        ("SPEAKER", ["speaker", "topic"], ("speaker",)),
        ("accuse", list(Act), ("ACCUSE",)),
        ("xyz", ["speaker", "topic"], ()),
        ("", ["speaker"], ()),
    ],
)
def test_nearest(given: str, known: list[str], expected: tuple[str, ...]) -> None:
    assert nearest(given, known) == expected


def service() -> FastAPI:
    app = FastAPI()
    handlers.install(app)

    def inner(topic: str = "") -> str:
        return topic

    @app.get("/", dependencies=[Depends(refuse_unknown)])
    async def resource(
        topic: str = Depends(inner),
        speaker: tuple[str, ...] = Query(()),
        limit: int = Query(50, ge=1, le=1000),
        order: Order = Order.NEWEST,
    ) -> dict[str, object]:
        return {"topic": topic, "speaker": speaker, "limit": limit}

    return app


async def ask(question: str) -> httpx.Response:
    transport = httpx.ASGITransport(service())
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.get(f"/?{question}")


@pytest.mark.parametrize(
    "question", ["", "speaker=a", "speaker=a&speaker=b", "topic=x&limit=3", "order=oldest"]
)
async def test_what_is_known_is_accepted(question: str) -> None:
    assert (await ask(question)).status_code == 200


@pytest.mark.parametrize(
    ("question", "parameter", "near"),
    [
        ("speakr=a", "speakr", ["speaker"]),
        ("topics=a", "topics", ["topic"]),
        ("wholly_other=1", "wholly_other", []),
        ("topic=a&topic=b", "topic", []),
        ("limit=1001", "limit", []),
        ("limit=many", "limit", []),
        ("order=newst", "order", ["newest"]),
    ],
)
async def test_what_is_not_is_refused_by_name(question: str, parameter: str, near: list[str]) -> None:
    response = await ask(question)
    assert response.status_code == 422
    fault = response.json()["errors"][0]
    assert fault["parameter"] == parameter
    assert fault["nearest"] == near
    assert parameter in response.json()["detail"]


async def test_all_faults_are_told_at_once() -> None:
    faults = (await ask("speakr=a&topik=b")).json()["errors"]
    assert [fault["parameter"] for fault in faults] == ["speakr", "topik"]
