"""One statement: the claim, its words lit where they are written, and how to cite it."""

from markupsafe import Markup
from nicegui import ui

from app.pages.address import address, place
from app.pages.frame import write
from app.pages.lit_text import Lit, lit_paragraphs
from app.pages.markup import Inside, between, link, outside_link, tag
from app.pages.parts import actor, actors, byline, facts, heading, section, stance, topic
from app.pages.visit import Visit, page
from app.pages.words import ACTS, KINDS, day, many, moment, occasion, shortened
from graph_schema.reads import get_article, get_statement
from graph_schema.views import Appearance, ArticleDetail, StatementDetail
from graph_schema.vocabulary import Kind, Precision

MOST_APPEARANCES = 50
REFERENCES = ("bibtex", "ris", "csl", "jsonld")


@page("/statements/{key:path}")
async def show(visit: Visit) -> None:
    """Show one statement whole."""
    found = await get_statement(visit.graph, visit.key)
    ui.page_title(f"{shortened(found.name, 60)} · Communiqué")
    first = found.appearances[0] if found.appearances else None
    article = await get_article(visit.graph, first.article) if first else None
    write(
        heading(
            tag("span", byline(found), class_="byline"),
            tag("q", found.claim)
            if found.kind is Kind.DIRECT
            else tag("span", found.claim, class_="reported"),
            class_tags(found),
        )
    )
    with ui.element("div").classes("columns"):
        with ui.element("div"):
            if first and article:
                write(section("Where it is written", in_article(first, article), lines(found)))
        with ui.element("div"):
            write(section("What it is", details(found)), cite(found))


def class_tags(found: StatementDetail) -> Markup:
    """Return what the speaker does by it, and which topics it is about."""
    parts: list[Inside] = [tag("span", ACTS[found.act], class_="act"), stance(found.stance)]
    parts += [tag("span", KINDS[found.kind], class_="kind"), *(topic(each) for each in found.topics)]
    return tag("p", between(parts, " "), class_="footing")


def in_article(where: Appearance, article: ArticleDetail) -> Markup:
    """Return the paragraphs in which the claim stands, with its words lit."""
    text = article.headline if where.in_headline else article.text
    lit = [Lit(start, end, mark) for start, end in where.spans]
    return tag(
        "div",
        tag("p", source(where, article.published_precision), class_="byline"),
        tag("div", lit_paragraphs(text, lit, around=lit), class_="reading"),
        class_="written",
    )


def mark(words: str) -> Markup:
    """Return words that are lit."""
    return tag("mark", words)


def source(where: Appearance, precision: Precision | None = None) -> list[Inside]:
    """Return where a claim appeared: publisher, headline, day."""
    article = link(place("articles", where.article), where.headline or "article without a headline")
    return [
        tag("span", tag("strong", where.publisher or "Unknown publisher"), ", ", article),
        tag("time", moment(where.published_at, precision)),
    ]


def lines(found: StatementDetail) -> Markup | None:
    """Return the other articles that carry it, with the words around it."""
    others = found.appearances[1:MOST_APPEARANCES]
    if not others:
        return None
    entries = [
        tag(
            "li",
            tag("p", source(each), class_="byline"),
            tag("p", "… ", each.prefix, tag("mark", each.exact), each.suffix, " …", class_="reading"),
        )
        for each in others
    ]
    return tag(
        "div", tag("h3", f"Also in {many(found.article_count - 1, 'other article')}"), tag("ul", entries)
    )


def details(found: StatementDetail) -> Markup:
    """Return what is known of it."""
    event = found.occasion
    reasons = {each.topic: each.reasons for each in found.topic_reasons}
    return facts(
        ("Speaker", between([[actor(each), office(each.position)] for each in found.speakers], tag("br"))),
        ("As written", "; ".join(each.as_written for each in found.wordings if each.as_written)),
        ("On behalf of", actors(found.on_behalf_of)),
        ("Position of", actors(found.voice)),
        ("Said to", actors(found.addressees)),
        ("Mentions", actors(found.mentions)),
        ("Said on", day(found.said_on, found.said_on_precision)),
        ("Cue", found.cue and f"“{found.cue}”"),
        ("At", link(place("events", event.id), event.name or occasion(event.kind)) if event else None),
        ("Topics", between([[topic(each), why(reasons.get(each.id))] for each in found.topics], tag("br"))),
        ("Attribution", found.attribution.replace("_", " ")),
        ("Confidence", f"{found.confidence:.0%}"),
        ("Read by", f"{found.extracted_by}, {moment(found.extracted_at)}" if found.extracted_at else None),
    )


def office(position: str | None) -> Inside:
    """Return an office after a name."""
    return tag("span", f", {position}", class_="post") if position else None


def why(reasons: tuple[str, ...] | None) -> Inside:
    """Return why a statement was filed under a topic."""
    return tag("small", " by ", ", ".join(reasons)) if reasons else None


def cite(found: StatementDetail) -> Markup:
    """Return the citation and its forms, to copy or to fetch."""
    text = citation(found)
    data = address(f"/v1{place('statements', found.id)}")
    forms = [link(address(data, {"format": each}), each) for each in REFERENCES]
    return section(
        "To cite",
        tag("p", text, class_="citation"),
        tag(
            "p",
            tag("button", "Copy citation", type="button", data_copy=text),
            tag("button", "Copy link", type="button", data_copy="address"),
            class_="buttons",
        ),
        tag("p", "As a reference: ", between([*forms, link(data, "json")], " · "), class_="as-data"),
        note=outside_link(found.appearances[0].url, "Open the article at its publisher")
        if found.appearances and found.appearances[0].url
        else None,
    )


def citation(found: StatementDetail) -> str:
    """Return a reference that somebody can find again: who, what, where, when, at which characters."""
    who = " and ".join(each.name for each in found.speakers) or "Unnamed speaker"
    if not found.appearances:
        return f"{who}: “{found.claim}”."
    where = found.appearances[0]
    spans = ", ".join(f"{start}–{end}" for start, end in where.spans)
    parts = [where.publisher, f"“{where.headline}”" if where.headline else None]
    parts += [day(where.published_at) if where.published_at else None, where.url]
    told = ", ".join(part for part in parts if part)
    part = "headline" if where.in_headline else "text"
    return f"{who}: “{where.exact}”. {told} (characters {spans} of the {part})."
