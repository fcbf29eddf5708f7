"""One event: what each side's readout reports, claim by claim, and what only one of them does."""

from collections.abc import Sequence

from markupsafe import Markup
from nicegui import ui

from app.pages.address import place
from app.pages.frame import write
from app.pages.markup import Inside, between, link, tag
from app.pages.parts import actors, as_data, empty, facts, heading, section, stance
from app.pages.text_difference import wording
from app.pages.visit import Visit, page
from app.pages.words import ACTS, capital, day, many, moment, occasion, shortened
from app.sides import state_of
from app.versions import Claim, aligned
from graph_schema.filters import StatementFilter
from graph_schema.occasions import EventDetail
from graph_schema.reads import find_statements
from graph_schema.reads.events import get_event
from graph_schema.views import ArticleRow, StatementRow

MOST_STATEMENTS, MOST_SIDES = 400, 4
NOTE = (
    "Claims are matched one to one by their words, topics, actors and acts; what stands alone is in that "
    "readout only. Between the lines: words of the first readout struck out, those of the second underlined."
)
Side = tuple[ArticleRow, ...]


@page("/events/{key:path}")
async def show(visit: Visit) -> None:
    """Show one event."""
    event = await get_event(visit.graph, visit.key)
    ui.page_title(f"{title(event)} · Communiqué")
    write(heading([capital(occasion(event.kind)), ", ", day(event.starts_on)], title(event), known(event)))
    asked = StatementFilter(event=(event.id,))
    said = (await find_statements(visit.graph, asked, limit=MOST_STATEMENTS)).data
    sides = sides_of(event.reported_by, said)[:MOST_SIDES]
    if not said or not sides:
        write(
            empty("No statement was found", "The articles report the event, but nothing that was said at it.")
        )
        return
    write(readouts(sides, aligned(event.reported_by, said)))
    write(as_data(f"/v1{place('events', event.id)}/versions", [], ("json",)))


def title(event: EventDetail) -> str:
    """Return an event by who took part."""
    return " and ".join(each.name for each in event.participants[:4]) or event.name


def known(event: EventDetail) -> Markup:
    """Return where it was and who took part."""
    return facts(
        ("place", event.place),
        ("took part", actors(event.participants)),
        ("statements", f"{event.statements:,}"),
        ("reported by", many(event.articles, "article")),
    )


def sides_of(articles: Sequence[ArticleRow], said: Sequence[StatementRow]) -> list[Side]:
    """Return articles by side: of one state's offices and media, or copies that carry the same statement."""
    carried = [{place.article for place in row.appearances} for row in said]
    sides: list[Side] = []
    for article in articles:
        copies = {key for together in carried if article.id in together for key in together}
        state = state_of(article.publisher)
        number = next((n for n, side in enumerate(sides) if _one_side(side, copies, state)), None)
        if number is None:
            sides.append((article,))
        else:
            sides[number] += (article,)
    return sides


def _one_side(side: Side, copies: set[str], state: str | None) -> bool:
    return any(each.id in copies or (state and state_of(each.publisher) == state) for each in side)


def readouts(sides: Sequence[Side], claims: Sequence[Claim]) -> Markup:
    """Return a column for each side and a row for each claim, those of most sides first."""
    heads = [tag("th", head(each), scope="col") for each in sides]
    groups: dict[tuple[int, ...], list[Claim]] = {}
    for claim in claims:
        of = tuple(number for number, side in enumerate(sides) if words_of(claim, side))
        groups.setdefault(of, []).append(claim)
    ordered = sorted(groups, key=lambda of: (-len(of), of))
    bodies = [
        tag("tbody", divider(of, sides, len(groups[of])), [row(each, sides, of) for each in groups[of]])
        for of in ordered
        if of
    ]
    table = tag("table", tag("thead", tag("tr", heads)), bodies, class_="readouts")
    title = "Side by side" if len(sides) > 1 else "What was said"
    return section(title, table, note=NOTE if len(sides) > 1 else None)


def divider(of: tuple[int, ...], sides: Sequence[Side], count: int) -> Markup:
    """Return the line above a group of claims: which sides report them."""
    names = between([publisher(sides[number][0]) for number in of], " and ")
    if len(sides) == 1:
        name: Inside = "Reported by one side so far"
    elif len(of) == len(sides):
        name = "Reported by both sides" if len(of) == 2 else "Reported by all sides"
    else:
        name = ["Only in ", names]
    return tag(
        "tr", tag("th", name, " ", tag("small", many(count, "claim")), colspan=len(sides), scope="rowgroup")
    )


def publisher(article: ArticleRow) -> str:
    """Return who published an article."""
    return article.publisher or "an unnamed publisher"


def head(side: Side) -> list[Inside]:
    """Return the articles of a side as the head of its column."""
    first, *copies = side
    state = state_of(first.publisher)
    others = [
        "also in ",
        between([link(place("articles", each.id), publisher(each)) for each in copies], ", "),
    ]
    return [
        tag("strong", publisher(first)),
        tag("br"),
        tag("small", f"{state}, a state's own" if state else "press"),
        link(place("articles", first.id), shortened(first.headline, 90) or "article"),
        tag("small", moment(first.published_at, first.published_precision)),
        tag("small", others) if copies else None,
    ]


def words_of(claim: Claim, side: Side) -> list[StatementRow]:
    """Return a claim's statements that a side carries."""
    ids = {each.id for each in side}
    return [row for row in claim.statements if ids & {place.article for place in row.appearances}][:1]


def row(claim: Claim, sides: Sequence[Side], of: tuple[int, ...]) -> list[Markup]:
    """Return one claim as each side words it, and under it how two wordings differ."""
    cells = tag(
        "tr",
        [cell(claim, side, named=len(sides) > 1) for side in sides],
        class_="shared" if len(of) > 1 else "alone",
    )
    return [cells, difference(claim, len(sides))] if len(of) > 1 and claim.likeness else [cells]


def difference(claim: Claim, columns: int) -> Markup:
    """Return the wordings of a claim as one text, and what makes the two alike."""
    parts = claim.likeness.model_dump().items() if claim.likeness else ()
    alike = ", ".join(f"{name} {value:.2f}" for name, value in parts)
    told = tag("td", tag("p", wording(claim.wording)), tag("small", f"alike by: {alike}"), colspan=columns)
    return tag("tr", told, class_="wording")


def cell(claim: Claim, side: Side, named: bool) -> Markup:
    """Return a claim in one side's words, or that it is left out."""
    said = [words(each) for each in words_of(claim, side)]
    return tag(
        "td",
        said or tag("span", "not reported", class_="silence"),
        data_side=publisher(side[0]) if named else None,
    )


def words(row: StatementRow) -> Markup:
    """Return one statement in a cell."""
    return tag(
        "div",
        tag("p", actors(row.speakers) or "Speaker not named", class_="who"),
        tag("p", link(place("statements", row.id), row.claim), class_="claim"),
        tag("p", tag("span", ACTS[row.act], class_="act"), " ", stance(row.stance), class_="footing"),
        class_="worded",
    )
