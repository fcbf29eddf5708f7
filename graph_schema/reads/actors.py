"""Actors: lists of them, and one of them in profile."""

from graph_schema.store import Graph
from graph_schema.views import ActorProfile, ActorRow, Page
from graph_schema.vocabulary import ActorType


async def find_actors(
    graph: Graph,
    *,
    q: str | None = None,
    type: ActorType | None = None,  # noqa: A002  (the name of the field)
    country: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[ActorRow]:
    """Return actors by number of statements, most first, then id; `q` is part of a name or alias."""
    raise NotImplementedError


async def get_actor(graph: Graph, name: str) -> ActorProfile:
    """Return the actor of that id or name; raise UnknownName or AmbiguousName."""
    raise NotImplementedError
