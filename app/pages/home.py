"""The first page: what is new, who speaks on what, and how fresh it all is."""

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup
from nicegui import ui

from app.attention import rises
from app.pages.attention import rises as shown_rises
from app.pages.charts import STANCE_SERIES, over_time
from app.pages.events import entry
from app.pages.frame import write
from app.pages.heat_map import heat_map
from app.pages.markup import link, tag
from app.pages.parts import command, empty, facts, heading, section, statements
from app.pages.visit import Visit, page
from app.pages.windows import WINDOWS, first_day, windows
from app.pages.words import day, moment
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements, get_meta
from graph_schema.reads.events import find_events
from graph_schema.reads.tallies import count_pairs, tally_over_time
from graph_schema.views import Meta, StatementRow

NEWEST, EVENTS, PAIRS = 8, 7, 600
RECENT, HALF_A_YEAR = timedelta(days=30), timedelta(days=182)
RISE = 5, 3.0, 4  # statements, times the median, weeks before: at least
ENOUGH = 60  # pairs of speaker and topic from which a shorter window is worth looking at


@page("/")
async def show(visit: Visit) -> None:
    """Show what the graph holds."""
    ui.page_title("Communiqué: who said what about which topic")
    meta = await get_meta(visit.graph)
    if not meta.counts["statements"]:
        write(first_steps())
        return
    newest = await latest(visit, meta.last_said_on)
    write(heading("Diplomatic statements, with the words they were found in", "Who said what", held(meta)))
    with ui.element("div").classes("columns"):
        with ui.element("div"):
            await who_on_what(visit, meta)
            events = await find_events(visit.graph, limit=EVENTS)
            write(section("Latest events", tag("ol", [entry(each) for each in events.data], class_="events")))
        with ui.element("div"):
            write(section("What is new", statements(newest), link("/statements", "All statements →")))
            await risen(visit, meta.last_said_on)


async def risen(visit: Visit, last: date | None) -> None:
    """Show who spoke far more lately than in the actor's own usual week of the last half year."""
    if last is None:
        return
    asked = StatementFilter(since=last - HALF_A_YEAR)
    found = rises(await tally_over_time(visit.graph, asked, "speakers", "week"), *RISE)
    write(shown_rises([each for each in found if each.week >= last - RECENT]))


async def latest(visit: Visit, last: date | None) -> Sequence[StatementRow]:
    """Return the newest statements: looked for in the last days first, which is quick in a large graph."""
    recent = StatementFilter(since=last - RECENT if last else None)
    found = (await find_statements(visit.graph, recent, limit=NEWEST)).data
    if len(found) == NEWEST:
        return found
    return (await find_statements(visit.graph, StatementFilter(), limit=NEWEST)).data


def first_steps() -> Markup:
    """Return what to do with an empty graph."""
    return Markup().join(
        [
            heading("Communiqué", "Nothing has been read yet"),
            empty(
                "Three ways to fill it",
                tag("ol", [tag("li", command(typed), " ", does) for typed, does in STEPS.items()]),
            ),
        ]
    )


STEPS = {
    "communique demo": "reads the sample articles into a graph of their own and shows them",
    "communique ingest FOLDER": "reads your articles: text, HTML, JSON lines, web archives or addresses",
    "communique watch FEEDS.toml": "follows feeds and site maps and reads what they bring",
}


def held(meta: Meta) -> Markup:
    """Return what the graph holds, and how fresh it is."""
    counts = meta.counts
    return facts(
        ("statements", link("/statements", f"{counts['statements']:,}")),
        ("actors", link("/actors", f"{counts['actors']:,}")),
        ("topics", link("/topics", f"{counts['topics']:,}")),
        ("events", link("/events", f"{counts['events']:,}")),
        ("articles", link("/articles", f"{counts['articles']:,}")),
        ("said", f"{day(meta.first_said_on)} to {day(meta.last_said_on)}"),
        ("newest article", moment(meta.last_published_at)),
    )


async def who_on_what(visit: Visit, meta: Meta) -> None:
    """Show who speaks on what, and for and against over time, in the window that the address names."""
    window, since = await chosen(visit, meta.last_said_on)
    asked = StatementFilter(since=since)
    pairs = await count_pairs(visit.graph, asked, PAIRS)
    ways = windows("/", [], window)
    title = "Who speaks on what" + (f" since {day(since)}" if since else "")
    write(section(title, ways, heat_map(pairs, since)))
    write(section("For and against, over time"))
    days = (meta.first_said_on, meta.last_said_on)
    await over_time(
        visit.graph, asked, "stances", STANCE_SERIES, days, "Statements for and against over time"
    )


async def chosen(visit: Visit, last: date | None) -> tuple[str, date | None]:
    """Return the window in the address, else the shortest with something to look at; and its first day."""
    given = visit.query.get("window")
    for window in WINDOWS:
        since = first_day(window, last)
        if window == given or (given not in WINDOWS and await worth(visit, since)):
            return window, since
    return "all", None


async def worth(visit: Visit, since: date | None) -> bool:
    """Tell whether enough was said since a day."""
    return (
        since is None or len(await count_pairs(visit.graph, StatementFilter(since=since), ENOUGH)) == ENOUGH
    )
