"""Time in equal steps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.buckets import Interval, buckets, filled, next_after, start_of

DAY = date(2023, 8, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("interval", "start", "following"),
    [
        (Interval.DAY, DAY, date(2023, 8, 10)),
        (Interval.WEEK, date(2023, 8, 7), date(2023, 8, 14)),
        (Interval.MONTH, date(2023, 8, 1), date(2023, 9, 1)),
        (Interval.QUARTER, date(2023, 7, 1), date(2023, 10, 1)),
        (Interval.YEAR, date(2023, 1, 1), date(2024, 1, 1)),
    ],
)
def test_edges(interval: Interval, start: date, following: date) -> None:
    assert start_of(DAY, interval) == start
    assert next_after(start, interval) == following


def test_december_is_followed_by_january() -> None:
    assert list(buckets(date(2022, 12, 31), date(2023, 1, 1), Interval.MONTH)) == [
        date(2022, 12, 1),
        date(2023, 1, 1),
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900), st.sampled_from(Interval))
def test_every_day_lies_in_exactly_one_bucket(first: date, days: int, interval: Interval) -> None:
    last = first + timedelta(days=days)
    starts = list(buckets(first, last, interval))
    assert starts == sorted(set(starts))
    for offset in range(0, days + 1, 7):
        day = first + timedelta(days=offset)
        assert [start for start in starts if start <= day < next_after(start, interval)] == [
            start_of(day, interval)
        ]


def test_empty_buckets_are_zero() -> None:
    days = [date(2023, 8, day) for day in (1, 2, 3)]
    counts = [(days[0], "REJECT", 2), (days[2], "AGREE", 1)]
    assert filled(counts, ["AGREE", "REJECT"], days) == [
        (days[0], "AGREE", 0),
        (days[0], "REJECT", 2),
        (days[1], "AGREE", 0),
        (days[1], "REJECT", 0),
        (days[2], "AGREE", 1),
        (days[2], "REJECT", 0),
    ]
