"""One actor: posts over time, what is said by act, on which topics and how, to whom, and lately."""

from collections.abc import Sequence

from markupsafe import Markup
from nicegui import ui

from app.formulas import formulas_of
from app.pages.address import address, pairs, place
from app.pages.attention import formulas
from app.pages.charts import ACT_SERIES, over_time
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import Inside, between, link, tag
from app.pages.parts import (
    actor,
    actors,
    as_data,
    balance,
    empty,
    facts,
    heading,
    onward,
    section,
    statements,
)
from app.pages.visit import Visit, page
from app.pages.words import capital, day
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements, get_actor
from graph_schema.reads.tallies import count_topics, find_interlocutors
from graph_schema.tallies import Interlocutor, TopicCount
from graph_schema.views import ActorProfile, Tenure

LATEST, MOST_TOPICS, MOST_OTHERS, MOST_ALIASES = 20, 14, 12, 8


@page("/actors/{key:path}")
async def show(visit: Visit) -> None:
    """Show one actor."""
    who = await get_actor(visit.graph, visit.key)
    ui.page_title(f"{who.name} · Communiqué")
    asked = visit.asked.model_copy(update={"speaker": (who.id,)})
    form = await filter_form(visit.graph, visit.path, visit.asked, "speaker")
    write(heading(kicker(who), who.name, known(who)))
    if not who.statements:
        write(silent(who))
        return
    write(form)
    with ui.element("div").classes("columns"):
        with ui.element("div"):
            await by_act(visit, who, asked)
            await latest(visit, asked)
        with ui.element("div"):
            topics = await count_topics(visit.graph, asked, MOST_TOPICS)
            others = await find_interlocutors(visit.graph, who.id)
            write(stances(topics, asked), interlocutors(others[:MOST_OTHERS]), posts(who.positions))
            write(formulas(await formulas_of(visit.graph, asked)))


def kicker(who: ActorProfile) -> str:
    """Return what an actor is: kind and country."""
    return capital(f"{who.type}, {who.country}" if who.country and who.type != "country" else who.type)


def known(who: ActorProfile) -> Markup:
    """Return counts and names of an actor."""
    spoken = f"{day(who.first_said_on)} to {day(who.last_said_on)}" if who.first_said_on else None
    return facts(
        ("statements", f"{who.statements:,}"),
        ("position stated by others", f"{who.voiced:,}" if who.voiced else None),
        ("addressed", f"{who.addressed:,}" if who.addressed else None),
        ("speaks", spoken),
        ("also called", ", ".join(who.aliases[:MOST_ALIASES])),
    )


def silent(who: ActorProfile) -> Markup:
    """Return what to look at for an actor who is known but is not heard."""
    ways: list[Inside] = [
        link(address("/statements", {"voice": who.id}), "statements of its position") if who.voiced else None,
        link(address("/statements", {"addressee": who.id}), "what others say to it")
        if who.addressed
        else None,
        link(address("/statements", {"country": who.country}), "what its people say")
        if who.type == "country" and who.country
        else None,
    ]
    found = [way for way in ways if way]
    advice = ["There is more: ", between(found, ", "), "."] if found else "No article read so far quotes it."
    return empty("No statement of its own", advice)


async def by_act(visit: Visit, who: ActorProfile, asked: StatementFilter) -> None:
    """Draw what an actor does by speaking, over time."""
    write(section("Acts over time"))
    days = (who.first_said_on, who.last_said_on)
    await over_time(
        visit.graph, asked, "acts", ACT_SERIES, days, f"Statements of {who.name} by act over time"
    )


async def latest(visit: Visit, asked: StatementFilter) -> None:
    """List an actor's statements, the latest first."""
    found = await find_statements(visit.graph, asked, cursor=visit.cursor, limit=LATEST)
    query = pairs(asked, speaker=None)
    if not found.data:
        advice = link(visit.path, "Clear the filters")
        write(section("Statements", empty("Nothing matches these filters", advice, " to see everything.")))
        return
    write(
        section("Statements", statements(found.data)),
        onward(visit.path, query, found.next_cursor),
        as_data("/v1/statements", pairs(asked)),
    )


def stances(topics: Sequence[TopicCount], asked: StatementFilter) -> Markup | None:
    """Return on what an actor speaks, and how often for and against."""
    if not topics:
        return None
    most = max(max(each.in_favour, each.against) for each in topics)
    rows = [
        tag(
            "tr",
            tag("th", link(place("topics", each.id), each.label), scope="row"),
            tag("td", balance(each.in_favour, each.against, each.statements, most)),
            tag("td", link(address("/statements", pairs(asked, topic=each.id)), each.statements)),
        )
        for each in topics
    ]
    return section("Topics", stance_table("Topic", rows))


def stance_table(first: str, rows: list[Markup]) -> Markup:
    """Return a table of bars against and for."""
    sides = tag("span", tag("span", "against"), tag("span", "for"), class_="sides")
    heads = [tag("th", first, scope="col"), tag("th", sides, scope="col"), tag("th", "all", scope="col")]
    return tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="stances")


def interlocutors(others: Sequence[Interlocutor]) -> Markup | None:
    """Return with whom an actor has to do, and how."""
    if not others:
        return None
    ways = {
        "addressed": "speaks to",
        "addressed_by": "is spoken to by",
        "jointly": "speaks with",
        "met": "met",
    }
    rows = [
        tag(
            "li",
            actor(each),
            tag(
                "small", ", ".join(f"{name} {n}×" for way, name in ways.items() if (n := getattr(each, way)))
            ),
        )
        for each in others
    ]
    return section("With whom", tag("ul", rows, class_="names"))


def office_of(tenure: Tenure) -> Inside:
    """Return whose post it is, where its name does not say so."""
    bodies = [each for each in tenure.within if each.name not in tenure.name]
    return [", ", actors(bodies)] if bodies else None


def posts(positions: Sequence[Tenure]) -> Markup | None:
    """Return the posts an actor held, the latest first."""
    if not positions:
        return None
    entries = [
        tag(
            "li",
            tag("span", each.name, office_of(each)),
            tag("span", f"{each.since or '…'} – {each.until or 'now'}", class_="years"),
        )
        for each in reversed(positions)
    ]
    return section("Posts", tag("ol", entries, class_="posts"))
