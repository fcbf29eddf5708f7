"""One event: what each side's readout reports, claim by claim, and what only one of them does."""

from collections.abc import Sequence

from markupsafe import Markup
from nicegui import ui

from app.pages.address import place
from app.pages.frame import write
from app.pages.markup import Inside, link, tag
from app.pages.parts import actors, as_data, empty, facts, heading, section, stance
from app.pages.visit import Visit, page
from app.pages.words import ACTS, day, many, moment, occasion, shortened
from app.versions import Claim, aligned
from graph_schema.filters import StatementFilter
from graph_schema.occasions import EventDetail
from graph_schema.reads import find_statements
from graph_schema.reads.events import get_event
from graph_schema.views import ArticleRow, StatementRow

MOST_STATEMENTS, MOST_SIDES = 400, 4


@page("/events/{key:path}")
async def show(visit: Visit) -> None:
    """Show one event."""
    event = await get_event(visit.graph, visit.key)
    ui.page_title(f"{event.name} · Communiqué")
    write(heading([occasion(event.kind), ", ", day(event.starts_on)], title(event), known(event)))
    page = await find_statements(visit.graph, StatementFilter(event=(event.id,)), limit=MOST_STATEMENTS)
    sides = event.reported_by[:MOST_SIDES]
    if not page.data or not sides:
        write(
            empty("No statement was found", "The articles report the event, but nothing that was said at it.")
        )
        return
    write(readouts(sides, aligned(sides, page.data)))
    data = f"/v1{place('events', event.id)}/versions"
    write(as_data(data, [], ("json",)))


def title(event: EventDetail) -> str:
    """Return an event by who took part."""
    names = [each.name for each in event.participants[:4]]
    return " and ".join(names) or event.name


def known(event: EventDetail) -> Markup:
    """Return where it was and who took part."""
    return facts(
        ("place", event.place),
        ("took part", actors(event.participants)),
        ("statements", f"{event.statements:,}"),
        ("reported by", many(event.articles, "article")),
    )


def readouts(sides: Sequence[ArticleRow], claims: Sequence[Claim]) -> Markup:
    """Return a column for each readout and a row for each claim."""
    heads = [tag("th", side(each), scope="col") for each in sides]
    groups = [
        ("In all readouts", [each for each in claims if each.in_all]),
        ("In some", [each for each in claims if not each.in_all and len(each.reported_by) > 1]),
        *(
            (f"Only in {each.publisher or 'this article'}", only(claims, each.id))
            for each in sides
            if len(sides) > 1
        ),
    ]
    if len(sides) == 1:
        groups = [("Reported by one side so far", list(claims))]
    bodies = [
        tag("tbody", divider(name, len(group), len(sides)), [row(each, sides) for each in group])
        for name, group in groups
        if group
    ]
    table = tag("table", tag("thead", tag("tr", heads)), bodies, class_=f"readouts of-{len(sides)}")
    note = "Claims are matched by their words, topic and speakers; what stands alone is in that readout only."
    return section("Side by side", tag("div", table, class_="sides-of-event"), note=note)


def only(claims: Sequence[Claim], article: str) -> list[Claim]:
    """Return the claims that one article alone reports."""
    return [each for each in claims if each.reported_by == (article,) and not each.in_all]


def divider(name: str, count: int, width: int) -> Markup:
    """Return the line above a group of claims."""
    return tag(
        "tr", tag("th", name, " ", tag("small", many(count, "claim")), colspan=width, scope="rowgroup")
    )


def side(article: ArticleRow) -> list[Inside]:
    """Return an article as the head of its column."""
    return [
        tag("strong", article.publisher or "Unknown publisher"),
        tag("br"),
        link(place("articles", article.id), shortened(article.headline, 90) or "article"),
        tag("small", moment(article.published_at)),
    ]


def row(claim: Claim, sides: Sequence[ArticleRow]) -> Markup:
    """Return one claim as each side words it."""
    cells = [cell(claim, each) for each in sides]
    return tag("tr", cells, class_="shared" if len(claim.reported_by) > 1 else "alone")


def cell(claim: Claim, article: ArticleRow) -> Markup:
    """Return a claim in one article's words; a dash where it is left out."""
    said = [each for each in claim.statements if article.id in {place.article for place in each.appearances}]
    label = article.publisher or "article"
    if not said:
        return tag("td", tag("span", "not reported", class_="silence"), data_side=label)
    return tag("td", [words(each) for each in said], data_side=label)


def words(row: StatementRow) -> Markup:
    """Return one statement in a cell."""
    return tag(
        "div",
        tag("p", actors(row.speakers) or "Speaker not named", class_="who"),
        tag("p", link(place("statements", row.id), row.claim), class_="claim"),
        tag("p", tag("span", ACTS[row.act], class_="act"), " ", stance(row.stance), class_="footing"),
        class_="worded",
    )
