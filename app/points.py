"""Timelines as flat rows: one a bucket and series, the empty ones filled, as dashboards want them."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import product

from pydantic import BaseModel, ConfigDict

from app.buckets import Interval, buckets
from app.refusals import Fault, InvalidParameters
from graph_schema.filters import StatementFilter
from graph_schema.reads.tallies import tally_over_time
from graph_schema.store import Graph
from graph_schema.tallies import Tally

MOST_POINTS = 50_000


class By(StrEnum):
    """What the series are."""

    ACT = "act"
    STANCE = "stance"
    SPEAKER = "speaker"
    COUNTRY = "country"
    TOPIC = "topic"


COUNTED = {
    By.ACT: "acts",
    By.STANCE: "stances",
    By.SPEAKER: "speakers",
    By.COUNTRY: "countries",
    By.TOPIC: "topics",
}


class Point(BaseModel):
    """How many statements a series has in the bucket that starts at `time`; `id` is the series' id."""

    model_config = ConfigDict(frozen=True)

    time: datetime
    series: str
    value: int
    id: str


async def timeline(
    graph: Graph, asked: StatementFilter, by: By, interval: Interval, most_series: int
) -> list[Point]:
    """Return how many statements match in each bucket, by series; raises as `points` does."""
    return points(await tally_over_time(graph, asked, COUNTED[by], interval), interval, most_series)


def points(tallies: Sequence[Tally], interval: Interval, most_series: int) -> list[Point]:
    """Return a row for each bucket and series, in order of time and of the series' totals.

    The smallest series beyond `most_series` are left out. Raises InvalidParameters where there would be too
    many rows.
    """
    if not tallies:
        return []
    totals: Counter[str] = Counter()
    for tally in tallies:
        totals[tally.id] += tally.value
    names = {tally.id: tally.name for tally in tallies}
    largest = sorted(totals, key=lambda key: (-totals[key], key))[:most_series]
    counts = {(tally.time, tally.id): tally.value for tally in tallies}
    days = [tally.time for tally in tallies]
    starts = list(buckets(min(days), max(days), interval))
    if len(starts) * len(largest) > MOST_POINTS:
        raise InvalidParameters([Fault("interval", "too short for so long a time; take a longer one")])
    return [
        Point(time=midnight(day), series=names[key], value=counts.get((day, key), 0), id=key)
        for day, key in product(starts, largest)
    ]


def midnight(day: date) -> datetime:
    """Return the beginning of a day."""
    return datetime.combine(day, time(), UTC)
