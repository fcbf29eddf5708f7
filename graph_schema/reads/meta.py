"""The graph about itself: what it holds, how fresh it is, which version of the data stands."""

from contextvars import ContextVar
from typing import Any

from graph_schema.store import Graph
from graph_schema.views import Meta

_standing: ContextVar[tuple[int, int]] = ContextVar("standing", default=(0, 0))  # id of a graph, version
KINDS = ("articles", "statements", "actors", "positions", "topics", "events")


async def get_meta(graph: Graph) -> Meta:
    """Return counts, versions and freshness."""
    versions = await _versions(graph)
    counts = {kind: (await graph.read(f"meta/count_{kind}"))[0]["n"] for kind in KINDS}
    freshness = (await graph.read("meta/freshness"))[0]
    return Meta(
        engine=graph.dialect.name,
        schema_version=versions.get("schema_version") or 0,
        data_version=versions.get("data_version") or 0,
        counts=counts,
        **freshness,
    )


async def get_data_version(graph: Graph) -> int:
    """Return a number that changes with every write (for ETag)."""
    return int((await _versions(graph)).get("data_version") or 0)


async def stand_by_version(graph: Graph) -> int:
    """Return the data's version and let the rest of this task, the answer to one request, go by it."""
    version = await get_data_version(graph)
    _standing.set((id(graph), version))
    return version


async def get_standing_version(graph: Graph) -> int:
    """Return the version that this task goes by; where it goes by none, the one that now is."""
    of, version = _standing.get()
    return version if of == id(graph) else await get_data_version(graph)


async def _versions(graph: Graph) -> dict[str, Any]:
    rows = await graph.read("meta/versions")
    return rows[0] if rows else {}
