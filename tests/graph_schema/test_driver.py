"""Dates, moments and long answers come through the driver as they are."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j._codec.hydration.bolt.v1.temporal import hydrate_date
from neo4j._codec.hydration.bolt.v2.temporal import hydrate_datetime

from graph_schema.bolt import BoltGraph
from graph_schema.cypher import Query
from graph_schema.driver import AHEAD, Ahead, day, moment
from tests.conftest import cypher

pytestmark = pytest.mark.anyio

AS_DAY: Callable[..., Any] = hydrate_date
AS_MOMENT: Callable[..., Any] = hydrate_datetime
REPEATED = Query("of a test", "", {"text": "str"}, "UNWIND [1, 2, 3] AS n RETURN n, $text AS text")
EARLIEST, LATEST = -62_100_000_000, 253_370_764_800  # seconds after 1970, days within Python's years
TIMES: dict[str, datetime | date | None] = {
    "date('2023-08-07')": date(2023, 8, 7),
    "date('1969-12-31')": date(1969, 12, 31),
    "datetime('2023-08-07T23:04:05Z')": datetime(2023, 8, 7, 23, 4, 5, tzinfo=UTC),
    "datetime('2023-08-07T23:04:05+08:00')": datetime(
        2023, 8, 7, 23, 4, 5, tzinfo=timezone(timedelta(hours=8))
    ),
    "null": None,
}


@pytest.mark.parametrize("text", TIMES)
async def test_times_are_pythons_wherever_they_stand(graph: BoltGraph, text: str) -> None:
    query = cypher(f"RETURN {text} AS alone, [{text}] AS listed, {{at: [{{at: {text}}}]}} AS within")
    (row,) = await graph.read(query)
    found = (row["alone"], row["listed"][0], row["within"]["at"][0]["at"])
    assert found == (TIMES[text],) * 3
    assert {type(each) for each in found} == {type(TIMES[text])}


@given(
    seconds=st.integers(EARLIEST, LATEST),
    nanoseconds=st.integers(0, 999_999_999),
    zone=st.none() | st.integers(-64_000, 64_000).map(lambda given: given // 60 * 60),
)
def test_moments_are_the_drivers_own(seconds: int, nanoseconds: int, zone: int | None) -> None:
    found, theirs = (
        moment(seconds, nanoseconds, zone),
        AS_MOMENT(seconds, nanoseconds, zone).to_native(),
    )
    assert found == theirs
    assert found.utcoffset() == theirs.utcoffset()


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Shanghai", "UTC"])
def test_zones_have_names_too(zone: str) -> None:
    for seconds in (0, 1_690_000_000, 1_700_000_000):  # summers and winters
        assert moment(seconds, 0, zone) == AS_MOMENT(seconds, 0, zone).to_native()


@given(days=st.integers(EARLIEST // 86_400, LATEST // 86_400))
def test_days_are_the_drivers_own(days: int) -> None:
    assert day(days) == AS_DAY(days).to_native()


@pytest.mark.parametrize("length", [0, 1, AHEAD - 8, AHEAD, 3 * AHEAD + 1])
async def test_long_values_come_whole(graph: BoltGraph, length: int) -> None:
    rows = await graph.read(REPEATED, text="é" * length)
    assert [(row["n"], row["text"]) for row in rows] == [(n, "é" * length) for n in (1, 2, 3)]


class Line:
    """A connection over which so many bytes come at a time, and then no more."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self.data, self.sizes = data, sizes

    async def recv(self, size: int) -> bytes:
        length = min(size, self.sizes.pop(0) if self.sizes else size)
        came, self.data = self.data[:length], self.data[length:]
        return came


@given(data=st.binary(), comes=st.lists(st.integers(1, 9)), taken=st.lists(st.integers(1, 9), min_size=1))
async def test_bytes_are_read_ahead_in_their_order(data: bytes, comes: list[int], taken: list[int]) -> None:
    ahead: Any = Ahead(Line(data, comes))
    found, buffer = b"", memoryview(bytearray(9))
    while length := await ahead.recv_into(buffer, taken[len(found) % len(taken)]):
        found += buffer[:length].tobytes()
    assert found == data
