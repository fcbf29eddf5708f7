"""How far down the list a page reaches, on engines that sort whatever they find."""

import pytest

from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements
from graph_schema.selection import is_walk, select
from graph_schema.store import Graph
from graph_schema.views import StatementRow
from graph_schema.writes import write
from tests.benchmarks.plenty.loading import contributions

pytestmark = pytest.mark.anyio
STATEMENTS = 60


@pytest.fixture
async def plenty(graph: Graph) -> Graph:
    """A graph with some statements of many days."""
    await write(graph, list(contributions(STATEMENTS)))
    return graph


async def test_the_first_statements_lie_within_the_reach_of_as_many(plenty: Graph) -> None:
    everything = {"after": "", "before": "~"}
    ordered = [
        row["place"]
        for row in await plenty.read(select({"place"}, "statements/newest"), **everything, limit=STATEMENTS)
    ]
    for limit in (1, 7, STATEMENTS, STATEMENTS + 1):
        (row,) = await plenty.read(select({"place"}, "statements/reach"), **everything, limit=limit)
        assert row["reach"] >= ordered[min(limit, STATEMENTS) - 1]


@pytest.mark.parametrize("asked", [StatementFilter(), StatementFilter(stance=(1,))])
async def test_pages_give_every_statement_once_and_in_order(plenty: Graph, asked: StatementFilter) -> None:
    whole = (await find_statements(plenty, asked, limit=1000)).data
    paged, cursor = list[StatementRow](), None
    while True:
        page = await find_statements(plenty, asked, limit=7, cursor=cursor)
        paged += page.data
        cursor = page.next_cursor
        if cursor is None:
            break
    assert tuple(paged) == whole
    assert [row.said_on for row in whole] == sorted((row.said_on for row in whole), reverse=True)  # type: ignore[type-var]
    assert asked.stance or len(whole) == STATEMENTS


async def test_nothing_found_is_an_empty_page(graph: Graph) -> None:
    assert (await find_statements(graph, StatementFilter())).data == ()


def test_only_what_starts_from_all_statements_is_a_walk() -> None:
    assert is_walk({"place", "act"})
    assert not is_walk({"place", "topic"})
    assert not is_walk({"place", "words"})
