"""What changes, as parts of pages: formulas that come back, silences, firsts and rises, each with its n."""

from collections.abc import Sequence

from markupsafe import Markup

from app.attention import First, Rise, Silence
from app.formulas import Formula, Use
from app.pages.address import place
from app.pages.markup import Inside, link, tag
from app.pages.parts import empty, section
from app.pages.words import day, many

MOST = 8


def formulas(found: Sequence[Formula]) -> Markup:
    """Return the formulas of an actor, those said most often first."""
    note = "Said in at least 3 statements, on 3 days and in 3 articles; returns come after 90 days or more."
    if not found:
        return section("Formulas", empty("None yet", "No words come back in 3 statements of different days."))
    rows = [
        tag(
            "li",
            tag("q", each.formula),
            tag("small", f"n = {each.n}, ", use("first", each.first), ", ", use("last", each.last)),
            [tag("small", use(f"back after {back.days} days", back.after)) for back in each.returns],
        )
        for each in found[:MOST]
    ]
    return section("Formulas", tag("ul", rows, class_="names"), note=note)


def use(word: str, said: Use) -> list[Inside]:
    """Return when words were said, with the statement that shows it."""
    return [f"{word} ", link(place("statements", said.statement), day(said.said_on))]


def silences(found: Sequence[Silence]) -> Markup:
    """Return who has fallen silent on a topic."""
    note = "Spoke on 3 days or more, and not in the last 30 days before the newest statement on it."
    rows = [
        who(each.id, each.name, f"n = {each.n}, last on {day(each.last_said_on)}, {each.silent_for} days ago")
        for each in found[:MOST]
    ]
    inside = tag("ul", rows, class_="names") if rows else empty("Nobody", "All usual voices are still heard.")
    return section("Fallen silent", inside, note=note)


def firsts(found: Sequence[First]) -> Markup | None:
    """Return who spoke on a topic for the first time lately."""
    rows = [
        who(each.id, each.name, f"first on {day(each.first_said_on)}, {many(each.n, 'statement')} since")
        for each in found[:MOST]
    ]
    return section("New voices", tag("ul", rows, class_="names")) if rows else None


def rises(found: Sequence[Rise]) -> Markup:
    """Return who suddenly spoke more."""
    note = "At least 5 statements in a week and 3 times the actor's own median of the weeks before."
    rows = [
        who(
            each.id,
            each.name,
            f"n = {each.n} in the week of {day(each.week)}, median {each.median:g} of {each.weeks} weeks",
        )
        for each in found[:MOST]
    ]
    inside = tag("ul", rows, class_="names") if rows else empty("None", "Nobody spoke far more than before.")
    return section("Sudden rises", inside, note=note)


def who(key: str, name: str, numbers: str) -> Markup:
    """Return an actor with numbers."""
    return tag("li", link(place("actors", key), name), " ", tag("small", numbers))
