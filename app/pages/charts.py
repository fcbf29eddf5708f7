"""Charts over time, in the colours of the style sheet, so that they follow the theme and the printer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup
from nicegui import ui

from app.buckets import Interval
from app.pages.frame import write
from app.pages.markup import tag
from app.pages.words import ACTS, STANCES
from app.points import Point, points
from graph_schema.filters import StatementFilter
from graph_schema.reads.tallies import tally_over_time
from graph_schema.store import Graph

INTERVALS = ((62, Interval.DAY), (400, Interval.WEEK), (3000, Interval.MONTH), (9000, Interval.QUARTER))
STAMPS = {Interval.YEAR: "%Y", Interval.MONTH: "%b %Y", Interval.QUARTER: "%b %Y"}
# By name, not inherited: the width of a text is measured before it is drawn.
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
TEXT = {"color": "var(--muted)", "fontFamily": FONT, "fontSize": 12}
LINE = {"lineStyle": {"color": "var(--rule)"}}


@dataclass(frozen=True)
class Series:
    """One series as it is drawn: its id in the counts, its name, its colour, and its side of the axis."""

    key: str
    name: str
    colour: str
    side: int = 1


STANCE_SERIES = (
    Series("1", STANCES[1], "var(--for)"),
    Series("0", STANCES[0], "var(--neither)"),
    Series("-1", STANCES[-1], "var(--against)", side=-1),
)
ACT_SERIES = tuple(
    Series(act, name, f"var(--series-{number})") for number, (act, name) in enumerate(ACTS.items(), start=1)
)


def interval_for(first: date | None, last: date | None) -> Interval:
    """Return how long a bucket is so that a chart of these days can be read."""
    days = (last - first).days if first and last else 0
    return next((interval for most, interval in INTERVALS if days <= most), Interval.YEAR)


async def over_time(
    graph: Graph,
    asked: StatementFilter,
    by: str,
    series: Sequence[Series],
    days: tuple[date | None, date | None],
    title: str,
) -> None:
    """Draw how many statements match over time, by acts or stances; write the same as a table below."""
    first, last = asked.since or days[0], asked.until or days[1]
    interval = interval_for(first, last)
    counted = points(await tally_over_time(graph, asked, by, interval), interval, len(series))
    if not counted:
        return
    stamps = list(dict.fromkeys(stamp(point, interval) for point in counted))
    values = {(point.id, stamp(point, interval)): point.value for point in counted}
    drawn = [each for each in series if any(values.get((each.key, at)) for at in stamps)]
    rows = {each: [values.get((each.key, at), 0) for at in stamps] for each in drawn}
    write(legend(drawn, f"statements a {interval.value}"))
    chart = ui.echart(bars(stamps, rows), renderer="svg").classes("chart")
    chart.props["role"], chart.props["aria-label"] = "img", f"{title}; the table below has the same numbers"
    write(as_table(title, stamps, rows))


def legend(drawn: Sequence[Series], unit: str) -> Markup:
    """Return which colour is whose and what is counted, on as many lines as it takes."""
    swatches = [tag("span", class_="swatch", style=f"--hue:{each.colour}") for each in drawn]
    names = [tag("li", swatch, each.name) for swatch, each in zip(swatches, drawn, strict=True)]
    return tag("ul", names, tag("li", unit, class_="unit"), class_="legend of-chart", aria_label="Colours")


def stamp(point: Point, interval: Interval) -> str:
    """Return how a bucket is called."""
    if interval in STAMPS:
        return f"{point.time:{STAMPS[interval]}}"
    return f"{point.time.day} {point.time:%b %Y}"


def bars(stamps: Sequence[str], rows: Mapping[Series, Sequence[int]]) -> dict[str, Any]:
    """Return stacked bars; what is against hangs below the axis."""
    return {
        "animation": False,
        "textStyle": TEXT,
        "grid": {"left": 8, "right": 8, "top": 14, "bottom": 8, "containLabel": True},
        "tooltip": TOOLTIP,
        "xAxis": {
            "type": "category",
            "data": list(stamps),
            "axisLine": LINE,
            "axisTick": {"show": False},
            "axisLabel": TEXT | {"hideOverlap": True, "alignMaxLabel": "right", "margin": 10},
        },
        "yAxis": {
            "type": "value",
            "minInterval": 1,
            "splitLine": LINE,
            "axisLabel": TEXT | {":formatter": "value => Math.abs(value)"},
        },
        "series": [bar(each, values) for each, values in rows.items()],
    }


TOOLTIP = {
    "trigger": "axis",
    "axisPointer": {"type": "line", "lineStyle": {"color": "var(--muted)"}},
    "backgroundColor": "var(--surface)",
    "borderColor": "var(--rule)",
    "textStyle": {"color": "var(--ink)", "fontFamily": FONT, "fontSize": 13},
    ":valueFormatter": "value => Math.abs(value)",
}


def bar(each: Series, values: Sequence[int]) -> dict[str, Any]:
    """Return one series of bars."""
    return {
        "type": "bar",
        "name": each.name,
        "stack": "all",
        "barMaxWidth": 28,
        "itemStyle": {"color": each.colour},
        "emphasis": {"disabled": True},
        "data": [value * each.side for value in values],
    }


def as_table(title: str, stamps: Sequence[str], rows: Mapping[Series, Sequence[int]]) -> Markup:
    """Return a chart's numbers as a table that can be opened."""
    head = tag("tr", tag("th", "Time", scope="col"), [tag("th", each.name, scope="col") for each in rows])
    body = [
        tag("tr", tag("th", at, scope="row"), [tag("td", values[number]) for values in rows.values()])
        for number, at in enumerate(stamps)
        if any(values[number] for values in rows.values())
    ]
    table = tag("table", tag("caption", title, class_="unseen"), tag("thead", head), tag("tbody", body))
    return tag("details", tag("summary", "As a table"), tag("div", table, class_="scroll"), class_="numbers")
