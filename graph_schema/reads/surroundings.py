"""Pieces of the graph as graphs: what is around a node, and what lies between two actors."""

from collections.abc import Iterable

from graph_schema.errors import NotFound
from graph_schema.reads.names import resolve_actor
from graph_schema.store import Graph
from graph_schema.surroundings import GraphEdge, GraphNode, Subgraph


async def find_neighbors(graph: Graph, node: str, *, depth: int = 1, cap: int = 100) -> Subgraph:
    """Return what is at most `depth` steps around a node (its id, or an actor's name), at most `cap` nodes.

    Nearer nodes come first, and those of newer statements. Raises UnknownName or AmbiguousName.
    """
    start = node if await graph.read("surroundings/nodes", ids=[node]) else await resolve_actor(graph, node)
    reached, edges, frontier = {start: None}, dict[GraphEdge, None](), [start]
    truncated = False
    for _ in range(depth):
        found = await graph.read("surroundings/edges", ids=frontier, limit=cap)
        before = len(reached)
        for edge in map(GraphEdge.model_validate, found):
            new = {edge.source, edge.target} - reached.keys()
            if len(reached) + len(new) > cap:
                truncated = True
                continue
            reached |= dict.fromkeys(sorted(new))
            edges[edge] = None
        frontier = list(reached)[before:]
        truncated = truncated or len(found) >= cap
    return await _subgraph(graph, reached, edges, cap, truncated)


async def find_path(graph: Graph, source: str, target: str) -> Subgraph:
    """Return a shortest path between two actors, by id or name, of at most six steps.

    Raises UnknownName or AmbiguousName, and NotFound where no path is that short.
    """
    ends = [await resolve_actor(graph, name) for name in (source, target)]
    if ends[0] == ends[1]:
        return await _subgraph(graph, ends[:1], (), 1, truncated=False)
    found = await graph.read("surroundings/path", source=ends[0], target=ends[1])
    if not found:
        raise NotFound(f"nothing joins {source!r} and {target!r} within six steps")
    edges = [GraphEdge.model_validate(row) for row in found]
    nodes = dict.fromkeys(end for edge in edges for end in (edge.source, edge.target))
    return await _subgraph(graph, nodes, edges, len(nodes), truncated=False)


async def _subgraph(
    graph: Graph, ids: Iterable[str], edges: Iterable[GraphEdge], cap: int, truncated: bool
) -> Subgraph:
    order = {key: number for number, key in enumerate(ids)}
    nodes = [GraphNode.model_validate(row) for row in await graph.read("surroundings/nodes", ids=list(order))]
    return Subgraph(
        nodes=tuple(sorted(nodes, key=lambda node: order[node.id])),
        edges=tuple(edges),
        cap=cap,
        truncated=truncated,
    )
