"""Who fell silent, who began to speak, who suddenly speaks more: by hand-counted days."""

from datetime import date, timedelta

import httpx
import pytest

from app.attention import firsts, rises, silences
from graph_schema.tallies import Tally

MONDAY = date(2023, 8, 7)


def spoken(name: str, *weeks: int, day: int = 0) -> list[Tally]:
    """Return how many statements somebody made in each of some weeks, on one day of it; no zeros."""
    days = [(MONDAY + timedelta(days=7 * at + day), count) for at, count in enumerate(weeks) if count]
    return [Tally(time=time, id=name, name=name.title(), value=count) for time, count in days]


VOICES = [*spoken("usual", 2, 1, 3), *spoken("rare", 1), *spoken("present", 1, 1, 1, 1, 1)]


def test_a_usual_voice_that_is_not_heard_any_more() -> None:
    (row,) = silences(VOICES, MONDAY + timedelta(days=21), usual=3)
    assert (row.id, row.n, row.days, row.silent_for) == ("usual", 6, 3, 14)
    assert (row.first_said_on, row.last_said_on) == (MONDAY, MONDAY + timedelta(days=14))


def test_whoever_speaks_on_the_day_itself_is_not_silent() -> None:
    assert silences(VOICES, MONDAY + timedelta(days=14), usual=3) == []
    assert silences([], MONDAY, usual=1) == []


def test_who_speaks_for_the_first_time_between_two_days() -> None:
    late = [*VOICES, *spoken("new", 0, 4, 1, day=2)]
    (row,) = firsts(late, MONDAY + timedelta(days=1), None)
    assert (row.id, row.first_said_on, row.n_on_that_day, row.n) == ("new", MONDAY + timedelta(days=9), 4, 5)
    assert [row.id for row in firsts(late, None, MONDAY)] == ["present", "rare", "usual"]


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ((1, 2, 1, 2, 9), [(4, 9, 1.5, 6.0)]),
        ((1, 2, 1, 2, 4), []),  # not enough statements
        ((3, 3, 3, 3, 8), []),  # not three times the median
        ((1, 0, 0, 0, 6), [(4, 6, 0.0, None)]),  # silent weeks count
        ((1, 1, 9), []),  # too few weeks to know what is usual
        ((1, 1, 1, 1, 6, 6), [(5, 6, 1.0, 6.0), (4, 6, 1.0, 6.0)]),
    ],
)
def test_a_rise_is_against_the_own_median(
    weeks: tuple[int, ...], expected: list[tuple[int, int, float, float | None]]
) -> None:
    found = rises(spoken("who", *weeks, day=3), least=5, factor=3, weeks=4)
    assert [((row.week - MONDAY).days // 7, row.n, row.median, row.ratio) for row in found] == expected
    assert all(row.weeks == (row.week - MONDAY).days // 7 for row in found)


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["silences", "firsts"])
async def test_nothing_to_tell_is_an_empty_list(client: httpx.AsyncClient, path: str) -> None:
    asked = {"topic": "trade", "since": "1990-01-01" if path == "silences" else "2090-01-01"}
    response = await client.get(f"/v1/{path}", params=asked)
    assert response.json() == {"data": [], "next_cursor": None}, response.text


@pytest.mark.anyio
async def test_whose_formulas_or_positions_must_be_said(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/formulas")).status_code == 422
    assert (await client.get("/v1/positions", params={"topic": "trade"})).status_code == 422
    both = {"topic": "trade", "actor": "Wang Yi", "country": "CN"}
    assert (await client.get("/v1/positions", params=both)).status_code == 422
    assert (await client.get("/v1/positions", params={"topic": "trade", "country": "CN"})).status_code == 200
