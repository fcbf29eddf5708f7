"""All topics as a tree, with how much is said on each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from nicegui import ui

from app.pages.frame import write
from app.pages.markup import tag
from app.pages.parts import as_data, command, empty, heading, topic
from app.pages.visit import Visit, page
from graph_schema.reads import find_topics
from graph_schema.views import TopicRow


@page("/topics")
async def show(visit: Visit) -> None:
    """List topics."""
    ui.page_title("Topics · Communiqué")
    found = await find_topics(visit.graph)
    write(heading("What is talked about", "Topics"))
    if not found:
        write(
            empty(
                "No topic yet", command("communique ingest FILE"), " reads articles and files what is said."
            )
        )
        return
    known = {each.id for each in found}
    below: dict[str, list[TopicRow]] = defaultdict(list)
    for each in sorted(found, key=lambda each: (-each.statements_with_narrower, each.label)):
        for above in [key for key in each.broader if key in known] or [""]:
            below[above].append(each)
    write(tag("div", branches(below[""], below), class_="tree"), as_data("/v1/topics", [], ("json", "csv")))


def branches(rows: Sequence[TopicRow], below: Mapping[str, list[TopicRow]], depth: int = 0) -> Markup | None:
    """Return topics with those under them; deeper than any real tree is a circle, and is cut."""
    if not rows or depth > 6:
        return None
    return tag(
        "ul",
        [
            tag(
                "li",
                topic(each),
                tag("small", f"{each.statements_with_narrower:,}"),
                branches(below.get(each.id, []), below, depth + 1),
            )
            for each in rows
        ],
    )
