"""Counting in columns over time: how many statements each speaker or country made in each interval."""

from __future__ import annotations

from datetime import date

from graph_schema.filters import StatementFilter
from graph_schema.reads.columns import NO_DAY, Columns
from graph_schema.reads.counting import distinct, matching, voices
from graph_schema.tallies import Tally

SERIES = frozenset({"speakers", "countries"})


def count_over_time(columns: Columns, asked: StatementFilter, by: str, interval: str) -> tuple[Tally, ...]:
    """Return how many of the statements that match were made in each interval, by speakers or countries.

    The interval is a day, week, month, quarter or year; statements without a day are left out.
    """
    import numpy as np

    names, of_actor = voices(columns, by)
    who = of_actor[columns.actor]
    fits = matching(columns, asked, by) & (who >= 0) & (columns.day != NO_DAY)
    days, at = np.unique(columns.day[fits], return_inverse=True)
    starts, period = np.unique([start_of(day, interval) for day in days.tolist()], return_inverse=True)
    if not len(starts):
        return ()
    cell = who[fits].astype(np.int64) * len(starts) + period[at]
    span = int(columns.statement.max()) + 1
    cells, numbers = np.unique(distinct(cell * span + columns.statement[fits]) // span, return_counts=True)
    times = [date.fromordinal(start) for start in starts.tolist()]
    found = []
    for key, number in zip(cells.tolist(), numbers.tolist(), strict=True):
        actor, at_time = divmod(key, len(times))
        found.append(Tally(time=times[at_time], id=names[actor][0], name=names[actor][1], value=number))
    return tuple(found)


def start_of(day: int, interval: str) -> int:
    """Return the first day of the interval in which a day lies; both as in `date.toordinal`."""
    found = date.fromordinal(day)
    match interval:
        case "day":
            return day
        case "week":
            return day - found.weekday()
        case "month":
            return found.replace(day=1).toordinal()
        case "quarter":
            return found.replace(month=(found.month - 1) // 3 * 3 + 1, day=1).toordinal()
    return found.replace(month=1, day=1).toordinal()
