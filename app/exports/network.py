"""Networks: nodes and edges with all their attributes, in the formats of the tools that draw them."""

from typing import TypeAlias

from pydantic import Field

from app.exports.separated import lines
from graph_schema.views import View

Attributes: TypeAlias = dict[str, str | int | float | bool | None]


class Node(View):
    """A node; `name` is what is written beside it."""

    id: str
    name: str
    kind: str
    attributes: Attributes = Field(default_factory=dict)


class Edge(View):
    """An edge; `kind` tells what it means."""

    source: str
    target: str
    kind: str
    weight: float = 1.0


class Network(View):
    """A network; its own attributes tell how it was made, and whether there was more."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool
    attributes: Attributes = Field(default_factory=dict)


class Cytoscape(View):
    """A network as Cytoscape has it: `elements` are nodes and edges, each with its `data`."""

    data: Attributes
    elements: dict[str, list[dict[str, Attributes]]]


class NodeFrame(View):
    """A node as Grafana draws it."""

    id: str
    title: str
    subtitle: str


class EdgeFrame(View):
    """An edge as Grafana draws it."""

    id: str
    source: str
    target: str
    mainstat: str


class NodeGraph(View):
    """A network as Grafana's node graph has it."""

    nodes: list[NodeFrame]
    edges: list[EdgeFrame]


def plain(network: Network) -> bytes:
    """Return a network as JSON."""
    return network.model_dump_json().encode()


def edge_list(network: Network) -> bytes:
    """Return a network's edges as CSV."""
    names = {node.id: node.name for node in network.nodes}
    header = ("source", "target", "kind", "weight", "source_name", "target_name")
    rows = (
        (edge.source, edge.target, edge.kind, edge.weight, names[edge.source], names[edge.target])
        for edge in network.edges
    )
    return lines([header, *rows])


def cytoscape(network: Network) -> bytes:
    """Return a network as Cytoscape (and Cytoscape.js) JSON."""
    nodes = [
        {"data": {"id": node.id, "name": node.name, "kind": node.kind, **node.attributes}}
        for node in network.nodes
    ]
    edges = [
        {"data": {"id": f"edge-{number}", **edge.model_dump()}} for number, edge in enumerate(network.edges)
    ]
    whole = Cytoscape(data=network.attributes, elements={"nodes": nodes, "edges": edges})
    return whole.model_dump_json().encode()


def grafana(network: Network) -> bytes:
    """Return a network as the two frames of Grafana's node graph."""
    frames = NodeGraph(
        nodes=[NodeFrame(id=node.id, title=node.name, subtitle=node.kind) for node in network.nodes],
        edges=[
            EdgeFrame(id=f"edge-{number}", source=edge.source, target=edge.target, mainstat=mainstat(edge))
            for number, edge in enumerate(network.edges)
        ],
    )
    return frames.model_dump_json().encode()


def mainstat(edge: Edge) -> str:
    """Return what Grafana writes on an edge."""
    return edge.kind if edge.weight == 1 else f"{edge.kind} {edge.weight:.3g}"
