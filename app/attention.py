"""Who has fallen silent on a topic, who speaks on it for the first time, who suddenly speaks more.

All three are counted from how many statements each speaker made on each day; nothing is guessed, and each row
carries the numbers it rests on. Statements without a day are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from pydantic import BaseModel, ConfigDict

from app.buckets import Interval, buckets, start_of
from graph_schema.tallies import Tally

Days = Mapping[date, int]
SILENT_FOR = timedelta(days=30)


class Silence(BaseModel):
    """A usual voice on a topic that has not spoken on it since a day.

    `n` statements in all, on `days` days; the last one on `last_said_on`; `silent_for` days up to the newest
    statement on the topic.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    n: int
    days: int
    first_said_on: date
    last_said_on: date
    silent_for: int


class First(BaseModel):
    """Somebody's first statement on a topic: when, and how many on that day and since."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    first_said_on: date
    n_on_that_day: int
    n: int


class Rise(BaseModel):
    """A week in which somebody spoke far more than usual: `n` against the `median` of the `weeks` before.

    The median is over all weeks from the first in which that actor spoke to the one before, silent ones too.
    `ratio` is n over the median, None where the median is 0.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    week: date
    n: int
    median: float
    weeks: int
    ratio: float | None


def silences(tallies: Sequence[Tally], since: date | None, usual: int) -> list[Silence]:
    """Return who spoke on at least `usual` days and not since a day, those who said most first.

    Without a day it is the one 30 days before the newest statement.
    """
    if not tallies:
        return []
    newest = max(each.time for each in tallies)
    since = since or newest - SILENT_FOR
    found = [
        Silence(
            id=key,
            name=name,
            n=sum(days.values()),
            days=len(days),
            first_said_on=min(days),
            last_said_on=max(days),
            silent_for=(newest - max(days)).days,
        )
        for (key, name), days in by_speaker(tallies).items()
        if len(days) >= usual and max(days) < since
    ]
    return sorted(found, key=lambda each: (-each.n, each.id))


def firsts(tallies: Sequence[Tally], since: date | None, until: date | None) -> list[First]:
    """Return whose first statement lies between two days, both included; the latest first."""
    found = [
        First(id=key, name=name, first_said_on=day, n_on_that_day=days[day], n=sum(days.values()))
        for (key, name), days in by_speaker(tallies).items()
        if (since or date.min) <= (day := min(days)) <= (until or date.max)
    ]
    return sorted(found, key=lambda each: (-each.first_said_on.toordinal(), each.id))


def rises(tallies: Sequence[Tally], least: int, factor: float, weeks: int) -> list[Rise]:
    """Return the weeks with at least `least` statements and `factor` times the median of those before.

    There must be at least `weeks` weeks before. The latest first, then the largest.
    """
    found = [
        rise
        for (key, name), days in by_speaker(tallies).items()
        for rise in _rises(key, name, days, weeks)
        if rise.n >= least and rise.n >= factor * rise.median
    ]
    return sorted(found, key=lambda each: (-each.week.toordinal(), -each.n, each.id))


def _rises(key: str, name: str, days: Days, least: int) -> Iterable[Rise]:
    counts: dict[date, int] = defaultdict(int)
    for day, count in days.items():
        counts[start_of(day, Interval.WEEK)] += count
    order = list(buckets(min(counts), max(counts), Interval.WEEK))
    values = [counts.get(week, 0) for week in order]
    for at, week in enumerate(order):
        if at >= least and values[at]:
            usual = float(median(values[:at])) if at else 0.0
            ratio = round(values[at] / usual, 2) if usual else None
            yield Rise(id=key, name=name, week=week, n=values[at], median=usual, weeks=at, ratio=ratio)


def by_speaker(tallies: Iterable[Tally]) -> Mapping[tuple[str, str], Days]:
    """Return by speaker (id, name) how many statements on each day."""
    found: dict[tuple[str, str], dict[date, int]] = defaultdict(dict)
    for each in tallies:
        found[each.id, each.name][each.time] = each.value
    return found
