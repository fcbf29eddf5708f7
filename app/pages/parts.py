"""What several pages show: statements, names, bars of stances, and what to do where there is nothing."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from app.pages.address import address, place
from app.pages.markup import Inside, between, joined, link, tag
from app.pages.words import ACTS, KINDS, STANCES, day, many, shortened
from graph_schema.views import ActorName, StatementRow, TopicName

STANCE_CLASSES = {1: "for", 0: "neither", -1: "against"}
LONGEST_CLAIM = 420


def actor(who: ActorName) -> Markup:
    """Return an actor's name, leading to the actor's page."""
    return link(place("actors", who.id), who.name, class_="name")


def actors(several: Sequence[ActorName]) -> list[Inside]:
    """Return names as a sentence has them."""
    return between(map(actor, several), ", ")


def topic(which: TopicName) -> Markup:
    """Return a topic's label, leading to its page."""
    return link(place("topics", which.id), which.label, class_="topic")


def stance(value: int) -> Markup:
    """Return a stance as a small mark, in words too."""
    return tag("span", STANCES[value], class_=f"stance {STANCE_CLASSES[value]}")


def statement(row: StatementRow) -> Markup:
    """Return a statement as lists show it."""
    claim = link(place("statements", row.id), shortened(row.claim, LONGEST_CLAIM))
    return tag(
        "article",
        tag("p", byline(row), class_="byline"),
        tag("blockquote", claim, class_="claim"),
        tag("p", footing(row), class_="footing"),
        class_=f"statement {STANCE_CLASSES[row.stance]}",
    )


def byline(row: StatementRow) -> list[Inside]:
    """Return who says it, to whom, and when."""
    who: list[Inside] = [
        [actor(each), tag("span", f" {each.position}", class_="post") if each.position else None]
        for each in row.speakers
    ]
    to: Inside = [" to ", actors(row.addressees)] if row.addressees else None
    when = tag("time", day(row.said_on, row.said_on_precision), datetime=row.said_on)
    return [tag("span", between(who, " and ") or "Speaker not known", to, class_="who"), when]


def footing(row: StatementRow) -> list[Inside]:
    """Return what kind of statement it is, about what, and where it is written."""
    first = row.appearances[0] if row.appearances else None
    more = f" and {many(row.article_count - 1, 'other')}" if row.article_count > 1 else None
    parts: list[Inside] = [
        tag("span", ACTS[row.act], class_="act"),
        stance(row.stance),
        tag("span", KINDS[row.kind], class_="kind"),
        *(topic(each) for each in row.topics[:3]),
        link(place("articles", first.article), first.publisher or "article", more) if first else None,
    ]
    return between((part for part in parts if part), " ")


def statements(rows: Iterable[StatementRow]) -> Markup:
    """Return a list of statements."""
    return tag("div", [statement(row) for row in rows], class_="statements")


def section(title: str, *inside: Inside, note: Inside = None, class_: str = "") -> Markup:
    """Return a part of a page under its title."""
    head = tag("header", tag("h2", title), tag("p", note) if note else None)
    return tag("section", head, *inside, class_=class_ or None)


def heading(kicker: Inside, title: Inside, *more: Inside) -> Markup:
    """Return what stands at the top of a page."""
    return tag("header", tag("p", kicker, class_="kicker"), tag("h1", title), *more, class_="heading")


def empty(title: str, *advice: Inside) -> Markup:
    """Return what a reader sees where there is nothing, and what to do about it."""
    return tag("div", tag("h2", title), tag("p", *advice), class_="empty")


def command(text: str) -> Markup:
    """Return a command as one types it."""
    return tag("code", text)


def balance(in_favour: int, against: int, total: int, most: int) -> Markup:
    """Return bars of how much is against and for, on either side of a line; `most` is the longest bar."""
    label = f"{against} against, {in_favour} for, {max(total - in_favour - against, 0)} neither"
    bars = [
        tag("span", tag("span", style=f"width:{100 * value / max(most, 1):.1f}%"), class_=name)
        for name, value in (("against", against), ("for", in_favour))
    ]
    return tag("span", bars, class_="balance", role="img", aria_label=label, title=label)


def facts(*pairs: tuple[str, Inside]) -> Markup:
    """Return names with values; those without a value are left out."""
    entries = [tag("div", tag("dt", name), tag("dd", value)) for name, value in pairs if value]
    return tag("dl", entries, class_="facts")


def onward(path: str, query: list[tuple[str, str]], cursor: str | None) -> Markup:
    """Return the way to the rest of a list."""
    if cursor is None:
        return Markup()
    return tag("p", link(address(path, [*query, ("cursor", cursor)]), "Older statements →"), class_="onward")


def as_data(
    path: str, query: list[tuple[str, str]], formats: Iterable[str] = ("json", "csv", "xlsx")
) -> Markup:
    """Return links to the same view as data."""
    links = [link(address(path, [*query, ("format", each)]), each.upper()) for each in formats]
    return tag("p", "This view as data: ", joined(between(links, " · ")), class_="as-data")
