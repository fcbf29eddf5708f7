"""Windows that move: stretches of days of one length, each some days after the one before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import Depends, Query

from app.refusals import Fault, InvalidParameters
from graph_schema.filters import StatementFilter
from graph_schema.reads import get_meta
from graph_schema.store import Graph

MOST_WINDOWS = 120


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a window is and how far it moves, in days."""

    window: int
    step: int


async def pace(
    window: Annotated[int, Query(ge=1, le=3660, description="days of a window")] = 90,
    step: Annotated[int, Query(ge=1, le=3660, description="days by which it moves")] = 30,
) -> Pace:
    """Return how windows move."""
    return Pace(window, step)


@dataclass(frozen=True, slots=True)
class Window:
    """The first and last day of a window, both included, and what is asked within it."""

    since: date
    until: date
    asked: StatementFilter


PaceAsked = Annotated[Pace, Depends(pace)]


def stretches(first: date, last: date, pace: Pace) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each window, both included, until one reaches the last day."""
    since = first
    while True:
        until = since + timedelta(days=pace.window - 1)
        yield since, min(until, last)
        if until >= last:
            return
        since += timedelta(days=pace.step)


async def windows(graph: Graph, asked: StatementFilter, pace: Pace) -> list[Window]:
    """Return the windows, from `since` to `until` or from the first statement to the last.

    Raises InvalidParameters where these are more than 120 windows.
    """
    meta = await get_meta(graph)
    first, last = asked.since or meta.first_said_on, asked.until or meta.last_said_on
    if first is None or last is None or first > last:
        return []
    if ((last - first).days - pace.window) // pace.step + 2 > MOST_WINDOWS:
        fault = f"these are more than {MOST_WINDOWS} windows; take a longer step, or give since and until"
        raise InvalidParameters([Fault("step", fault)])
    return [
        Window(since, until, asked.model_copy(update={"since": since, "until": until}))
        for since, until in stretches(first, last, pace)
    ]
