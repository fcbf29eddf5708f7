"""All statements that match: the list to which every number of the dashboard leads."""

from nicegui import ui

from app.pages.address import pairs
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import link
from app.pages.parts import as_data, command, empty, heading, onward, statements
from app.pages.visit import Visit, page
from app.pages.words import many
from graph_schema.filters import StatementFilter
from graph_schema.reads import count_statements, find_statements

PAGE = 40


@page("/statements")
async def show(visit: Visit) -> None:
    """List the statements that match the address."""
    ui.page_title("Statements · Communiqué")
    asked = visit.asked
    form = await filter_form(visit.graph, visit.path, asked)
    found = await find_statements(visit.graph, asked, cursor=visit.cursor, limit=PAGE)
    count = await count_statements(visit.graph, asked)
    write(heading("Who said what", many(count, "statement")), form)
    if found.data:
        write(
            statements(found.data),
            onward(visit.path, pairs(asked), found.next_cursor),
            as_data("/v1/statements", pairs(asked)),
        )
    elif asked == StatementFilter():
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
