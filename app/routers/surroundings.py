"""The graph as a graph: what is around a node, and what lies between two actors."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.dependencies import GraphOf, Words
from app.exports.drawn import DRAWN, Drawn, NetworkFormat, sent
from app.exports.network import Edge, Network, Node
from graph_schema.reads.surroundings import find_neighbors, find_path
from graph_schema.surroundings import Subgraph

router = APIRouter(prefix="/graph", tags=["graph"])
LARGEST = 500
FormAsked = Annotated[
    NetworkFormat, Query(alias="format", description="for Cytoscape, Gephi, igraph, Grafana's node graph")
]


@router.get("/neighbors", response_model=Drawn, responses=DRAWN)
async def show_neighbors(
    graph: GraphOf,
    id: Annotated[Words, Query(description="any node's id, or an actor's name")],  # noqa: A002
    depth: Annotated[int, Query(ge=1, le=3, description="how many steps around it")] = 1,
    limit: Annotated[int, Query(ge=1, le=LARGEST, description="how many nodes at most")] = 100,
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show what is around a node; `attributes` tells whether there was more than the cap.

    Example: `/v1/graph/neighbors?id=Wang Yi&depth=2`
    """
    return drawn(await find_neighbors(graph, id, depth=depth, cap=limit), form)


@router.get("/path", response_model=Drawn, responses=DRAWN)
async def show_path(
    graph: GraphOf,
    source: Annotated[Words, Query(description="an actor: id or name")],
    target: Annotated[Words, Query(description="another actor: id or name")],
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show a shortest path between two actors: over statements, topics and meetings.

    Example: `/v1/graph/path?source=Wang Yi&target=Sergei Lavrov`
    """
    return drawn(await find_path(graph, source, target), form)


def drawn(found: Subgraph, form: NetworkFormat) -> Response:
    """Return a piece of the graph in the form asked for."""
    network = Network(
        nodes=tuple(Node(id=node.id, name=node.name, kind=node.kind) for node in found.nodes),
        edges=tuple(Edge(source=edge.source, target=edge.target, kind=edge.kind) for edge in found.edges),
        directed=True,
        attributes={"cap": found.cap, "truncated": found.truncated},
    )
    return sent(network, form)
