"""All articles, the latest published first."""

from markupsafe import Markup
from nicegui import ui

from app.pages.address import address, place
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.parts import as_data, command, empty, heading
from app.pages.visit import Visit, page
from app.pages.words import day, many
from graph_schema.reads import find_articles
from graph_schema.views import ArticleRow

PAGE = 50


@page("/articles")
async def show(visit: Visit) -> None:
    """List articles."""
    ui.page_title("Articles · Communiqué")
    publisher = visit.query.get("publisher") or None
    found = await find_articles(visit.graph, publisher=publisher, cursor=visit.cursor, limit=PAGE)
    write(heading("Where it is written", publisher or "Articles"))
    if not found.data:
        write(empty("No article yet", command("communique ingest FILE"), " reads one, or a folder of them."))
        return
    write(tag("ol", [entry(each) for each in found.data], class_="events written"))
    if found.next_cursor:
        more = address("/articles", {"publisher": publisher, "cursor": found.next_cursor})
        write(tag("p", link(more, "Older articles →"), class_="onward"))
    write(as_data("/v1/articles", [("publisher", publisher)] if publisher else []))


def entry(each: ArticleRow) -> Markup:
    """Return an article as lists show it."""
    publisher = each.publisher or "unknown publisher"
    return tag(
        "li",
        tag("time", day(each.published_at, each.published_precision)),
        link(place("articles", each.id), each.headline or "Without a headline"),
        tag(
            "span",
            link(address("/articles", {"publisher": publisher}), publisher) if each.publisher else publisher,
        ),
        tag("small", many(each.statements, "statement")),
    )
