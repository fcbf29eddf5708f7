"""Names to ids: what readers call actors and topics, found without guessing."""

from graph_schema.store import Graph


async def resolve_actor(graph: Graph, name: str) -> str:
    """Return the id of the actor with that id, name, alias or slug ("wang-yi").

    Raises AmbiguousName with the candidates where several answer to it, UnknownName with the nearest where
    nobody does.
    """
    raise NotImplementedError


async def resolve_topic(graph: Graph, name: str) -> str:
    """Return the id of the topic with that id, label, alias or slug; raises as `resolve_actor` does."""
    raise NotImplementedError
