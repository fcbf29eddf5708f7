"""Statements over HTTP: who said what about which topic, each with the place that reproduces its words."""

from typing import Any

import httpx
import pytest

from tests.app.corpus import BEIJING, MOSCOW, WORLD

pytestmark = pytest.mark.anyio

TEXTS = {each.article.id: each.article for each in WORLD}
EVERY = sum(len(each.statements) for each in WORLD)


async def rows(client: httpx.AsyncClient, **question: Any) -> list[dict[str, Any]]:
    response = await client.get("/v1/statements", params=question)
    assert response.status_code == 200, response.text
    data: list[dict[str, Any]] = response.json()["data"]
    return data


def claims(found: list[dict[str, Any]]) -> set[str]:
    return {row["claim"] for row in found}


async def test_what_wang_yi_said_on_ukraine_and_nothing_else(client: httpx.AsyncClient) -> None:
    found = await rows(client, speaker="Wang Yi", topic="ukraine-war")
    assert claims(found) == {
        "Beijing will keep working for a political settlement of the crisis",
        "the Ukraine crisis",
    }


async def test_lavrov_gives_his_and_the_joint_one(client: httpx.AsyncClient) -> None:
    found = await rows(client, speaker="Lavrov", article=BEIJING.id)
    assert claims(found) == {
        "Moscow values the Chinese position paper",
        "the ties of both sides are at their best",
        "the Ukraine crisis",
    }
    joint = next(row for row in found if row["joint"])
    assert [speaker["name"] for speaker in joint["speakers"]] == ["Sergei Lavrov", "Wang Yi"] or [
        speaker["name"] for speaker in joint["speakers"]
    ] == ["Wang Yi", "Sergei Lavrov"]


async def test_every_span_reproduces_its_words(client: httpx.AsyncClient) -> None:
    found = await rows(client)
    assert len(found) == EVERY
    for row in found:
        for place in row["appearances"]:
            article = TEXTS[place["article"]]
            text = article.headline if place["in_headline"] else article.text
            assert " ".join(text[start:end] for start, end in place["spans"]) == place["exact"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"speaker": "wang-yi"}, 5),
        ({"speaker": "Q7747"}, 5),
        ({"speaker": ["Wang Yi", "Lavrov"]}, 8),
        ({"topic": "conflict"}, 3),
        ({"topic": "Ukraine crisis"}, 3),
        ({"topic": ["trade", "ukraine-war"]}, 7),
        ({"country": "RU"}, 4),
        ({"country": "ru"}, 4),
        ({"voice": "China"}, 1),
        ({"addressee": "USA"}, 1),
        ({"act": "THREATEN"}, 1),
        ({"act": ["THREATEN", "REJECT"]}, 3),
        ({"stance": -1}, 2),
        ({"kind": "direct"}, 1),
        ({"article": MOSCOW.id}, 2),
        ({"publisher": "Northern Post"}, 2),
        ({"q": "settlement"}, 1),
        ({"position": "Minister of Foreign Affairs"}, 5),
        ({"updated_since": "2100-01-01T00:00:00Z"}, 0),
        ({"q": "tariffs"}, 2),
        ({"since": "2023-08-07"}, EVERY - 1),
        ({"since": "2023-08-07T10:00:00Z"}, EVERY - 1),
        ({"until": "2023-08-06"}, 0),
        ({"speaker": "Wang Yi", "topic": "trade", "since": "2023-08-01", "act": "REQUEST"}, 1),
    ],
    ids=str,
)
async def test_filters(client: httpx.AsyncClient, question: dict[str, Any], expected: int) -> None:
    assert len(await rows(client, **question)) == expected


async def test_rows_have_constant_keys(client: httpx.AsyncClient) -> None:
    assert len({frozenset(row) for row in await rows(client)}) == 1


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 3, 7])
async def test_pages_together_are_the_whole_list(client: httpx.AsyncClient, limit: int, order: str) -> None:
    whole = [row["id"] for row in await rows(client, order=order)]
    response = await client.get("/v1/statements", params={"limit": limit, "order": order})
    collected = [row["id"] for row in response.json()["data"]]
    while "next" in response.links:
        assert "cursor=" in response.links["next"]["url"]
        response = await client.get(response.links["next"]["url"])
        assert len(response.json()["data"]) <= limit
        collected += [row["id"] for row in response.json()["data"]]
    assert response.json()["next_cursor"] is None
    assert collected == whole


async def test_newest_first_and_unknown_days_last(client: httpx.AsyncClient) -> None:
    days = [row["said_on"] for row in await rows(client)]
    assert days[-1] is None
    assert days[:-1] == sorted(days[:-1], reverse=True)


async def test_one_statement_whole(client: httpx.AsyncClient) -> None:
    row = (await rows(client, q="settlement"))[0]
    detail = (await client.get(f"/v1/statements/{row['id']}")).json()
    assert {name: detail[name] for name in row} == row
    assert detail["wordings"][0]["as_written"] == "Wang Yi"
    assert detail["occasion"]["kind"] == "call"


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ({"speaker": "John Brown"}, 409, "candidates"),
        ({"speaker": "Sergej Lawrow"}, 404, "nearest"),
        ({"topic": "ukrain-war"}, 404, "nearest"),
    ],
    ids=str,
)
async def test_names_are_not_guessed(
    client: httpx.AsyncClient, question: dict[str, str], status: int, told: str
) -> None:
    response = await client.get("/v1/statements", params=question)
    assert response.status_code == status
    assert response.json()[told]
    assert response.json()["errors"][0]["parameter"] in question


@pytest.mark.parametrize(
    ("question", "parameter"),
    [
        ({"speakr": "Wang Yi"}, "speakr"),
        ({"act": "DENY"}, "act"),
        ({"since": "yesterday"}, "since"),
        ({"since": "2023-02-30"}, "since"),
        ({"until": "0"}, "until"),
        ({"updated_since": "2023-08-07T00:00:00"}, "updated_since"),
        ({"updated_since": "0.5"}, "updated_since"),
        ({"limit": "0"}, "limit"),
        ({"limit": "1001"}, "limit"),
        ({"cursor": "made-up"}, "cursor"),
        ({"speaker": ""}, "speaker"),
        ({"country": "C1"}, "country"),
        ({"q": " "}, "q"),
    ],
    ids=str,
)
async def test_what_is_wrong_is_named(
    client: httpx.AsyncClient, question: dict[str, str], parameter: str
) -> None:
    response = await client.get("/v1/statements", params=question)
    assert response.status_code == 422, response.text
    assert [fault["parameter"] for fault in response.json()["errors"]] == [parameter]


async def test_no_such_statement(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/statements/statement:0")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
