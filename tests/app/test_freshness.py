"""A reader's copy is good until the data changes."""

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_the_same_question_needs_no_second_answer(client: httpx.AsyncClient) -> None:
    first = await client.get("/v1/statements?speaker=Wang Yi&limit=2")
    tag = first.headers["etag"]
    again = await client.get("/v1/statements?limit=2&speaker=Wang Yi", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag


@pytest.mark.parametrize("held", ['"x", {tag}', "{strong}", '  {tag} , "y"'])
async def test_tags_are_compared_weakly(client: httpx.AsyncClient, held: str) -> None:
    tag = (await client.get("/v1/topics")).headers["etag"]
    held = held.format(tag=tag, strong=tag.removeprefix("W/"))
    assert (await client.get("/v1/topics", headers={"If-None-Match": held})).status_code == 304


@pytest.mark.parametrize("path", ["/v1/topics?limit=2", "/v1/actors", "/v1/topics?format=csv"])
async def test_another_question_has_another_tag(client: httpx.AsyncClient, path: str) -> None:
    tag = (await client.get("/v1/topics")).headers["etag"]
    assert (await client.get(path, headers={"If-None-Match": tag})).status_code == 200


async def test_head_has_the_tag_too(client: httpx.AsyncClient) -> None:
    get, head = await client.get("/v1/topics"), await client.head("/v1/topics")
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.content == b""


async def test_long_answers_are_zipped(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/statements", headers={"Accept-Encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["vary"]
    assert response.json()["data"]
