"""The window that moves: where it can stop, and how its form keeps what is asked."""

from datetime import date

import pytest

from app.pages.time_slider import stops, time_slider

FIRST, LAST = date(2023, 1, 1), date(2023, 8, 7)


@pytest.mark.parametrize(
    ("window", "first", "last", "count"),
    [
        ("week", date(2023, 8, 1), LAST, 7),
        ("month", FIRST, LAST, 32),
        ("quarter", FIRST, LAST, 10),
        ("year", LAST, LAST, 1),
        ("week", date(1950, 1, 1), LAST, 400),
        ("all", FIRST, LAST, 0),
        ("month", None, None, 0),
    ],
)
def test_where_a_window_can_end(window: str, first: date | None, last: date | None, count: int) -> None:
    found = stops(window, first, last)
    assert len(found) == count
    assert found == sorted(set(found))
    assert not found or found[-1] == last


def test_the_form_keeps_what_is_asked_and_leads_both_ways() -> None:
    ends = stops("quarter", FIRST, LAST)
    form = str(time_slider("/network", [("topic", 'a"b'), ("open", "Q1")], ends, ends[3]))
    assert 'name="topic" value="a&#34;b"' in form
    assert f'name="ends" value="{ends[3].isoformat()}"' in form
    assert f"ends={ends[2].isoformat()}" in form
    assert f"ends={ends[4].isoformat()}" in form


def test_at_the_newest_there_is_no_way_further() -> None:
    ends = stops("quarter", FIRST, LAST)
    form = str(time_slider("/network", [], ends, LAST))
    assert '<span class="off">later</span>' in form
    assert time_slider("/network", [], ends[:1], LAST) is None
