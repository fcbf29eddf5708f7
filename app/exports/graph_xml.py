"""Networks in the XML of graph tools, as networkx writes it."""

from io import BytesIO
from typing import Any

import networkx as nx

from app.exports.network import Attributes, Network


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
        made.add_node(node.id, label=node.name, kind=node.kind, **known(node.attributes))
    for number, edge in enumerate(network.edges):
        made.add_edge(edge.source, edge.target, key=number, kind=edge.kind, weight=edge.weight)
    return made


def known(attributes: Attributes) -> Attributes:
    """Return the attributes that have a value."""
    return {name: value for name, value in attributes.items() if value is not None}
