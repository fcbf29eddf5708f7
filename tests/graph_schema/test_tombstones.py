"""What is gone is remembered by its id and its time, until it comes back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import InvalidCursor
from graph_schema.exporting import export_lines
from graph_schema.reads.removed import find_removed
from graph_schema.tombstones import RemovedRow
from graph_schema.writes import remove, write
from tests.app.corpus import WORLD
from tests.conftest import cypher

pytestmark = pytest.mark.anyio
TOMBSTONES = cypher("MATCH (t:Tombstone) RETURN properties(t) AS kept")


async def export(graph: BoltGraph) -> list[str]:
    return [line async for line in export_lines(graph)]


async def test_what_only_one_article_carried_is_gone_until_it_is_back(graph: BoltGraph) -> None:
    await write(graph, WORLD)
    whole, before = await export(graph), datetime.now(UTC) - timedelta(seconds=1)
    beijing = WORLD[0]
    assert await remove(graph, [beijing.article.id]) == 1

    gone = await find_removed(graph, before, limit=100)
    assert sorted(row.id for row in gone.data) == sorted(s.id for s in beijing.statements)
    assert all(before < row.removed_at <= datetime.now(UTC) for row in gone.data)
    assert (await find_removed(graph, datetime.now(UTC) + timedelta(hours=1))).data == ()
    kept = [row["kept"] for row in await graph.read(TOMBSTONES)]
    assert {name for row in kept for name in row} == {"id", "removed_at", "place"}

    await write(graph, [beijing])
    assert (await find_removed(graph, before)).data == ()
    assert await export(graph) == whole


async def test_pages_of_what_is_gone_in_the_order_of_going(graph: BoltGraph) -> None:
    await write(graph, WORLD)
    before = datetime.now(timezone(timedelta(hours=5))) - timedelta(seconds=1)
    for contribution in WORLD:
        await remove(graph, [contribution.article.id])
    found: list[RemovedRow] = []
    cursor, pages = None, 0
    while True:
        page = await find_removed(graph, before, cursor=cursor, limit=3)
        found, cursor, pages = found + list(page.data), page.next_cursor, pages + 1
        if cursor is None:
            break
    ids = [row.id for row in found]
    assert sorted(ids) == sorted(s.id for c in WORLD for s in c.statements)
    assert [row.removed_at for row in found] == sorted(row.removed_at for row in found)
    assert pages == -(-len(ids) // 3)
    with pytest.raises(InvalidCursor):
        await find_removed(graph, before, cursor="made-up")


async def test_words_that_an_article_no_longer_has_are_gone(graph: BoltGraph) -> None:
    """An article that comes again without a sentence takes that statement with it."""
    beijing = WORLD[0]
    await write(graph, [beijing])
    before = datetime.now(UTC) - timedelta(seconds=1)
    last = beijing.statements[-1].id
    edges = {
        name: tuple(edge for edge in getattr(beijing, name) if edge.start != last)
        for name in ("spoken_by", "voices", "on_behalf_of", "addressed_to", "about", "reported_in", "made_at")
    }
    await write(graph, [beijing.model_copy(update={"statements": beijing.statements[:-1], **edges})])
    assert [row.id for row in (await find_removed(graph, before)).data] == [last]
    await write(graph, [beijing])
    assert (await find_removed(graph, before)).data == ()
