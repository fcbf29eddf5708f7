"""Counts in columns are the engine's own, whatever the graph; a write is seen by the next question."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_schema.bolt import BoltGraph
from graph_schema.cypher import Query
from graph_schema.filters import StatementFilter
from graph_schema.identity import place_in_list
from graph_schema.reads import columns, tallies
from graph_schema.settings import Settings
from graph_schema.store import Transaction, open_graph
from graph_schema.tallies import Coded
from graph_schema.writes import remove, write
from tests.conftest import empty
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio

VOICES = ("persons", "countries", "organizations")
UNITS = ("all", "article", "day", "week", "month", "year", "whole")
CAST: list[dict[str, Any]] = [
    {"id": "ann", "name": "Ann", "type": "person", "iso": "CN"},
    {"id": "bob", "name": "Bob", "type": "person", "iso": "CN"},
    {"id": "cid", "name": "Cid", "type": "person", "iso": None},
    {"id": "china", "name": "China", "type": "country", "iso": "CN"},
    {"id": "office", "name": "Office", "type": "organization", "iso": "RU"},
    {"id": "league", "name": "League", "type": "organization", "iso": None},
]
IDS = [actor["id"] for actor in CAST]
DAYS = [date(1969, 12, 31), date(1970, 1, 1), date(2019, 12, 30), date(2020, 1, 1), date(2020, 1, 5)]
SAYINGS = st.fixed_dictionaries(
    {
        "topic": st.sampled_from(["trade", "war", None]),
        "stance": st.integers(-1, 1),
        "day": st.sampled_from([None, *DAYS]),
        "article": st.sampled_from(["one", "two"]),
        "speakers": st.sets(st.sampled_from(IDS), max_size=3),
        "principals": st.sets(st.sampled_from(IDS), max_size=2),
    }
)
QUESTIONS = st.fixed_dictionaries(
    {},
    optional={
        "since": st.sampled_from(DAYS),
        "until": st.sampled_from(DAYS),
        "stance": st.sets(st.integers(-1, 1), min_size=1).map(tuple),
    },
)
ACTORS = "UNWIND $rows AS row CREATE (a:Actor) SET a = row"
STATEMENTS = "UNWIND $rows AS row CREATE (s:Statement) SET s = row"
TIES = "UNWIND $rows AS row MATCH (s:Statement {id: row.start}) MATCH (a:Actor {id: row.end}) CREATE "


@pytest.fixture(scope="module")
async def blank(engine: Settings) -> AsyncIterator[BoltGraph]:
    async with open_graph(engine) as opened:
        yield opened


@given(st.lists(SAYINGS, max_size=12), QUESTIONS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_columns_count_as_the_engine_does(
    blank: BoltGraph, sayings: list[dict[str, Any]], question: dict[str, Any]
) -> None:
    await fill(blank, sayings)
    asked = StatementFilter(**question)
    await columns.get_columns(blank, whole=True)  # short times too are counted in what is at hand
    for by in VOICES:
        for unit in UNITS:
            counted = told(await tallies.count_coded(blank, asked, by, unit))
            assert counted == told(await tallies.count_coded_there(blank, asked, by, unit)), (by, unit)


@given(st.lists(SAYINGS, max_size=12), QUESTIONS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_columns_count_over_time_as_the_engine_does(
    blank: BoltGraph, sayings: list[dict[str, Any]], question: dict[str, Any]
) -> None:
    await fill(blank, sayings)
    asked = StatementFilter(**question)
    await columns.get_columns(blank)
    for by in ("speakers", "countries"):
        for interval in ("day", "week", "month", "quarter", "year"):
            counted = await tallies.tally_over_time(blank, asked, by, interval)
            there = await tallies.tally_there(blank, asked, by, interval)
            assert (len(counted), {*counted}) == (len(there), {*there}), (by, interval)


async def test_a_short_time_does_not_wait_for_columns(world: BoltGraph) -> None:
    world.memory.clear()
    asked = StatementFilter(since=samples.DAY, until=samples.DAY)
    there = await tallies.count_coded(world, asked, "persons", "all")
    assert columns.PLACE not in world.memory
    await columns.get_columns(world)
    assert told(await tallies.count_coded(world, asked, "persons", "all")) == told(there) != {}


async def test_a_write_between_two_questions_is_seen_by_the_second(graph: BoltGraph) -> None:
    everything = samples.everything()
    await write(graph, everything[:1])
    before = told(await tallies.count_coded(graph, StatementFilter(), "persons", "all"))
    await write(graph, everything)
    after = told(await tallies.count_coded(graph, StatementFilter(), "persons", "all"))
    assert before != after
    assert after == told(await tallies.count_coded_there(graph, StatementFilter(), "persons", "all"))
    await remove(graph, [each.article.id for each in everything[1:]])
    assert told(await tallies.count_coded(graph, StatementFilter(), "persons", "all")) == before


async def test_many_at_once_have_the_columns_read_once(
    world: BoltGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings, read = list[int](), columns.read_columns

    async def counting(graph: Any, version: int, whole: bool) -> columns.Columns:
        readings.append(version)
        return await read(graph, version, whole)

    monkeypatch.setattr(columns, "read_columns", counting)
    world.memory.clear()
    questions = [tallies.count_coded(world, StatementFilter(), "persons", unit) for unit in UNITS]
    found = await asyncio.gather(*questions)
    assert len(readings) == 1
    assert all(found)


async def test_what_is_spoken_on_behalf_is_read_only_when_asked_for(blank: BoltGraph) -> None:
    said = {"topic": "war", "stance": 1, "day": DAYS[0], "article": "one"}
    await fill(blank, [said | {"speakers": {"ann"}, "principals": {"league", "china"}}])
    assert (await columns.get_columns(blank)).spoken.tolist() == [True]
    whole = await columns.get_columns(blank, whole=True)
    assert whole.spoken.tolist() == [True, False]
    assert await columns.get_columns(blank) is whole


async def test_who_leaves_while_the_columns_are_read_takes_nobody_along(world: BoltGraph) -> None:
    world.memory.clear()
    leaving = asyncio.create_task(columns.get_columns(world))
    staying = asyncio.create_task(columns.get_columns(world))
    await asyncio.sleep(0.01)
    leaving.cancel()
    assert len((await staying).day) > 0
    await asyncio.gather(leaving, return_exceptions=True)


def told(counted: tuple[Coded, ...]) -> dict[str, tuple[str, frozenset[tuple[str, int, int, int]]]]:
    """Return what was counted, in no order."""
    return {row.actor: (row.name, frozenset(row.voiced)) for row in counted}


async def fill(graph: BoltGraph, sayings: list[dict[str, Any]]) -> None:
    """Let the graph hold these statements, and nothing else."""
    await empty(graph)
    graph.memory.clear()  # emptied past the count of writes
    keys = {f"statement:{number}": saying for number, saying in enumerate(sayings)}
    rows = [
        {
            "id": key,
            "main_topic": saying["topic"],
            "stance": saying["stance"],
            "said_on": saying["day"],
            "place": place_in_list(saying["day"], key),
            "read_in": saying["article"],
        }
        for key, saying in keys.items()
    ]

    async def work(transaction: Transaction) -> None:
        await transaction.run(taking(ACTORS), rows=CAST)
        await transaction.run(taking(STATEMENTS), rows=rows)
        for kind, who in (("SPOKEN_BY", "speakers"), ("ON_BEHALF_OF", "principals")):
            ties = [{"start": key, "end": end} for key, saying in keys.items() for end in sorted(saying[who])]
            await transaction.run(taking(f"{TIES} (s)-[:{kind}]->(a)"), rows=ties)

    await graph.write(work)


def taking(text: str) -> Query:
    """Return a query of these tests that takes rows."""
    return Query(name="of a test", purpose="", types={"rows": "list[map]"}, text=text)
