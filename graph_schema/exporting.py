"""The whole graph as JSON lines: the same graph gives the same bytes, whichever engine holds it.

    {"node": "Statement", "id": "statement:...", "properties": {...}}
    {"relationship": "SPOKEN_BY", "start": "statement:...", "end": "Q...", "properties": {...}}

Nodes come first, kind by kind and by id; then relationships by their start. Left out is what the service
keeps for itself, and the clock stamps unless asked for; `whole` leaves out nothing, so that a copy goes on as
the original would.
"""

import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

from graph_schema.store import Graph, Rows

KINDS = {
    "Article": "articles",
    "Statement": "statements",
    "Actor": "actors",
    "Position": "positions",
    "Topic": "topics",
    "Event": "events",
}
BOOKKEEPING = frozenset({"contribution_hash", "background", "read_in", "main_topic", "articles"})
LISTED = frozenset({"Article", "Statement"})  # their `place` is one in lists; an event's is on a map
STAMPS = frozenset({"retrieved_at", "extracted_at"})
_ID = frozenset({"id"})  # it has a place of its own
_PAGE = 500


async def export_lines(graph: Graph, *, stamps: bool = False, whole: bool = False) -> AsyncIterator[str]:
    """Yield the graph's JSON lines, without line ends, in constant memory."""
    left_out = _ID if whole else _ID | BOOKKEEPING if stamps else _ID | BOOKKEEPING | STAMPS
    for label, plural in KINDS.items():
        of_node = left_out if whole or label not in LISTED else left_out | {"place"}
        async for page in _pages(graph, plural):
            for row in page:
                yield _line(of_node, row["properties"], node=label, id=row["id"])
    for plural in KINDS.values():
        async for page in _pages(graph, plural):
            found = await graph.read(f"export/from_{plural}", ids=[row["id"] for row in page])
            for line in _relationships(found, left_out):
                yield line


def _relationships(rows: Rows, left_out: frozenset[str]) -> list[str]:
    return [
        line
        for _, _, _, line in sorted(
            (row["start"], row["type"], row["end"], _relationship(row, left_out)) for row in rows
        )
    ]


def _relationship(row: dict[str, Any], left_out: frozenset[str]) -> str:
    ends = {"relationship": row["type"], "start": row["start"], "end": row["end"]}
    return _line(left_out, row["properties"], **ends)


async def _pages(graph: Graph, plural: str) -> AsyncIterator[Rows]:
    after = ""
    while page := await graph.read(f"export/{plural}", after=after, limit=_PAGE):
        yield page
        after = page[-1]["id"]


def _line(left_out: frozenset[str], properties: dict[str, Any], **head: str) -> str:
    kept = {name: properties[name] for name in sorted(properties.keys() - left_out)}
    return json.dumps({**head, "properties": kept}, ensure_ascii=False, default=_iso)


def _iso(value: date) -> str:
    return value.isoformat()
