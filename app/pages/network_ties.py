"""A network in words: who is opened, and the strongest ties, each with the way to open its ends."""

from collections.abc import Callable, Collection, Sequence

from markupsafe import Markup

from app.coding import Book, Level
from app.networks import Tie
from app.pages.address import place
from app.pages.markup import link, tag
from app.pages.parts import section

Opening = Callable[[str], str]


def opened_actors(book: Book, opened: Collection[str], opening: Opening) -> Markup | None:
    """Return who is opened: the way to close each, and the way to its page."""
    if not opened:
        return None
    shown = [
        tag(
            "li",
            link(
                opening(key),
                tag("span", "opened: "),
                book.actors[key],
                tag("span", " ×", aria_hidden="true"),
                aria_label=f"close {book.actors[key]}",
            ),
            " ",
            link(place("actors", key), "page of this actor", class_="clear")
            if book.level is not Level.COUNTRY
            else None,
        )
        for key in opened
    ]
    return tag("ul", shown, class_="chips", aria_label="Opened actors")


def table(book: Book, ties: Sequence[Tie], opening: Opening) -> Markup:
    """Return the strongest ties."""
    rows = [
        tag(
            "tr",
            [tag("td", end_of(book, end, opening)) for end in (tie.source, tie.target)],
            tag("td", f"{tie.weight:.2f}"),
        )
        for tie in ties
    ]
    heads = [tag("th", name, scope="col") for name in ("One", "The other", "Tie")]
    return section(
        "Strongest ties",
        tag("div", tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows)), class_="scroll"),
        note="Counted on main topics as Discourse Network Analyzer does, divided by both actors' statements.",
    )


def end_of(book: Book, key: str, opening: Opening) -> list[Markup]:
    """Return one end of a tie: its page, where it has one, and the way to open it."""
    name = book.actors[key]
    shown = tag("span", name) if book.level is Level.COUNTRY else link(place("actors", key), name)
    return [shown, Markup(" "), link(opening(key), "ties", class_="aside", aria_label=f"ties of {name}")]
