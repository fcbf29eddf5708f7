"""All statements that match: the list to which every number of the dashboard leads."""

from nicegui import ui

from app.pages.address import address, pairs
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.parts import as_data, command, empty, heading, onward, section, statements
from app.pages.visit import Visit, page
from app.pages.words import many
from graph_schema.filters import StatementFilter
from graph_schema.reads import count_statements, find_statements
from graph_schema.reads.tallies import count_speakers, count_topics

EVERYTHING = StatementFilter()
PAGE, MOST_WAYS = 40, 10


@page("/statements")
async def show(visit: Visit) -> None:
    """List the statements that match the address."""
    ui.page_title("Statements · Communiqué")
    asked = visit.asked
    form = await filter_form(visit.graph, visit.path, asked)
    found = await find_statements(visit.graph, asked, cursor=visit.cursor, limit=PAGE)
    write(heading("Who said what", await title(visit, asked)), form)
    if found.data:
        with ui.element("div").classes("columns"):
            with ui.element("div"):
                write(
                    statements(found.data),
                    onward(visit.path, pairs(asked), found.next_cursor),
                    as_data("/v1/statements", pairs(asked)),
                )
            with ui.element("div"):
                if asked != EVERYTHING:  # of all there is, the first page tells
                    await narrower(visit, asked)
    elif asked == EVERYTHING:
        write(empty("Nothing has been read yet", command("communique ingest FILE"), " reads articles."))
    else:
        write(
            empty(
                "No statement matches",
                "Take a filter away above, choose a longer time, or ",
                link("/statements", "see all statements"),
                ".",
            )
        )


async def title(visit: Visit, asked: StatementFilter) -> str:
    """Return how many statements match."""
    if asked == EVERYTHING:
        return "All statements"
    return many(await count_statements(visit.graph, asked), "statement")


async def narrower(visit: Visit, asked: StatementFilter) -> None:
    """Offer the speakers and topics that these statements have most, each as one more filter."""
    speakers = await count_speakers(visit.graph, asked, MOST_WAYS)
    topics = await count_topics(visit.graph, asked, MOST_WAYS)
    for title, name, rows in (
        ("Who speaks", "speaker", [(each.id, each.name, each.statements) for each in speakers]),
        ("On what", "topic", [(each.id, each.label, each.statements) for each in topics]),
    ):
        ways = [
            tag(
                "li",
                link(address(visit.path, pairs(asked, **{name: key})), label),
                tag("small", f"{count:,}"),
            )
            for key, label, count in rows
        ]
        write(section(title, tag("ul", ways, class_="names")) if ways else None)
