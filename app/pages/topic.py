"""One topic: who says what on it, for and against over time, first and latest, in whose words."""

from collections.abc import Sequence

from markupsafe import Markup
from nicegui import ui

from app import attention
from app.attention import SILENT_FOR
from app.pages.actor import stance_table
from app.pages.address import address, pairs, place
from app.pages.attention import firsts, silences
from app.pages.charts import STANCE_SERIES, over_time
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import between, link, tag
from app.pages.parts import (
    as_data,
    balance,
    empty,
    facts,
    heading,
    onward,
    section,
    statement,
    statements,
    topic,
)
from app.pages.visit import Visit, page
from app.pages.words import day
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements, get_topic
from graph_schema.reads.names import name_book
from graph_schema.reads.tallies import count_speakers, tally_over_time
from graph_schema.tallies import SpeakerStances
from graph_schema.views import StatementRow, TopicName, TopicProfile

LATEST, FIRST, MOST_SPEAKERS, VOICES = 20, 4, 16, 4
USUAL = 3  # days on which a usual voice spoke


@page("/topics/{key:path}")
async def show(visit: Visit) -> None:
    """Show one topic."""
    about = await get_topic(visit.graph, visit.key)
    ui.page_title(f"{about.label} · Communiqué")
    asked = visit.asked.model_copy(update={"topic": (about.id,)})
    form = await filter_form(visit.graph, visit.path, visit.asked, "topic")
    write(heading("Topic", about.label, await known(visit, about)), form)
    speakers = await count_speakers(visit.graph, asked, MOST_SPEAKERS)
    if not speakers:
        advice = link(visit.path, "Clear the filters"), " or choose ", link("/topics", "another topic"), "."
        write(empty("Nobody is heard on this", advice))
        return
    with ui.element("div").classes("columns"):
        with ui.element("div"):
            write(section("For and against, over time"))
            days = (about.first_said_on, about.last_said_on)
            title = f"{about.label}: for and against over time"
            await over_time(visit.graph, asked, "stances", STANCE_SERIES, days, title)
            await voices(visit, asked, speakers)
            await latest(visit, asked)
        with ui.element("div"):
            oldest = await find_statements(visit.graph, asked, newest_first=False, limit=FIRST)
            write(section("Who speaks on it", table(speakers, asked)))
            write(section("First", statements(oldest.data)))
            counted = await tally_over_time(
                visit.graph, StatementFilter(topic=(about.id,)), "speakers", "day"
            )
            newest = max((each.time for each in counted), default=None)
            lately = newest - SILENT_FOR if newest else None
            write(silences(attention.silences(counted, None, USUAL)))
            write(firsts(attention.firsts(counted, lately, None)))


async def known(visit: Visit, about: TopicProfile) -> Markup:
    """Return counts, names and neighbours of a topic."""
    labels = (await name_book(visit.graph, "topic")).labels
    above = [TopicName(id=key, label=labels.get(key, key)) for key in about.broader]
    spoken = f"{day(about.first_said_on)} to {day(about.last_said_on)}" if about.first_said_on else None
    return facts(
        ("statements", f"{about.statements_with_narrower:,}"),
        ("spoken on", spoken),
        ("part of", between(map(topic, above), ", ")),
        ("narrower", between(map(topic, about.narrower), ", ")),
    )


def table(speakers: Sequence[SpeakerStances], asked: StatementFilter) -> Markup:
    """Return who speaks most, and how often for and against."""
    most = max(max(each.in_favour, each.against) for each in speakers)
    rows = [
        tag(
            "tr",
            tag("th", link(place("actors", each.id), each.name), scope="row"),
            tag("td", balance(each.in_favour, each.against, each.statements, most)),
            tag("td", link(address("/statements", pairs(asked, speaker=each.id)), each.statements)),
        )
        for each in speakers
    ]
    return stance_table("Speaker", rows)


async def voices(visit: Visit, asked: StatementFilter, speakers: Sequence[SpeakerStances]) -> None:
    """Show the latest words of those who speak most, side by side."""
    rows: list[StatementRow] = []
    for each in speakers[:VOICES]:
        own = asked.model_copy(update={"speaker": (each.id,)})
        rows += (await find_statements(visit.graph, own, limit=1)).data
    cards = [statement(row) for row in {row.id: row for row in rows}.values()]
    if len(cards) > 1:
        write(section("In their latest words", tag("div", cards, class_="side-by-side")))


async def latest(visit: Visit, asked: StatementFilter) -> None:
    """List the latest statements."""
    found = await find_statements(visit.graph, asked, cursor=visit.cursor, limit=LATEST)
    write(
        section("Latest", statements(found.data)),
        onward(visit.path, pairs(asked, topic=None), found.next_cursor),
        as_data("/v1/statements", pairs(asked)),
    )
