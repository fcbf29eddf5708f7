"""Stretches of time that end with the newest statement: what a view looks at when nobody says since when."""

from collections.abc import Iterable
from datetime import date, timedelta

from markupsafe import Markup

from app.pages.address import address
from app.pages.markup import link, tag

WINDOWS = {"week": 7, "month": 30, "quarter": 91, "year": 365, "all": 0}


def first_day(window: str, last: date | None) -> date | None:
    """Return the first day of a window that ends on a day; None where it has no beginning."""
    days = WINDOWS[window]
    return last - timedelta(days=days - 1) if last and days else None


def windows(path: str, query: Iterable[tuple[str, str]], chosen: str | None) -> Markup:
    """Return the ways to a view in each window."""
    ways = [
        link(address(path, [*query, ("window", each)]), each, aria_current="true" if each == chosen else None)
        for each in WINDOWS
    ]
    return tag("p", ways, class_="ways", aria_label="Time")
