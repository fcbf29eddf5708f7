"""Who agrees with whom: a network of actors, its strongest ties as a table, and a file to go on with."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from markupsafe import Markup
from nicegui import ui
from nicegui.events import EChartPointClickEventArguments

from app.coding import Book, Duplicates, Level
from app.networks import Kind, Normalization, Tie, ties_of_actors
from app.pages.address import address, pairs, place
from app.pages.charts import FONT, TEXT, TOOLTIP
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.parts import as_data, empty, heading, section
from app.pages.visit import Visit, page
from app.pages.windows import WINDOWS, first_day, windows
from app.refusals import Fault, InvalidParameters
from app.routers.networks import read
from graph_schema.filters import StatementFilter
from graph_schema.reads import get_meta

LABEL = {"position": "right", "color": "var(--ink)", "fontSize": 12, "fontFamily": FONT}
Choice = TypeVar("Choice", bound=StrEnum)
MOST_ACTORS, MOST_TIES, MOST_ROWS, MOST_LABELS = 40, 110, 25, 24
KINDS = {
    Kind.SUBTRACT: "agreement minus conflict",
    Kind.CONGRUENCE: "agreement",
    Kind.CONFLICT: "conflict",
    Kind.IGNORE: "shared topics",
}


@page("/network")
async def show(visit: Visit) -> None:
    """Show the network of the statements that match."""
    ui.page_title("Network · Communiqué")
    kind = one_of(Kind, "tie", visit.query.get("tie") or Kind.SUBTRACT)
    level = one_of(Level, "level", visit.query.get("level") or Level.PERSON)
    form = await filter_form(visit.graph, visit.path, visit.asked)
    asked, window = await in_window(visit)
    here = [*pairs(visit.asked, since=None, until=None), ("tie", kind.value), ("level", level.value)]
    write(
        heading("Who agrees with whom", "Network"),
        switches(visit, kind, level),
        windows("/network", here, window),
    )
    write(form)
    book = await read(visit.graph, asked, level, Duplicates.ARTICLE)
    actors = book.largest(MOST_ACTORS)
    ties = ties_of_actors(book.voiced(actors), kind, Normalization.AVERAGE)
    strongest = sorted(ties, key=lambda tie: -abs(tie.weight))[:MOST_TIES]
    if not strongest:
        write(empty("Nobody is tied to anybody here", "Take a filter away, or choose a longer time."))
        return
    draw(book, strongest)
    write(table(book, strongest[:MOST_ROWS]))
    query = [*pairs(asked), ("kind", kind.value), ("level", level.value), ("normalization", "average")]
    write(as_data("/v1/networks/actors", query, ("json", "graphml", "gexf", "csv")))


async def in_window(visit: Visit) -> tuple[StatementFilter, str | None]:
    """Return the filter, where it names no days within a window; and that window."""
    asked = visit.asked
    if asked.since or asked.until:
        return asked, None
    window = visit.query.get("window") or "year"
    if window not in WINDOWS:
        raise InvalidParameters([Fault("window", "there is no such choice", tuple(WINDOWS))])
    last = (await get_meta(visit.graph)).last_said_on
    return asked.model_copy(update={"since": first_day(window, last)}), window


def one_of(options: type[Choice], name: str, given: str) -> Choice:
    """Return an option by its word; raise InvalidParameters where there is none."""
    try:
        return options(given)
    except ValueError:
        raise InvalidParameters([Fault(name, "there is no such choice", tuple(options))]) from None


def switches(visit: Visit, kind: Kind, level: Level) -> Markup:
    """Return the ways to other ties and other levels."""
    window = visit.query.get("window")
    here = [*pairs(visit.asked), *([("window", window)] if window else [])]
    ties = [
        link(
            address("/network", [*here, ("tie", each.value), ("level", level.value)]),
            name,
            aria_current="true" if each == kind else None,
        )
        for each, name in KINDS.items()
    ]
    levels = [
        link(
            address("/network", [*here, ("tie", kind.value), ("level", each.value)]),
            each.value,
            aria_current="true" if each == level else None,
        )
        for each in Level
    ]
    return tag("p", ties, class_="ways") + tag("p", levels, class_="ways")


def draw(book: Book, ties: Sequence[Tie]) -> None:
    """Draw the network; a click on an actor leads to the actor's page."""
    keys = sorted({end for tie in ties for end in (tie.source, tie.target)})
    top = max(abs(tie.weight) for tie in ties)
    named = set([key for key in book.largest(len(keys)) if key in keys][:MOST_LABELS])
    options = {
        "animation": False,
        "textStyle": TEXT,
        "tooltip": TOOLTIP | {"trigger": "item", ":valueFormatter": "value => value"},
        "series": [
            {
                "type": "graph",
                "layout": "force",
                "roam": "move",
                "draggable": False,
                "force": {
                    "repulsion": 420,
                    "edgeLength": [50, 170],
                    "gravity": 0.2,
                    "layoutAnimation": False,
                },
                "emphasis": {"disabled": True},
                "data": [node(book, key, key in named) for key in keys],
                "links": [edge(tie, top) for tie in ties],
            }
        ],
    }

    def go(event: EChartPointClickEventArguments) -> None:
        if event.data_type == "node":
            ui.navigate.to(place("actors", keys[event.data_index]))

    chart = ui.echart(options, go, renderer="svg").classes("chart tall")
    chart.props["role"], chart.props["aria-label"] = (
        "img",
        "Network of actors; the table below has its strongest ties",
    )


def node(book: Book, key: str, named: bool) -> dict[str, Any]:
    """Return an actor as a point, the larger the more it says; its name is seen at once, or on pointing."""
    said = sum(each.count for each in book.voiced([key]))
    return {
        "id": key,
        "name": book.actors[key],
        "value": said,
        "label": LABEL | {"show": named},
        "symbolSize": 8 + min(30, said**0.6),
        "itemStyle": {"color": "var(--accent)", "borderColor": "var(--ground)", "borderWidth": 1},
    }


def edge(tie: Tie, top: float) -> dict[str, Any]:
    """Return a tie as a line: the stronger the thicker, conflict in its colour."""
    return {
        "source": tie.source,
        "target": tie.target,
        "value": round(tie.weight, 2),
        "lineStyle": {
            "color": "var(--for)" if tie.weight > 0 else "var(--against)",
            "width": 0.6 + 4 * abs(tie.weight) / top,
            "opacity": 0.55,
        },
    }


def table(book: Book, ties: Sequence[Tie]) -> Markup:
    """Return the strongest ties."""
    rows = [
        tag(
            "tr",
            [
                tag(
                    "td",
                    link(place("actors", end), book.actors[end])
                    if " " in book.actors[end]
                    else book.actors[end],
                )
                for end in (tie.source, tie.target)
            ],
            tag("td", f"{tie.weight:.2f}"),
        )
        for tie in ties
    ]
    heads = [tag("th", name, scope="col") for name in ("One", "The other", "Tie")]
    return section(
        "Strongest ties",
        tag("div", tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows)), class_="scroll"),
        note="Counted on main topics as Discourse Network Analyzer does, divided by both actors' statements.",
    )
