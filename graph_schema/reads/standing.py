"""Which version of the data an answer stands by."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from graph_schema.store import Graph

_standing: ContextVar[tuple[int, int] | None] = ContextVar("standing", default=None)  # id of a graph, version


async def get_versions(graph: Graph) -> dict[str, Any]:
    """Return the versions of the schema and of the data; nothing in a new graph."""
    rows = await graph.read("meta/versions")
    return rows[0] if rows else {}


async def get_data_version(graph: Graph) -> int:
    """Return a number that changes with every write (for ETag)."""
    return int((await get_versions(graph)).get("data_version") or 0)


@contextmanager
def standing_by(graph: Graph, version: int) -> Iterator[None]:
    """Let this task, the answer to one request, go by a version of the data that was just looked up."""
    token = _standing.set((id(graph), version))
    try:
        yield
    finally:
        _standing.reset(token)


async def get_standing_version(graph: Graph) -> int:
    """Return the version that this task goes by; where it goes by none, the one that now is."""
    standing = _standing.get()
    return standing[1] if standing and standing[0] == id(graph) else await get_data_version(graph)
