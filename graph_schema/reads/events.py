"""Events: lists of them, and one of them with the articles that report it."""

from datetime import date

from graph_schema import cursors
from graph_schema.errors import NotFound
from graph_schema.occasions import EventDetail, EventRow
from graph_schema.reads.names import resolve_actor
from graph_schema.store import Graph
from graph_schema.views import Page
from graph_schema.vocabulary import EventKind

LIST = "events"
BEFORE_ALL = ["9999", ""]


async def find_events(
    graph: Graph,
    *,
    kind: tuple[EventKind, ...] = (),
    participant: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[EventRow]:
    """Return events, the latest day first (unknown days last), then by id.

    All `participant` (ids or names) took part. Raises UnknownName, AmbiguousName or InvalidCursor.
    """
    day, key = cursors.decode(LIST, cursor, str, str) if cursor else BEFORE_ALL
    found = await graph.read(
        "events/find",
        kinds=list(kind),
        participants=[await resolve_actor(graph, name) for name in participant],
        since=since,
        until=until,
        after_day=day,
        after_id=key,
        limit=limit + 1,
    )
    rows = tuple(EventRow.model_validate(row) for row in found[:limit])
    more = cursors.encode(LIST, [str(rows[-1].starts_on or ""), rows[-1].id]) if len(found) > limit else None
    return Page[EventRow](data=rows, next_cursor=more)


async def get_event(graph: Graph, event: str) -> EventDetail:
    """Return the event of that id; raise NotFound where there is none."""
    found = await graph.read("events/get", id=event)
    if not found:
        raise NotFound(f"no event has the id {event!r}")
    return EventDetail.model_validate(
        found[0] | {"reported_by": await graph.read("events/articles", id=event)}
    )
