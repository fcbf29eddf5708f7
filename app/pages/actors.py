"""All actors, those who say most first."""

from nicegui import ui

from app.pages.address import address, place
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.parts import as_data, command, empty, heading
from app.pages.visit import Visit, page
from app.refusals import Fault, InvalidParameters
from graph_schema.reads import find_actors
from graph_schema.vocabulary import ActorType

PAGE = 100
TYPES = {"": "all", "person": "persons", "organization": "organizations", "country": "countries"}


@page("/actors")
async def show(visit: Visit) -> None:
    """List actors."""
    ui.page_title("People and bodies · Communiqué")
    kind = visit.query.get("type") or ""
    if kind not in TYPES:
        raise InvalidParameters([Fault("type", "there is no such type of actor", tuple(ActorType))])
    words, country = visit.query.get("q") or None, visit.query.get("country") or None
    found = await find_actors(
        visit.graph,
        q=words,
        type=ActorType(kind) if kind else None,
        country=country,
        cursor=visit.cursor,
        limit=PAGE,
    )
    query = {"q": words, "country": country}
    ways = [
        link(address("/actors", query | {"type": each}), name, aria_current="true" if each == kind else None)
        for each, name in TYPES.items()
    ]
    write(heading("Who speaks, and who is spoken to", "People and bodies"), tag("p", ways, class_="ways"))
    if not found.data:
        write(empty("Nobody is here", command("communique ingest FILE"), " reads articles and finds them."))
        return
    rows = [
        tag(
            "li",
            link(place("actors", each.id), each.name),
            tag("small", f"{each.country or ''} {each.statements:,}"),
        )
        for each in found.data
    ]
    write(tag("ul", rows, class_="names wide"))
    query |= {"type": kind}
    if found.next_cursor:
        more = address("/actors", query | {"cursor": found.next_cursor})
        write(tag("p", link(more, "More →"), class_="onward"))
    write(as_data("/v1/actors", [(name, value) for name, value in query.items() if value]))
