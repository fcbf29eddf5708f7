"""What a search finds: who and what is called so, and which claims have the words."""

from nicegui import ui

from app.pages.address import address
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.parts import actor, empty, heading, section, statements, topic
from app.pages.visit import Visit, page
from app.pages.words import many
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_actors, find_statements, find_topics

MOST_NAMES, MOST_CLAIMS, LONGEST = 12, 20, 200


@page("/search")
async def show(visit: Visit) -> None:
    """Show actors, topics and claims for the words in the address."""
    words = (visit.query.get("q") or "").strip()[:LONGEST]
    ui.page_title(f"{words or 'Search'} · Communiqué")
    if not words:
        write(heading("Search", "What are you looking for?"), empty("Type a name or a word above", ADVICE))
        return
    actors = (await find_actors(visit.graph, q=words, limit=MOST_NAMES)).data
    topics = (await find_topics(visit.graph, q=words))[:MOST_NAMES]
    claims = await find_statements(visit.graph, StatementFilter(q=words), limit=MOST_CLAIMS)
    write(heading("Search", f"“{words}”"))
    if actors:
        names = [tag("li", actor(each), tag("small", many(each.statements, "statement"))) for each in actors]
        write(section("Who", tag("ul", names, class_="names")))
    if topics:
        labels = [
            tag("li", topic(each), tag("small", many(each.statements_with_narrower, "statement")))
            for each in topics
        ]
        write(section("Topics", tag("ul", labels, class_="names")))
    if claims.data:
        more = address("/statements", {"q": words})
        write(section("In claims", statements(claims.data), link(more, "All, with filters →")))
    if not (actors or topics or claims.data):
        write(empty("Nothing has these words", ADVICE))


ADVICE = "Names may be short (“Wang”), claims are searched word by word; fewer words find more."
