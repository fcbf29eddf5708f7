"""The day on which something was said."""

from datetime import date

import pytest

from graph_schema.vocabulary import Precision
from ingest.stages.dates import date_statements
from ingest.stages.occasions import find_occasion
from tests.ingest.stages.marked import reading

PUBLISHED = "2023-08-09"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("<Wang> [said] on Monday that {all is well}.", date(2023, 8, 7)),
        ("On Monday <Wang> [said] {all is well}, [adding] {it was late}.", date(2023, 8, 7)),
        ("<Wang> [said] {he would come on Monday}.", date(2023, 8, 9)),
        ("<Wang> [said] in a statement issued on Tuesday {all is well}.", date(2023, 8, 8)),
        ("BEIJING, Aug. 7 (Example) -- <Wang> [said] {all is well}.", date(2023, 8, 7)),
        ("<Wang> [said] that {all is well}. The talks are due on August 20.", date(2023, 8, 9)),
    ],
)
def test_said_on(text: str, day: date) -> None:
    read = reading(text, published=PUBLISHED)
    find_occasion(read)
    date_statements(read)
    assert {attribution.said_on for attribution in read.attributions} == {day}


def test_a_paragraph_keeps_its_day() -> None:
    read = reading(
        "<Wang> [spoke] today. <Lavrov> [said] on Monday {all is well}. <He> [added] {it was late}.\n"
        "<Wang> [agreed] {it was}.",
        published=PUBLISHED,
    )
    find_occasion(read)
    date_statements(read)
    assert [a.said_on and a.said_on.day for a in read.attributions] == [7, 7, 9]


def test_coarse_days_are_not_carried() -> None:
    read = reading("In 2021 <he> [said] {one}. <He> [added] {two}.", published=PUBLISHED)
    date_statements(read)
    assert [(a.said_on, a.said_on_precision) for a in read.attributions] == [
        (date(2021, 1, 1), Precision.YEAR),
        (date(2023, 8, 9), Precision.DAY),
    ]


def test_nothing_is_known_without_a_day() -> None:
    read = reading("<Wang> [said] on Monday that {all is well}.")
    date_statements(read)
    assert (read.attributions[0].said_on, read.attributions[0].said_on_precision) == (None, None)
