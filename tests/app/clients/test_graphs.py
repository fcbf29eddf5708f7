"""Networks and pieces of the graph, as networkx and igraph read them from the files that we send."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import igraph
import networkx
import pytest

PATHS = [
    "/v1/networks/actors?kind=ignore&normalization=average",
    "/v1/networks/actor-topic?agreement=subtract&level=country",
    "/v1/graph/neighbors?id=Wang+Yi&depth=2",
    "/v1/graph/path?source=Wang+Yi&target=Sergei+Lavrov",
]


def fetched(address: str, path: str, form: str) -> bytes:
    with urlopen(f"{address}{path}&format={form}") as answer:
        body: bytes = answer.read()
    return body


def plain(address: str, path: str) -> dict[str, Any]:
    import json

    found: dict[str, Any] = json.loads(fetched(address, path, "json"))
    return found


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_all_of_it(address: str, path: str, form: str) -> None:
    expected = plain(address, path)
    body = BytesIO(fetched(address, path, form))
    made = networkx.read_graphml(body) if form == "graphml" else networkx.read_gexf(body)
    assert made.is_directed() == expected["directed"]
    assert set(made.nodes) == {node["id"] for node in expected["nodes"]} != set()
    assert made.number_of_edges() == len(expected["edges"]) > 0
    for node in expected["nodes"]:
        kept = made.nodes[node["id"]]
        assert (kept["label"], kept["kind"]) == (node["name"], node["kind"])
        for name, value in node["attributes"].items():
            assert value is None or kept[name] == pytest.approx(value)
    weights = sorted(weight for *_, weight in made.edges(data="weight"))
    assert weights == pytest.approx(sorted(edge["weight"] for edge in expected["edges"]))


@pytest.mark.parametrize("path", PATHS)
def test_igraph_reads_all_of_it(address: str, path: str, tmp_path: Path) -> None:
    expected = plain(address, path)
    file = tmp_path / "network.graphml"
    file.write_bytes(fetched(address, path, "graphml"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = igraph.Graph.Read_GraphML(str(file))
    assert made.is_directed() == expected["directed"]
    assert set(made.vs["label"]) == {node["name"] for node in expected["nodes"]}
    assert set(made.vs["id"]) == {node["id"] for node in expected["nodes"]}
    assert made.ecount() == len(expected["edges"]) > 0
    assert sorted(made.es["weight"]) == pytest.approx(sorted(e["weight"] for e in expected["edges"]))
    assert set(made.es["kind"]) == {edge["kind"] for edge in expected["edges"]}


def test_networkx_reads_the_gexf_into_igraph_too(address: str) -> None:
    made = networkx.read_gexf(BytesIO(fetched(address, PATHS[0], "gexf")))
    over = igraph.Graph.from_networkx(made)
    assert over.vcount() == made.number_of_nodes()
    assert sorted(over.es["weight"]) == sorted(weight for *_, weight in made.edges(data="weight"))
