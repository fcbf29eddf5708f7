"""HEAD wherever there is GET, and the headers that every response carries."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

from app.envelope import HEADERS, Envelope

pytestmark = pytest.mark.anyio

SENT: list[int] = []


async def numbers() -> AsyncIterator[bytes]:
    for number in range(1_000_000):
        SENT.append(number)
        yield b"."


def service() -> FastAPI:
    app = FastAPI()

    @app.get("/")
    async def tagged(request: Request) -> dict[str, str]:
        request.state.tag = 'W/"1"'
        return {"answer": "words"}

    @app.get("/long")
    async def long() -> StreamingResponse:
        return StreamingResponse(numbers(), media_type="text/plain")

    @app.post("/only-post")
    async def post() -> None: ...

    app.add_middleware(Envelope)
    return app


async def ask(method: str, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(service())
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.request(method, path)


async def test_head_is_get_without_a_body() -> None:
    get, head = await ask("GET", "/"), await ask("HEAD", "/")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers == get.headers


async def test_head_of_a_stream_does_not_compute_it() -> None:
    SENT.clear()
    head = await ask("HEAD", "/long")
    assert head.headers["content-type"].startswith("text/plain")
    assert len(SENT) < 10


async def test_head_where_there_is_no_get() -> None:
    assert (await ask("HEAD", "/only-post")).status_code == 405


@pytest.mark.parametrize("path", ["/", "/nowhere"])
async def test_every_response_carries_safe_headers(path: str) -> None:
    response = await ask("GET", path)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


async def test_only_a_whole_answer_carries_its_tag() -> None:
    assert (await ask("GET", "/")).headers["etag"] == 'W/"1"'
    assert "etag" not in (await ask("GET", "/nowhere")).headers
