"""Networks: nodes and edges with all their attributes, as GraphML, GEXF, Cytoscape JSON and for Grafana."""

import json
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias

import networkx as nx

Attributes: TypeAlias = dict[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `name` is what is written beside it."""

    id: str
    name: str
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge; `name` tells what it means."""

    source: str
    target: str
    name: str
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """A network; its own attributes tell how it was made."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool
    attributes: Attributes = field(default_factory=dict)


def graphml(network: Network) -> bytes:
    """Return a network as GraphML (Gephi, igraph, yEd, networkx)."""
    buffer = BytesIO()
    nx.write_graphml(of_networkx(network), buffer, named_key_ids=True)
    return buffer.getvalue()


def gexf(network: Network) -> bytes:
    """Return a network as GEXF 1.2 (Gephi)."""
    buffer = BytesIO()
    nx.write_gexf(of_networkx(network), buffer)
    return buffer.getvalue()


def of_networkx(network: Network) -> Any:
    """Return a network as networkx has it; what is not known is left out."""
    made = nx.MultiDiGraph() if network.directed else nx.MultiGraph()
    made.graph.update(known(network.attributes))
    for node in network.nodes:
        made.add_node(node.id, label=node.name, **known(node.attributes))
    for number, edge in enumerate(network.edges):
        made.add_edge(edge.source, edge.target, key=number, label=edge.name, **known(edge.attributes))
    return made


def cytoscape(network: Network) -> bytes:
    """Return a network as Cytoscape (and Cytoscape.js) JSON."""
    nodes = [{"data": {"id": node.id, "name": node.name, **node.attributes}} for node in network.nodes]
    edges = [{"data": edge_data(number, edge)} for number, edge in enumerate(network.edges)]
    return encoded({"data": network.attributes, "elements": {"nodes": nodes, "edges": edges}})


def edge_data(number: int, edge: Edge) -> dict[str, Any]:
    """Return an edge's fields, with an id, which Cytoscape wants and our edges lack."""
    ends = {"source": edge.source, "target": edge.target}
    return {"id": f"edge-{number}", **ends, "name": edge.name, **edge.attributes}


def grafana(network: Network) -> bytes:
    """Return a network as the two frames of Grafana's node graph."""
    nodes = [
        {"id": node.id, "title": node.name, "subtitle": str(node.attributes.get("kind", ""))}
        for node in network.nodes
    ]
    edges = [
        {"id": f"edge-{number}", "source": edge.source, "target": edge.target, "mainstat": edge.name}
        for number, edge in enumerate(network.edges)
    ]
    return encoded({"nodes": nodes, "edges": edges})


def encoded(value: object) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode()


def known(attributes: Attributes) -> Attributes:
    """Return the attributes that have a value."""
    return {name: value for name, value in attributes.items() if value is not None}
