"""Counts over HTTP: timelines, comparisons, positions, an actor's topics and interlocutors, networks."""

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import httpx
import networkx as nx
import pytest

from app.positions import Stand, changes
from graph_schema.vocabulary import Act

pytestmark = pytest.mark.anyio


async def ask(client: httpx.AsyncClient, path: str, **question: Any) -> Any:
    response = await client.get(path, params=question)
    assert response.status_code == 200, response.text
    return response.json()


async def test_a_timeline_by_act(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/timeline"))["data"]
    assert {row["time"] for row in rows} == {"2023-08-01T00:00:00Z"}
    assert {row["series"]: row["value"] for row in rows} == {
        "COMMENT": 4,
        "AGREE": 1,
        "REJECT": 1,
        "REQUEST": 1,
        "SUPPORT": 1,
        "THREATEN": 1,
    }


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("stance", {"1": 6, "-1": 2, "0": 1}),
        ("speaker", {"Wang Yi": 5, "Sergei Lavrov": 4, "John Brown": 1}),
        ("country", {"CN": 5, "RU": 4, "US": 1}),
        ("topic", {"Bilateral relations": 3, "War in Ukraine": 3, "Trade": 3}),
    ],
)
async def test_other_series(client: httpx.AsyncClient, by: str, expected: dict[str, int]) -> None:
    rows = (await ask(client, "/v1/timeline", by=by, interval="day"))["data"]
    assert {row["series"]: row["value"] for row in rows} == expected


async def test_filters_and_largest_series(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/timeline", by="speaker", topic="trade", series=1))["data"]
    assert len(rows) == 1
    assert (await ask(client, "/v1/timeline", until="2020-01-01"))["data"] == []


async def test_a_timeline_is_a_table_too(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/timeline", params={"format": "csv"})
    rows = list(csv.DictReader(StringIO(response.text, newline="")))
    assert list(rows[0]) == ["time", "series", "value", "id"]


async def test_two_actors_side_by_side(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/compare", actors="Wang Yi,Lavrov")
    wang, lavrov = found["sides"]
    assert (wang["name"], wang["statements"]) == ("Wang Yi", 5)
    assert (lavrov["name"], lavrov["statements"]) == ("Sergei Lavrov", 4)
    assert wang["acts"]["REQUEST"] == 1
    assert lavrov["stances"] == {"-1": 1, "0": 1, "1": 2}
    assert sorted(found["shared_topics"]) == ["bilateral-relations", "trade", "ukraine-war"]
    assert wang["own_topics"] == lavrov["own_topics"] == []


async def test_a_comparison_on_one_topic(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/compare", actors="Q7747,Q58217", topic="ukraine-war", latest=1)
    assert [side["statements"] for side in found["sides"]] == [2, 2]
    assert [len(side["latest"]) for side in found["sides"]] == [1, 1]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ({"actors": "Wang Yi"}, 422),
        ({"actors": ",".join("abcdefghi")}, 422),
        ({"actors": "Wang Yi,Lavrov", "speaker": "Wang Yi"}, 422),
        ({"actors": "Wang Yi,nobody"}, 404),
        ({}, 422),
    ],
    ids=str,
)
async def test_wrong_comparisons(client: httpx.AsyncClient, question: dict[str, str], status: int) -> None:
    assert (await client.get("/v1/compare", params=question)).status_code == status


async def test_positions_are_dated_and_worded(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/positions", actor="Wang Yi", topic="conflict")
    assert found["n"] == len(found["stands"]) == 2
    assert found["changes"] == []
    assert not found["truncated"]
    assert {stand["said_on"] for stand in found["stands"]} == {"2023-08-07"}


def at(day: int | None, stance: int) -> Stand:
    said_on = date(2023, 1, day) if day else None
    return Stand(
        statement=f"{day}{stance}",
        said_on=said_on,
        stance=stance,
        act=Act.COMMENT,
        claim="",
        article=None,
        url=None,
    )


@pytest.mark.parametrize(
    ("stances", "turns"),
    [
        ([at(1, 1), at(2, 1)], 0),
        ([at(1, 1), at(2, -1)], 1),
        ([at(1, 1), at(2, 0), at(3, -1), at(4, 1)], 2),
        ([at(1, 1), at(None, -1), at(3, 1)], 0),
        ([], 0),
    ],
)
def test_a_change_lies_between_opposite_stances(stances: list[Stand], turns: int) -> None:
    assert len(changes(stances)) == turns


async def test_what_an_actor_speaks_about(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/actors/wang-yi/topics"))["data"]
    assert {row["id"]: row["statements"] for row in rows} == {
        "bilateral-relations": 2,
        "ukraine-war": 2,
        "trade": 1,
    }


async def test_with_whom_an_actor_has_to_do(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/actors/Lavrov/interlocutors"))["data"]
    assert {row["id"]: (row["addressed"], row["jointly"], row["met"]) for row in rows} == {
        "Q7747": (0, 1, 1),
        "Q30": (1, 0, 0),
    }


async def test_who_speaks_on_a_topic(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/topics/conflict/speakers"))["data"]
    assert {row["name"]: (row["statements"], row["in_favour"]) for row in rows} == {
        "Wang Yi": (2, 1),
        "Sergei Lavrov": (2, 1),
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/v1/actors/wang-yi/statements", 5), ("/v1/topics/conflict/statements", 3)],
)
async def test_statements_of_one(client: httpx.AsyncClient, path: str, expected: int) -> None:
    assert len((await ask(client, path))["data"]) == expected


@pytest.mark.parametrize(
    "path", ["/v1/actors/wang-yi/statements?speaker=Lavrov", "/v1/topics/trade/statements?topic=trade"]
)
async def test_what_the_path_says_is_said_once(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 422


async def test_who_agrees_with_whom(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/networks/actors", kind="conflict", duplicates="all")
    edges = {(edge["source"], edge["target"]): edge["weight"] for edge in found["edges"]}
    # on trade: Lavrov once against, Wang once for; Brown against like Lavrov, his namesake for like Wang
    assert edges["actor:Q58217", "actor:Q7747"] == pytest.approx(1 + 1.0)
    assert edges["actor:Q7747", "actor:actor:a"] == 1
    assert found["attributes"]["truncated"] is False


async def test_countries_and_topics(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/networks/actor-topic", level="country", agreement="combine")
    edges = {(edge["source"], edge["target"]): edge["weight"] for edge in found["edges"]}
    assert edges["actor:CN", "topic:trade"] == 1
    assert edges["actor:RU", "topic:trade"] == 2


@pytest.mark.parametrize("path", ["/v1/networks/actors", "/v1/networks/actor-topic"])
async def test_networks_for_other_tools(client: httpx.AsyncClient, path: str) -> None:
    plain = await ask(client, path)
    for form, reader in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        response = await client.get(path, params={"format": form})
        network = reader(BytesIO(response.content))
        assert set(network.nodes) == {node["id"] for node in plain["nodes"]}
        assert sorted(data["weight"] for *_, data in network.edges(data=True)) == sorted(
            edge["weight"] for edge in plain["edges"]
        )
    response = await client.get(path, params={"format": "csv"})
    assert len(list(csv.DictReader(StringIO(response.text)))) == len(plain["edges"])
