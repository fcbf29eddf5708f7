"""The search box: people, countries, bodies, topics, words; offers names while one types."""

from markupsafe import Markup
from nicegui import ui
from nicegui.events import GenericEventArguments

from app.pages.address import address, place
from app.pages.markup import Inside, tag
from graph_schema.reads import find_actors
from graph_schema.reads.names import name_book
from graph_schema.store import Graph

MOST_ACTORS, MOST_TOPICS, LONGEST = 6, 3, 100
HINT = "Search people, topics, words"


def search_box(graph: Graph, words: str) -> None:
    """Add the search box to what is being built; without scripts it is a form that leads to /search."""
    with ui.element("form").classes("search") as form:
        form.props["action"], form.props["role"] = "/search", "search"
        field = ui.element("input")
        for name, value in FIELD.items():
            field.props[name] = value
        field.props["value"] = words
        offers = ui.html("", sanitize=False, tag="ul")
        for name, value in OFFERS.items():
            offers.props[name] = value

    async def offer(event: GenericEventArguments) -> None:
        offers.content = await offered(graph, str(event.args)[:LONGEST].strip())

    field.on("input", offer, js_handler="(event) => emit(event.target.value)", throttle=0.15)


FIELD = {
    "type": "search",
    "name": "q",
    "id": "search",
    "autocomplete": "off",
    "spellcheck": "false",
    "role": "combobox",
    "aria-autocomplete": "list",
    "aria-controls": "offers",
    "aria-expanded": "false",
    "aria-label": HINT,
    "placeholder": f"{HINT} (/)",
}
OFFERS = {"id": "offers", "role": "listbox", "aria-label": "Offers"}


async def offered(graph: Graph, words: str) -> Markup:
    """Return actors and topics that have these words in a name, and the way to search claims for them."""
    if not words:
        return Markup()
    actors = (await find_actors(graph, q=words, limit=MOST_ACTORS)).data
    book = await name_book(graph, "topic")
    topics = [(key, book.labels[key]) for key in book.containing(words)][:MOST_TOPICS]
    offers = [
        *(option(place("actors", each.id), each.name, each.type) for each in actors),
        *(option(place("topics", key), label, "topic") for key, label in topics),
        option(address("/statements", {"q": words}), f"“{words}” in claims", "words"),
    ]
    return Markup().join(offers)


def option(target: str, name: Inside, kind: str) -> Markup:
    """Return one offer."""
    inside = tag("a", tag("span", name), tag("small", kind), href=target, tabindex="-1")
    return tag("li", inside, role="option", aria_selected="false")
