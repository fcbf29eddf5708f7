"""Time in equal steps: which buckets lie between two days, and counts with the empty ones filled."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Interval(StrEnum):
    """The length of a bucket; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def start_of(day: date, interval: Interval) -> date:
    """Return the first day of the bucket in which a day lies."""
    match interval:
        case Interval.DAY:
            return day
        case Interval.WEEK:
            return day - timedelta(days=day.weekday())
        case _:
            months = MONTHS[interval]
            return date(day.year, (day.month - 1) // months * months + 1, 1)


def next_after(start: date, interval: Interval) -> date:
    """Return the first day of the bucket after the one that starts on that day."""
    match interval:
        case Interval.DAY:
            return start + timedelta(days=1)
        case Interval.WEEK:
            return start + timedelta(days=7)
        case _:
            months = start.month - 1 + MONTHS[interval]
            return date(start.year + months // 12, months % 12 + 1, 1)


def buckets(first: date, last: date, interval: Interval) -> Iterator[date]:
    """Yield the first days of all buckets from one day to another, both included."""
    start, end = start_of(first, interval), start_of(last, interval)
    while start < end:
        yield start
        start = next_after(start, interval)
    yield start


def filled(
    counts: Iterable[tuple[date, str, int]], series: Sequence[str], days: Iterable[date]
) -> list[tuple[date, str, int]]:
    """Return one count for each bucket and series, in their orders, zero where nothing was counted."""
    known = {(day, name): count for day, name, count in counts}
    return [(day, name, known.get((day, name), 0)) for day in days for name in series]
