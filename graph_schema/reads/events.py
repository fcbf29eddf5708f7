"""Events: lists of them, and one of them with the articles that report it."""

from datetime import date

from graph_schema.errors import InvalidCursor, NotFound
from graph_schema.occasions import EventDetail, EventRow
from graph_schema.reads.names import resolve_actor
from graph_schema.store import Graph
from graph_schema.views import Page
from graph_schema.vocabulary import EventKind

BEFORE_ALL = ("9999", "")


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
    day, key = place(cursor)
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
    return Page[EventRow](data=rows, next_cursor=cursor_after(rows[-1]) if len(found) > limit else None)


async def get_event(graph: Graph, event: str) -> EventDetail:
    """Return the event of that id; raise NotFound where there is none."""
    found = await graph.read("events/get", id=event)
    if not found:
        raise NotFound(f"no event has the id {event!r}")
    return EventDetail.model_validate(
        found[0] | {"reported_by": await graph.read("events/articles", id=event)}
    )


def cursor_after(row: EventRow) -> str:
    """Return the cursor of the page after a row."""
    return f"{row.starts_on or ''}~{row.id}"


def place(cursor: str | None) -> tuple[str, str]:
    """Return the day and id after which a page starts."""
    if cursor is None:
        return BEFORE_ALL
    day, separator, key = cursor.partition("~")
    if not separator or not key or (day and not is_day(day)):
        raise InvalidCursor("this cursor was not made here; leave it out to start from the first page")
    return day, key


def is_day(text: str) -> bool:
    """Tell whether a text is a day as cursors write it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
