"""The graph as a graph over HTTP, read by tools that draw it."""

from io import BytesIO
from typing import Any

import httpx
import networkx as nx
import pytest

pytestmark = pytest.mark.anyio


async def neighbors(client: httpx.AsyncClient, **question: Any) -> dict[str, Any]:
    response = await client.get("/v1/graph/neighbors", params=question)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def test_what_is_around_a_person(client: httpx.AsyncClient) -> None:
    found = await neighbors(client, id="Q7747")
    assert found["nodes"][0] == {"id": "Q7747", "kind": "actor", "name": "Wang Yi", "attributes": {}}
    assert {edge["kind"] for edge in found["edges"]} == {"SPOKEN_BY", "TOOK_PART_IN", "HOLDS"}
    assert not found["attributes"]["truncated"]


async def test_by_name_too(client: httpx.AsyncClient) -> None:
    assert await neighbors(client, id="wang-yi") == await neighbors(client, id="Q7747")


async def test_more_steps_reach_more(client: httpx.AsyncClient) -> None:
    sizes = [len((await neighbors(client, id="Q7747", depth=depth))["nodes"]) for depth in (1, 2, 3)]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("depth", [1, 2, 3])
async def test_the_cap_is_kept_and_said(client: httpx.AsyncClient, depth: int) -> None:
    found = await neighbors(client, id="Q7747", depth=depth, limit=4)
    assert len(found["nodes"]) == found["attributes"]["cap"] == 4
    assert found["attributes"]["truncated"]


async def test_edges_join_nodes_that_are_there(client: httpx.AsyncClient) -> None:
    found = await neighbors(client, id="Q7747", depth=3, limit=10)
    ids = {node["id"] for node in found["nodes"]}
    assert all({edge["source"], edge["target"]} <= ids for edge in found["edges"])


async def test_a_path_between_two_people(client: httpx.AsyncClient) -> None:
    found = (await client.get("/v1/graph/path", params={"source": "Wang Yi", "target": "Lavrov"})).json()
    names = [node["name"] for node in found["nodes"]]
    assert {"Wang Yi", "Sergei Lavrov"} <= set(names)
    assert len(found["edges"]) == 2


async def test_a_path_to_oneself_is_short(client: httpx.AsyncClient) -> None:
    found = (await client.get("/v1/graph/path", params={"source": "Wang Yi", "target": "Q7747"})).json()
    assert (len(found["nodes"]), found["edges"]) == (1, [])


@pytest.mark.parametrize(
    "path",
    ["/v1/graph/neighbors?id=nobody", "/v1/graph/path?source=nobody&target=Wang Yi"],
)
async def test_unknown_names(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_networkx_reads_what_we_write(client: httpx.AsyncClient) -> None:
    plain = await neighbors(client, id="Q7747", depth=2)
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        response = await client.get("/v1/graph/neighbors", params={"id": "Q7747", "depth": 2, "format": form})
        graph = read(BytesIO(response.content))
        assert set(graph.nodes) == {node["id"] for node in plain["nodes"]}
        assert graph.number_of_edges() == len(plain["edges"])
        assert graph.nodes["Q7747"]["label"] == "Wang Yi"
        assert graph.nodes["Q7747"]["kind"] == "actor"


async def test_cytoscape_and_grafana_shapes(client: httpx.AsyncClient) -> None:
    cytoscape = await neighbors(client, id="Q7747", format="cytoscape")
    assert cytoscape["elements"]["nodes"][0]["data"]["name"] == "Wang Yi"
    assert {"id", "source", "target", "kind"} <= set(cytoscape["elements"]["edges"][0]["data"])
    assert cytoscape["data"] == {"cap": 100, "truncated": False}
    grafana = await neighbors(client, id="Q7747", format="grafana")
    assert set(grafana["nodes"][0]) == {"id", "title", "subtitle"}
    assert set(grafana["edges"][0]) == {"id", "source", "target", "mainstat"}
