"""Networks over HTTP: who counts at which level, what counts once, backbone, communities and windows."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def ask(client: httpx.AsyncClient, path: str, **question: Any) -> Any:
    response = await client.get(path, params=question)
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize(
    ("duplicates", "expected"),
    [("all", 5), ("article", 4), ("day", 4), ("week", 4), ("month", 4), ("year", 4), ("whole", 4)],
)
@pytest.mark.parametrize("level", ["person", "country"])
async def test_what_counts_once(
    client: httpx.AsyncClient, level: str, duplicates: str, expected: int
) -> None:
    """Wang: ties twice for in one article, Ukraine once for and once neither, trade once for in another."""
    found = await ask(client, "/v1/networks/actors", level=level, duplicates=duplicates)
    nodes = {node["id"]: node["attributes"]["statements"] for node in found["nodes"]}
    assert nodes["actor:Q7747" if level == "person" else "actor:CN"] == expected


async def test_percentages_beside_the_counts(client: httpx.AsyncClient) -> None:
    found = await ask(client, "/v1/networks/actors", duplicates="all")
    lavrov = next(node for node in found["nodes"] if node["id"] == "actor:Q58217")["attributes"]
    assert (lavrov["statements"], lavrov["in_favour"], lavrov["against"]) == (4, 2, 1)
    assert (lavrov["percent_in_favour"], lavrov["percent_against"]) == (66.67, 33.33)


async def test_backbone_and_communities(client: httpx.AsyncClient) -> None:
    whole = await ask(client, "/v1/networks/actors", kind="ignore", duplicates="all")
    kept = await ask(
        client, "/v1/networks/actors", kind="ignore", duplicates="all", backbone=0.2, communities=True
    )
    assert 0 < len(kept["edges"]) < len(whole["edges"])
    assert all(node["attributes"]["community"] >= 1 for node in kept["nodes"])
    assert kept["attributes"]["backbone"] == 0.2
    assert kept["attributes"]["modularity"] is not None


async def test_shares_of_codes_are_refused(client: httpx.AsyncClient) -> None:
    question = {"agreement": "combine", "normalization": "activity"}
    response = await client.get("/v1/networks/actor-topic", params=question)
    assert response.status_code == 422
    assert response.json()["errors"][0]["parameter"] == "normalization"


async def test_shares_of_an_actor_come_to_one(client: httpx.AsyncClient) -> None:
    found = await ask(
        client, "/v1/networks/actor-topic", agreement="ignore", normalization="activity", duplicates="all"
    )
    wang = [edge["weight"] for edge in found["edges"] if edge["source"] == "actor:Q7747"]
    assert sorted(wang) == pytest.approx([1 / 5, 2 / 5, 2 / 5], abs=1e-9)


async def test_ties_in_windows(client: httpx.AsyncClient) -> None:
    question = {"window": 3, "step": 2, "since": "2023-08-01", "until": "2023-08-09", "kind": "conflict"}
    rows = (await ask(client, "/v1/networks/windows", **question))["data"]
    assert {(row["since"], row["until"]) for row in rows} == {
        ("2023-08-05", "2023-08-07"),
        ("2023-08-07", "2023-08-09"),
    }
    assert {row["source_name"] for row in rows} == {"Sergei Lavrov", "Wang Yi"}


async def test_polarization_over_time(client: httpx.AsyncClient) -> None:
    rows = (await ask(client, "/v1/networks/polarization", topic="trade"))["data"]
    # Lavrov and Brown against, Wang for; the namesake's day is not known
    (row,) = rows
    assert (row["topic"], row["actors"], row["in_favour"], row["against"]) == ("trade", 3, 1, 2)
    third = (2 / 3) ** 2.6 / 3 * 2 + (1 / 3) ** 2.6 * 2 / 3 * 2
    assert row["polarization"] == pytest.approx(third / 0.5**1.6, abs=1e-9)


async def test_too_many_windows_are_refused(client: httpx.AsyncClient) -> None:
    question: dict[str, str | int] = {"window": 1, "step": 1, "since": "2020-01-01"}
    response = await client.get("/v1/networks/windows", params=question)
    assert response.status_code == 422
    assert response.json()["errors"][0]["parameter"] == "step"
