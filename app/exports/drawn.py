"""The formats of a network, by the tools that draw it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from fastapi import Response

from app.exports.network import (
    Cytoscape,
    Network,
    NodeGraph,
    cytoscape,
    edge_list,
    grafana,
    plain,
)
from app.formats import offered


class NetworkFormat(StrEnum):
    """In what form a network is sent: plain, or for Cytoscape, Gephi and igraph, Grafana's node graph."""

    JSON = "json"
    CSV = "csv"
    CYTOSCAPE = "cytoscape"
    GRAPHML = "graphml"
    GEXF = "gexf"
    GRAFANA = "grafana"


WRITERS: Mapping[NetworkFormat, Callable[[Network], bytes]] = {
    NetworkFormat.JSON: plain,
    NetworkFormat.CSV: edge_list,
    NetworkFormat.CYTOSCAPE: cytoscape,
    NetworkFormat.GRAFANA: grafana,
}
MEDIA_TYPES = dict.fromkeys(NetworkFormat, "application/json") | {
    NetworkFormat.CSV: "text/csv",
    NetworkFormat.GRAPHML: "application/graphml+xml",
    NetworkFormat.GEXF: "application/gexf+xml",
}
Drawn: TypeAlias = Network | Cytoscape | NodeGraph
DRAWN = offered(MEDIA_TYPES.values())


def xml(network: Network, form: NetworkFormat) -> bytes:
    """Return a network as GraphML or GEXF."""
    # Not at the top: networkx takes 11 MB, for these two formats.
    from app.exports.graph_xml import gexf, graphml

    return graphml(network) if form is NetworkFormat.GRAPHML else gexf(network)


def sent(network: Network, form: NetworkFormat) -> Response:
    """Return a network in the form asked for."""
    body = WRITERS[form](network) if form in WRITERS else xml(network, form)
    return Response(body, media_type=MEDIA_TYPES[form])
