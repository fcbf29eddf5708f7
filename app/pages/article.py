"""One article: its text with statements marked in their speakers' colours, and beside it what was said."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from markupsafe import Markup
from nicegui import ui

from app.pages.address import place
from app.pages.frame import write
from app.pages.lit_text import Lit, lit_paragraphs, pieces
from app.pages.markup import Inside, between, link, outside_link, tag
from app.pages.parts import actor, actors, as_data, empty, facts, heading, stance
from app.pages.review_hands import hands, rejected
from app.pages.visit import Visit, page
from app.pages.words import ACTS, day, many, moment, occasion, shortened
from graph_schema.reads import get_article
from graph_schema.views import ActorName, ArticleDetail, ArticleRow, Passage

COLOURS = 8
NOBODY = ""


@page("/articles/{key:path}")
async def show(visit: Visit) -> None:
    """Show one article with its statements."""
    article = await get_article(visit.graph, visit.key)
    ui.page_title(f"{shortened(article.headline, 60) or 'Article'} · Communiqué")
    hues = colours(article)
    headline = [each for each in article.passages if each.in_headline]
    write(
        heading(
            [article.publisher or "Unknown publisher", ", ", published(article)],
            list(pieces(article.headline, 0, len(article.headline), marks(headline, hues))) or "No headline",
            about(article),
        ),
        legend(article, hues),
    )
    with ui.element("div").classes("columns reading-columns"):
        with ui.element("div"):
            write(text(article, hues))
        with ui.element("div").classes("notes"):
            write_notes(visit, article, hues)
            rejected(visit)


def published(article: ArticleRow) -> str:
    """Return when an article was published, as precisely as it says."""
    return moment(article.published_at, article.published_precision)


def about(article: ArticleDetail) -> Markup:
    """Return what is known of the article."""
    events = [
        link(place("events", each.id), f"{occasion(each.kind)}, {day(each.starts_on)}")
        for each in article.events
    ]
    return facts(
        ("statements", str(article.statements)),
        ("reports", between(events, "; ")),
        ("address", outside_link(article.url, article.url or "")),
        ("retrieved", moment(article.retrieved_at) if article.retrieved_at else None),
    )


def colours(article: ArticleDetail) -> dict[str, int]:
    """Return a colour for each speaker, the most frequent first; those beyond the last share it."""
    said = Counter(speaker_of(each) for each in article.passages)
    return {key: min(number, COLOURS) for number, (key, _) in enumerate(said.most_common(), start=1)}


def speaker_of(passage: Passage) -> str:
    """Return the id of the first speaker."""
    return passage.speakers[0].id if passage.speakers else NOBODY


def legend(article: ArticleDetail, hues: Mapping[str, int]) -> Markup | None:
    """Return which colour is whose."""
    names: dict[str, ActorName | None] = {
        speaker_of(each): each.speakers[0] if each.speakers else None for each in article.passages
    }
    entries = [
        tag("li", tag("span", class_=f"swatch hue-{hue}"), actor(who) if who else "not named")
        for key, hue in hues.items()
        for who in [names[key]]
    ]
    return tag("ul", entries, class_="legend", aria_label="Colours of the speakers") if entries else None


def marks(passages: list[Passage], hues: Mapping[str, int]) -> list[Lit]:
    """Return where statements stand, each put into a link to its note."""
    return [
        Lit(start, end, partial(mark, each.statement, hues[speaker_of(each)]))
        for each in passages
        for start, end in each.spans
    ]


def mark(statement: str, hue: int, words: str) -> Markup:
    """Return words as a statement's, leading to its note."""
    return tag("a", words, href=f"#note-{statement}", class_=f"said hue-{hue}", data_said=statement)


def text(article: ArticleDetail, hues: Mapping[str, int]) -> Markup:
    """Return the text with its statements marked."""
    body = [each for each in article.passages if not each.in_headline]
    return tag("div", lit_paragraphs(article.text, marks(body, hues)), class_="reading full")


def write_notes(visit: Visit, article: ArticleDetail, hues: Mapping[str, int]) -> None:
    """Write what was said, in the order of the text, each with what a person may do with it."""
    if not article.passages:
        write(empty("No statement was found here", "The article reports, but quotes and cites nobody."))
        return
    write(tag("header", tag("h2", many(article.statements, "statement"))))
    with ui.element("ol").classes("said-list"):
        for each in article.passages:
            with ui.element("li") as item:
                item.classes(f"note hue-{hues[speaker_of(each)]}")
                item.props["id"], item.props["tabindex"] = f"note-{each.statement}", "-1"
                item.props["data-said"] = each.statement
                write(*note(each))
                hands(visit, each)
    write(as_data(f"/v1{place('articles', article.id)}", [], ("json",)))


def note(passage: Passage) -> list[Inside]:
    """Return one statement beside the text."""
    parts: list[Inside] = [tag("span", ACTS[passage.act], class_="act"), stance(passage.stance)]
    if passage.reviewed:
        parts.append(
            tag("span", f"{passage.reviewed} by {passage.reviewed_by or 'a person'}", class_="reviewed")
        )
    return [
        tag("p", actors(passage.speakers) or "Speaker not named", class_="who"),
        tag("p", link(place("statements", passage.statement), shortened(passage.claim, 220)), class_="claim"),
        tag("p", between(parts, " "), class_="footing"),
    ]
