"""The graph as a graph: what is around a node, and what lies between two actors."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.dependencies import GraphOf, Words
from app.exports.network import Edge, Network, Node, cytoscape, gexf, grafana, graphml
from graph_schema.reads.surroundings import find_neighbors, find_path
from graph_schema.surroundings import Subgraph

router = APIRouter(prefix="/graph", tags=["graph"])
LARGEST = 500


class NetworkFormat(StrEnum):
    """In what form a network is sent."""

    JSON = "json"
    CYTOSCAPE = "cytoscape"
    GRAPHML = "graphml"
    GEXF = "gexf"
    GRAFANA = "grafana"


FormatAsked = Annotated[
    NetworkFormat, Query(alias="format", description="for Cytoscape, Gephi, igraph, Grafana's node graph")
]


@router.get("/neighbors", response_model=Subgraph)
async def show_neighbors(
    graph: GraphOf,
    id: Annotated[Words, Query(description="any node's id, or an actor's name")],  # noqa: A002
    depth: Annotated[int, Query(ge=1, le=3, description="how many steps around it")] = 1,
    limit: Annotated[int, Query(ge=1, le=LARGEST, description="how many nodes at most")] = 100,
    form: FormatAsked = NetworkFormat.JSON,
) -> Response:
    """Show what is around a node; `truncated` tells that there was more than the `cap`.

    Example: `/v1/graph/neighbors?id=Wang Yi&depth=2`
    """
    return sent(await find_neighbors(graph, id, depth=depth, cap=limit), form)


@router.get("/path", response_model=Subgraph)
async def show_path(
    graph: GraphOf,
    source: Annotated[Words, Query(description="an actor: id or name")],
    target: Annotated[Words, Query(description="another actor: id or name")],
    form: FormatAsked = NetworkFormat.JSON,
) -> Response:
    """Show a shortest path between two actors: over statements, topics and meetings.

    Example: `/v1/graph/path?source=Wang Yi&target=Sergei Lavrov`
    """
    return sent(await find_path(graph, source, target), form)


def sent(found: Subgraph, form: NetworkFormat) -> Response:
    """Return a piece of the graph in the form asked for."""
    network = Network(
        nodes=tuple(Node(node.id, node.name, {"kind": node.kind}) for node in found.nodes),
        edges=tuple(Edge(edge.source, edge.target, edge.kind) for edge in found.edges),
        directed=True,
        attributes={"cap": found.cap, "truncated": found.truncated},
    )
    match form:
        case NetworkFormat.JSON:
            return Response(found.model_dump_json(), media_type="application/json")
        case NetworkFormat.CYTOSCAPE:
            return Response(cytoscape(network), media_type="application/json")
        case NetworkFormat.GRAFANA:
            return Response(grafana(network), media_type="application/json")
        case NetworkFormat.GRAPHML:
            return Response(graphml(network), media_type="application/graphml+xml")
        case NetworkFormat.GEXF:
            return Response(gexf(network), media_type="application/gexf+xml")
