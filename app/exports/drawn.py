"""The formats of a network, by the tools that draw it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import Query

from app.exports.network import Network, cytoscape, gexf, grafana, graphml
from app.formats import offered


class NetworkFormat(StrEnum):
    """In what form a network is sent."""

    JSON = "json"
    CYTOSCAPE = "cytoscape"
    GRAPHML = "graphml"
    GEXF = "gexf"
    GRAFANA = "grafana"


WRITERS: Mapping[NetworkFormat, Callable[[Network], bytes]] = {
    NetworkFormat.CYTOSCAPE: cytoscape,
    NetworkFormat.GRAPHML: graphml,
    NetworkFormat.GEXF: gexf,
    NetworkFormat.GRAFANA: grafana,
}
NETWORK_TYPES = dict.fromkeys(NetworkFormat, "application/json") | {
    NetworkFormat.GRAPHML: "application/graphml+xml",
    NetworkFormat.GEXF: "application/gexf+xml",
}
NETWORK = offered(NETWORK_TYPES.values())

NetworkFormatAsked = Annotated[
    NetworkFormat, Query(alias="format", description="for Cytoscape, Gephi, igraph, Grafana's node graph")
]
