"""Views of a piece of the graph as a graph: nodes of any kind and what joins them."""

from graph_schema.views import View


class GraphNode(View):
    """A node of any kind, with its caption."""

    id: str
    kind: str
    name: str


class GraphEdge(View):
    """A relationship, from the node it starts at to the node it ends at."""

    source: str
    target: str
    kind: str


class Subgraph(View):
    """A piece of the graph; `truncated` tells that there was more than `cap` nodes."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    cap: int
    truncated: bool
