"""The graph about itself: what it holds, how fresh it is, which version of the data stands."""

from typing import Any

from graph_schema.reads.remembering import remembered
from graph_schema.reads.standing import get_versions
from graph_schema.store import Graph
from graph_schema.views import Meta

ENDS = ("first_said_on", "last_said_on", "last_published_at")
KINDS = ("articles", "statements", "actors", "positions", "topics", "events")


async def get_meta(graph: Graph) -> Meta:
    """Return counts, versions and freshness; counted again where the data changed."""

    async def ask() -> tuple[Meta]:
        return (await _get_meta(graph),)

    return (await remembered(graph, "meta", ask))[0]


async def _get_meta(graph: Graph) -> Meta:
    versions = await get_versions(graph)
    counts = {kind: (await graph.read(f"meta/count_{kind}"))[0]["n"] for kind in KINDS}
    freshness = {end: await _end(graph, end) for end in ENDS}
    return Meta(
        engine=graph.dialect.name,
        schema_version=versions.get("schema_version") or 0,
        data_version=versions.get("data_version") or 0,
        counts=counts,
        **freshness,
    )


async def _end(graph: Graph, name: str) -> Any:
    """Return the first or last moment of a kind, which an index finds at once; None where there is none."""
    rows = await graph.read(f"meta/{name}")
    return next(iter(rows[0].values())) if rows else None
