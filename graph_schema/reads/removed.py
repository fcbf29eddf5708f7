"""Statements that are gone: for readers who keep copies."""

from datetime import UTC, datetime

from graph_schema import cursors
from graph_schema.store import Graph
from graph_schema.tombstones import RemovedRow, gone_key
from graph_schema.views import Page

LIST = "removed"


async def find_removed(
    graph: Graph, since: datetime, *, cursor: str | None = None, limit: int = 50
) -> Page[RemovedRow]:
    """Return the statements that went at a moment or later and are not back, the first gone first.

    Raises InvalidCursor.
    """
    after = str(cursors.decode(LIST, cursor, str)[0]) if cursor is not None else gone_key(since)
    rows = await graph.read("statements/removed", after=after, limit=limit + 1)
    more = cursors.encode(LIST, [rows[limit - 1]["place"]]) if len(rows) > limit else None
    found = tuple(RemovedRow(id=row["id"], removed_at=_utc(row["removed_at"])) for row in rows[:limit])
    return Page[RemovedRow](data=found, next_cursor=more)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
