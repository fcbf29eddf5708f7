"""Actors, topics, articles and the service itself over HTTP."""

import httpx
import pytest

from tests.app.corpus import BEIJING, WORLD

pytestmark = pytest.mark.anyio


async def test_actors_by_part_of_a_name(client: httpx.AsyncClient) -> None:
    found = (await client.get("/v1/actors", params={"q": "lavrov"})).json()
    assert [row["id"] for row in found["data"]] == ["Q58217"]
    assert found["data"][0]["statements"] == 4
    assert found["next_cursor"] is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [({"type": "person", "country": "cn"}, {"Q7747"}), ({"type": "country"}, {"Q148", "Q159", "Q30"})],
    ids=str,
)
async def test_actors_by_type_and_country(
    client: httpx.AsyncClient, question: dict[str, str], expected: set[str]
) -> None:
    found = (await client.get("/v1/actors", params=question)).json()["data"]
    assert {row["id"] for row in found} == expected


async def test_pages_of_actors(client: httpx.AsyncClient) -> None:
    whole = [row["id"] for row in (await client.get("/v1/actors")).json()["data"]]
    response = await client.get("/v1/actors", params={"limit": 2})
    collected = [row["id"] for row in response.json()["data"]]
    while "next" in response.links:
        response = await client.get(response.links["next"]["url"])
        collected += [row["id"] for row in response.json()["data"]]
    assert collected == whole


@pytest.mark.parametrize("name", ["Q7747", "wang-yi", "Wang Yi"])
async def test_an_actor_in_profile(client: httpx.AsyncClient, name: str) -> None:
    profile = (await client.get(f"/v1/actors/{name}")).json()
    assert profile["id"] == "Q7747"
    assert profile["statements"] == 5
    assert profile["first_said_on"] == profile["last_said_on"] == "2023-08-07"
    assert [tenure["since"] for tenure in profile["positions"]] == ["2023-07-25"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/actors/john-brown", 409),
        ("/v1/actors/nobody", 404),
        ("/v1/topics/nothing", 404),
        ("/v1/articles/nowhere", 404),
    ],
)
async def test_names_are_not_guessed(client: httpx.AsyncClient, path: str, status: int) -> None:
    response = await client.get(path)
    assert response.status_code == response.json()["status"] == status


async def test_topics_with_counts(client: httpx.AsyncClient) -> None:
    rows = {row["id"]: row for row in (await client.get("/v1/topics")).json()["data"]}
    assert rows["conflict"]["statements"] == 0
    assert rows["conflict"]["statements_with_narrower"] == rows["ukraine-war"]["statements"] == 3
    assert rows["ukraine-war"]["broader"] == ["conflict"]


async def test_pages_of_topics(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/topics", params={"limit": 2})
    collected = [row["id"] for row in response.json()["data"]]
    while "next" in response.links:
        response = await client.get(response.links["next"]["url"])
        collected += [row["id"] for row in response.json()["data"]]
    assert collected == ["bilateral-relations", "conflict", "economy", "trade", "ukraine-war"]


async def test_a_topic_in_profile(client: httpx.AsyncClient) -> None:
    topic = (await client.get("/v1/topics/ukraine")).json()
    assert topic["id"] == "ukraine-war"
    assert {speaker["name"] for speaker in topic["speakers"]} == {"Wang Yi", "Sergei Lavrov"}


async def test_articles_newest_first(client: httpx.AsyncClient) -> None:
    rows = (await client.get("/v1/articles")).json()["data"]
    assert [row["id"] for row in rows] == ["beijing", "moscow", "washington"]
    assert [row["statements"] for row in rows] == [len(each.statements) for each in WORLD]
    assert rows[0]["published_at"] == "2023-08-07T23:04:00Z"


async def test_an_article_with_the_places_of_its_statements(client: httpx.AsyncClient) -> None:
    article = (await client.get(f"/v1/articles/{BEIJING.id}")).json()
    assert article["text"] == BEIJING.text
    for passage in article["passages"]:
        text = article["headline"] if passage["in_headline"] else article["text"]
        assert " ".join(text[start:end] for start, end in passage["spans"]) == passage["claim"]


async def test_meta(client: httpx.AsyncClient) -> None:
    meta = (await client.get("/v1/meta")).json()
    assert meta["engine"]
    assert meta["schema_version"] >= 1
    assert meta["limits"]["page"] == 1000
    assert meta["last_said_on"] == "2023-08-07"


async def test_alive_and_ready(client: httpx.AsyncClient) -> None:
    assert (await client.get("/livez")).json() == {"status": "ok"}
    ready = (await client.get("/readyz")).json()
    assert ready["status"] == "ok"
    assert ready["schema_version"] >= 1


async def test_metrics(client: httpx.AsyncClient) -> None:
    await client.get("/v1/meta")
    text = (await client.get("/metrics")).text
    assert 'operation="get_service_meta"' in text


async def test_a_request_keeps_its_id(client: httpx.AsyncClient) -> None:
    given = await client.get("/livez", headers={"X-Request-ID": "desk-7"})
    made = await client.get("/livez", headers={"X-Request-ID": "not harmless\x7f"})
    assert given.headers["x-request-id"] == "desk-7"
    assert len(made.headers["x-request-id"]) == 16
