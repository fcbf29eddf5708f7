"""Who agrees with whom: a network of actors, its strongest ties as a table, and a file to go on with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from markupsafe import Markup
from nicegui import ui

from app.coding import Book, Duplicates, Level, read
from app.networks import Kind, Normalization, Tie, ties_of_actors
from app.pages.address import address, pairs
from app.pages.filter_form import filter_form
from app.pages.frame import write
from app.pages.markup import link, tag
from app.pages.network_chart import draw
from app.pages.network_ties import opened_actors, table
from app.pages.parts import as_data, command, empty, heading
from app.pages.time_slider import stops, time_slider
from app.pages.visit import Visit, page
from app.pages.windows import WINDOWS, first_day, windows
from app.refusals import Fault, InvalidParameters
from graph_schema.filters import StatementFilter
from graph_schema.reads import get_meta

Choice = TypeVar("Choice", bound=StrEnum)
Query = list[tuple[str, str]]
MOST_ACTORS, MOST_TIES, MOST_ROWS = 40, 110, 25
MOST_OPENED, MOST_CANDIDATES, MOST_OWN_TIES = 8, 80, 12
KINDS = {
    Kind.SUBTRACT: "agreement minus conflict",
    Kind.CONGRUENCE: "agreement",
    Kind.CONFLICT: "conflict",
    Kind.IGNORE: "shared topics",
}


@dataclass(frozen=True)
class View:
    """What is looked at: the filter in its window of time, and what the address says besides."""

    asked: StatementFilter
    tie: Kind
    level: Level
    window: str | None
    ends: list[date]
    end: date | None
    opened: tuple[str, ...]
    filters: Query

    def query(self, **changed: object) -> Query:
        """Return the address's parameters, some of them changed; None takes one away."""
        values: dict[str, object] = {
            "tie": self.tie.value,
            "level": self.level.value,
            "window": self.window,
            "ends": self.end if self.end and self.ends and self.end != self.ends[-1] else None,
            "open": self.opened,
        } | changed
        return self.filters + [
            (name, str(each))
            for name, given in values.items()
            for each in (given if isinstance(given, tuple) else (given,))
            if each is not None
        ]

    def opening(self, key: str) -> str:
        """Return the address at which an actor is opened, or closed where it is open."""
        others = tuple(each for each in self.opened if each != key)
        opened = others if key in self.opened else (*others, key)[-MOST_OPENED:]
        return address("/network", self.query(open=opened))


@page("/network")
async def show(visit: Visit) -> None:
    """Show the network of the statements that match."""
    ui.page_title("Network · Communiqué")
    view = await view_of(visit)
    form = await filter_form(visit.graph, visit.path, visit.asked)
    write(
        heading("Who agrees with whom", "Network"),
        switches(view),
        windows("/network", view.query(window=None, ends=None), view.window),
        time_slider("/network", view.query(ends=None), view.ends, view.end) if view.end else None,
    )
    write(form)
    book = await read(visit.graph, view.asked, view.level, Duplicates.ARTICLE)
    opened = [key for key in view.opened if key in book.actors]
    ties = strongest(book, view.tie, opened)
    if not ties:
        write(nobody(view))
        return
    write(opened_actors(book, opened, view.opening))
    draw(book, ties, opened, view.opening)
    write(table(book, ties[:MOST_ROWS], view.opening))
    query = [*pairs(view.asked), ("kind", view.tie), ("level", view.level), ("normalization", "average")]
    write(as_data("/v1/networks/actors", query, ("json", "graphml", "gexf", "csv")))


def nobody(view: View) -> Markup:
    """Return what to do where nobody is tied to anybody."""
    if view.end is None and not view.filters:
        return empty("Nothing has been read yet", command("communique ingest FILE"), " reads articles.")
    return empty("Nobody is tied to anybody here", "Take a filter away, or choose a longer time.")


def strongest(book: Book, kind: Kind, opened: Sequence[str]) -> list[Tie]:
    """Return the strongest ties among those who said most, and of each opened actor; the strongest first."""
    among = ties_of_actors(book.voiced(book.largest(MOST_ACTORS)), kind, Normalization.AVERAGE)
    shown = by_weight(among)[:MOST_TIES]
    candidates = book.largest(MOST_CANDIDATES) if opened else []
    for key in opened:
        own = ties_of_actors(book.voiced({key, *candidates}), kind, Normalization.AVERAGE)
        shown += by_weight(tie for tie in own if key in (tie.source, tie.target))[:MOST_OWN_TIES]
    return by_weight(set(shown))


def by_weight(ties: Iterable[Tie]) -> list[Tie]:
    """Return ties, the strongest first."""
    return sorted(ties, key=lambda tie: (-abs(tie.weight), tie.source, tie.target))


async def view_of(visit: Visit) -> View:
    """Return what an address asks to look at; raises InvalidParameters."""
    meta = await get_meta(visit.graph)
    tie = one_of(Kind, "tie", visit.query.get("tie") or Kind.SUBTRACT)
    level = one_of(Level, "level", visit.query.get("level") or Level.PERSON)
    opened = tuple(dict.fromkeys(visit.query.getlist("open")))[:MOST_OPENED]
    if visit.asked.since or visit.asked.until:
        return View(visit.asked, tie, level, None, [], None, opened, pairs(visit.asked))
    window = visit.query.get("window") or "year"
    if window not in WINDOWS:
        raise InvalidParameters([Fault("window", "there is no such choice", tuple(WINDOWS))])
    end = day_of(visit.query.get("ends")) or meta.last_said_on
    within = {"since": first_day(window, end), "until": end if end != meta.last_said_on else None}
    ends = stops(window, meta.first_said_on, meta.last_said_on)
    asked = visit.asked.model_copy(update=within)
    return View(asked, tie, level, window, ends, end, opened, pairs(visit.asked))


def day_of(given: str | None) -> date | None:
    """Return a day out of an address; raises InvalidParameters."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise InvalidParameters([Fault("ends", "this is no day, such as 2023-08-07")]) from None


def one_of(options: type[Choice], name: str, given: str) -> Choice:
    """Return an option by its word; raise InvalidParameters where there is none."""
    try:
        return options(given)
    except ValueError:
        raise InvalidParameters([Fault(name, "there is no such choice", tuple(options))]) from None


def switches(view: View) -> Markup:
    """Return the ways to other ties and other levels; who is opened at one level is nobody at another."""
    ties = [
        link(
            address("/network", view.query(tie=each.value)),
            name,
            aria_current="true" if each == view.tie else None,
        )
        for each, name in KINDS.items()
    ]
    levels = [
        link(
            address("/network", view.query(level=each.value, open=None)),
            each.value,
            aria_current="true" if each == view.level else None,
        )
        for each in Level
    ]
    return tag("p", ties, class_="ways") + tag("p", levels, class_="ways")
