"""All events: calls, meetings, visits, and how many articles report each."""

from collections.abc import Sequence

from markupsafe import Markup
from nicegui import ui

from app.pages.address import address, place
from app.pages.frame import write
from app.pages.markup import Inside, link, tag
from app.pages.parts import actors, as_data, command, empty, heading
from app.pages.visit import Visit, page
from app.pages.words import capital, day, many, occasion
from app.refusals import Fault, InvalidParameters
from graph_schema.occasions import EventRow
from graph_schema.reads.events import find_events
from graph_schema.views import ActorName
from graph_schema.vocabulary import EventKind

PAGE, MOST_PARTIES = 50, 5


@page("/events")
async def show(visit: Visit) -> None:
    """List events."""
    ui.page_title("Events · Communiqué")
    kind, participant = visit.query.get("kind") or "", visit.query.get("participant") or ""
    if kind and kind not in tuple(EventKind):
        raise InvalidParameters([Fault("kind", "there is no such kind of event", tuple(EventKind))])
    found = await find_events(
        visit.graph,
        kind=(EventKind(kind),) if kind else (),
        participant=(participant,) if participant else (),
        cursor=visit.cursor,
        limit=PAGE,
    )
    query = {"participant": participant}
    ways = [
        link(
            address("/events", query | {"kind": each}),
            occasion(EventKind(each)) if each else "all",
            aria_current="true" if each == kind else None,
        )
        for each in ("", *EventKind)
    ]
    write(heading("When they spoke", "Events"), tag("p", ways, class_="ways"))
    if not found.data:
        advice = (
            command("communique ingest FILE"),
            " reads articles; or ",
            link("/events", "see all kinds"),
            ".",
        )
        write(empty("No such event", advice))
        return
    write(tag("ol", [entry(each) for each in found.data], class_="events"))
    if found.next_cursor:
        more = address("/events", query | {"kind": kind, "cursor": found.next_cursor})
        write(tag("p", link(more, "Earlier events →"), class_="onward"))
    asked = [(name, value) for name, value in (query | {"kind": kind}).items() if value]
    write(as_data("/v1/events", asked))


def entry(each: EventRow) -> Markup:
    """Return an event as lists show it."""
    where = f" in {each.place}" if each.place else ""
    counts = f"{many(each.statements, 'statement')} in {many(each.articles, 'article')}"
    return tag(
        "li",
        tag("time", day(each.starts_on), datetime=each.starts_on),
        link(place("events", each.id), capital(f"{occasion(each.kind)}{where}")),
        tag("span", parties(each.participants) if each.participants else "participants not named"),
        tag("small", counts),
    )


def parties(several: Sequence[ActorName]) -> list[Inside]:
    """Return who took part, the rest of many as a number."""
    more = len(several) - MOST_PARTIES
    return [*actors(several[:MOST_PARTIES]), f" and {more} more" if more > 0 else None]
