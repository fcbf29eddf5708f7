"""Ids come out the same everywhere; places in a list sort newest first."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.identity import (
    DIGITS,
    digest,
    event_id,
    fold,
    place_in_list,
    places_between,
    statement_id,
    time_key,
)

days = st.dates(min_value=date(1000, 1, 1))


def test_ids_never_change() -> None:
    assert statement_id("seed", "Peace, now!", False, 0) == "statement:19675a5b074768102626"
    assert digest("a", "b") != digest("ab")


@given(st.text(), st.text())
def test_digests_keep_their_parts_apart(left: str, right: str) -> None:
    assert len(digest(left, right)) == DIGITS
    assert digest(left, right) != digest(left, right, "")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("written", ["Wáng Yì", "wang-yi", "WANG  YI", "Wang Yi."])
def test_one_name_in_many_spellings(written: str) -> None:
    assert fold(written) == "wang yi"


def test_two_readouts_of_one_call_meet() -> None:
    day = date(2023, 8, 7)
    assert event_id("call", ["RU", "CN"], day, "a") == event_id("call", ["CN", "RU", "CN"], day, "b")
    assert event_id("call", ["RU", "CN"], None, "a") != event_id("call", ["RU", "CN"], None, "b")
    assert event_id("call", ["RU"], day, "a") != event_id("call", ["RU"], day, "b")


@given(st.lists(st.tuples(st.none() | days, st.sampled_from("abc")), max_size=9))
def test_places_sort_newest_first_and_the_unknown_last(given: list[tuple[date | None, str]]) -> None:
    expected = sorted(given, key=lambda item: (-item[0].toordinal() if item[0] else 0, item[1]))
    assert sorted(given, key=lambda item: place_in_list(*item)) == expected


@given(days, days, days)
def test_places_between_two_days(since: date, until: date, day: date) -> None:
    after, before = places_between(since, until)
    for moment in (day, datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)):
        assert (after < place_in_list(moment, "id") < before) == (since <= day <= until)
    assert not after < place_in_list(None, "id") < places_between(None, until)[1]


def test_without_days_everything_lies_between() -> None:
    after, before = places_between(None, None)
    assert after < place_in_list(None, "é") < before
    assert after < time_key(date(2023, 8, 7)) < before
