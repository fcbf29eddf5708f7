"""Days as texts name them."""

from datetime import date

import pytest

from graph_schema.vocabulary import Precision
from ingest.stages.days import named_days

MONDAY = date(2023, 8, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 7 August 2023", date(2023, 8, 7)),
        ("on August 7, 2023,", date(2023, 8, 7)),
        ("BEIJING, Aug. 7 (Example) --", date(2023, 8, 7)),
        ("Updated 23:04, 06-Aug-2023", date(2023, 8, 6)),
        ("on 2023-08-05", date(2023, 8, 5)),
        ("on the 3rd of August", date(2023, 8, 3)),
        ("on 5-6 August", date(2023, 8, 5)),
        ("from July 31 to August 2", date(2023, 7, 31)),
        ("on Monday", date(2023, 8, 7)),
        ("on Tuesday", date(2023, 8, 1)),
        ("last Monday", date(2023, 7, 31)),
        ("said today", date(2023, 8, 7)),
        ("said yesterday", date(2023, 8, 6)),
        ("this evening", date(2023, 8, 7)),
        ("on 28 December", date(2023, 12, 28)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert [named.day for named in named_days(text, MONDAY)][:1] == [day]


@pytest.mark.parametrize(
    "text",
    ["on February 30", "next Monday", "he may go", "in march formation", "a 7:30 call", "COP 26"],
)
def test_what_names_no_day(text: str) -> None:
    assert named_days(text, MONDAY) == []


def test_precision() -> None:
    named = named_days("in 2021, in March 2022 and on 3 April 2022", None)
    assert [(n.day, n.precision) for n in named] == [
        (date(2021, 1, 1), Precision.YEAR),
        (date(2022, 3, 1), Precision.MONTH),
        (date(2022, 4, 3), Precision.DAY),
    ]


def test_without_a_reference_only_full_dates_count() -> None:
    assert [n.day for n in named_days("on Monday, August 7, or 8 August 2023", None)] == [date(2023, 8, 8)]
