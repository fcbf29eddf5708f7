"""The picture of a network: actors as points, ties as lines; a click opens an actor's own ties."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from nicegui import ui
from nicegui.events import EChartPointClickEventArguments

from app.coding import Book
from app.networks import Tie
from app.pages.charts import FONT, TEXT, TOOLTIP

HALO = {"textBorderColor": "var(--surface)", "textBorderWidth": 3}  # names stand on lines
LABEL = {"position": "top", "color": "var(--ink)", "fontSize": 12, "fontFamily": FONT, **HALO}
MOST_LABELS = 20
WIDE, HIGH = 1400, 1000  # the plane on which actors stand; the browser fits it into the frame, whole
ROOM = 0.55  # the power to which a distance from the middle is taken: below 1, the crowded middle grows


def draw(book: Book, ties: Sequence[Tie], opened: Collection[str], opening: Callable[[str], str]) -> None:
    """Draw the network; a click on an actor goes to the address at which that actor is opened, or closed."""
    keys = sorted({end for tie in ties for end in (tie.source, tie.target)})
    top = max(abs(tie.weight) for tie in ties)
    places = placed(ties)
    named = {*[key for key in book.largest(len(book.actors)) if key in keys][:MOST_LABELS], *opened}
    options = {
        "animation": False,
        "textStyle": TEXT,
        "tooltip": TOOLTIP | {"trigger": "item", ":valueFormatter": "value => value"},
        "series": [
            {
                "type": "graph",
                "layout": "none",
                "roam": "move",
                "draggable": False,
                "emphasis": {"disabled": True},
                "labelLayout": {"hideOverlap": True},
                "data": [node(book, key, key in named, key in opened) | places[key] for key in keys],
                "links": [edge(tie, top) for tie in ties],
            }
        ],
    }

    def go(event: EChartPointClickEventArguments) -> None:
        if event.data_type == "node":
            ui.navigate.to(opening(keys[event.data_index]))

    chart = ui.echart(options, go, renderer="svg").classes("chart tall")
    chart.props["role"], chart.props["aria-label"] = (
        "img",
        "Network of actors; the table below has its strongest ties",
    )


def placed(ties: Sequence[Tie]) -> dict[str, dict[str, int]]:
    """Return where each actor stands, the same for the same ties: those whose ties are strong are near."""
    import networkx  # not at the top: it takes 11 MB, for this page

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_weighted_edges_from((tie.source, tie.target, abs(tie.weight)) for tie in ties)
    spread = 2.2 / max(len(graph), 1) ** 0.5
    places = networkx.spring_layout(graph, k=spread, iterations=120, seed=7)
    return {key: on_plane(float(x), float(y)) for key, (x, y) in places.items()}


def on_plane(x: float, y: float) -> dict[str, int]:
    """Return a place around the middle as one on the plane, with more room where most crowd: the middle."""
    farther = max((x * x + y * y) ** 0.5, 1e-6) ** (ROOM - 1)
    return {"x": round(WIDE * x * farther), "y": round(HIGH * y * farther)}


def node(book: Book, key: str, named: bool, opened: bool) -> dict[str, Any]:
    """Return an actor as a point, the larger the more it says; its name is seen at once, or on pointing.

    An opened actor has another colour.
    """
    said = sum(each.count for each in book.voiced([key]))
    return {
        "id": key,
        "name": book.actors[key],
        "value": said,
        "label": LABEL | {"show": named},
        "symbolSize": 8 + min(30, said**0.6),
        "itemStyle": {
            "color": "var(--series-2)" if opened else "var(--accent)",
            "borderColor": "var(--ground)",
            "borderWidth": 1,
        },
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
