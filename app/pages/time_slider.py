"""A window that moves: a slider over the days on which a window of time can end."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import takewhile
from json import dumps

from markupsafe import Markup

from app.pages.address import address
from app.pages.markup import link, tag
from app.pages.windows import WINDOWS

STEPS, MOST_STOPS = 4, 400  # how often a window moves until it has left its place; how many places there are


def stops(window: str, first: date | None, last: date | None) -> list[date]:
    """Return the days on which a window can end, from the first to the newest, at most 400."""
    days = WINDOWS[window]
    if not days or first is None or last is None:
        return []
    step = timedelta(days=max(1, days // STEPS))
    ends = takewhile(lambda end: end >= first, (last - number * step for number in range(MOST_STOPS)))
    return sorted(ends)


def time_slider(path: str, query: Iterable[tuple[str, str]], ends: list[date], end: date) -> Markup | None:
    """Return the slider with a link to either side; the page's script writes the chosen day into the form."""
    if len(ends) < 2:
        return None
    kept = list(query)
    at = max((number for number, each in enumerate(ends) if each <= end), default=0)
    hidden = [tag("input", type="hidden", name=name, value=value) for name, value in kept]
    knob = tag(
        "input",
        type="range",
        min="0",
        max=str(len(ends) - 1),
        value=str(at),
        id="slider",
        aria_valuetext=spoken(ends[at]),
        data_stops=dumps([each.isoformat() for each in ends]),
        data_spoken=dumps([spoken(each) for each in ends]),
    )
    return tag(
        "form",
        hidden,
        tag("input", type="hidden", name="ends", value=ends[at].isoformat()),
        beside(path, kept, ends, at - 1, "earlier"),
        tag("label", "Until ", tag("output", spoken(ends[at])), for_="slider"),
        knob,
        beside(path, kept, ends, at + 1, "later"),
        action=path,
        class_="slider",
        data_slider=True,
    )


def beside(path: str, kept: list[tuple[str, str]], ends: list[date], at: int, name: str) -> Markup:
    """Return the way to the window before or after, or only its name where there is none."""
    if 0 <= at < len(ends):
        return link(address(path, [*kept, ("ends", ends[at].isoformat())]), name)
    return tag("span", name, class_="off")


def spoken(day: date) -> str:
    """Return a day in words."""
    return f"{day.day} {day:%b %Y}"
