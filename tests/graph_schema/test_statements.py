"""Which statements a filter finds, in which order, and what a row says."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph_schema import reads
from graph_schema.bolt import BoltGraph
from graph_schema.errors import InvalidCursor, NotFound, UnknownName
from graph_schema.filters import StatementFilter
from graph_schema.views import StatementRow
from tests.graph_schema.samples import CALL, DAY, FAIR, FRIENDS, GRATEFUL, VIEWS

pytestmark = pytest.mark.anyio

SOON = "talks may be held before long"
ALL = {FRIENDS, FAIR, VIEWS, GRATEFUL, SOON}
DATED = ALL - {SOON}
NEXT_DAY = date(2023, 8, 8)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ALL),
        ({"speaker": ["Wang Yi"]}, {FRIENDS, FAIR, VIEWS}),
        ({"speaker": ["wang-yi"], "topic": ["ukraine-war"]}, {FAIR, VIEWS}),
        ({"speaker": ["Lavrov"]}, {GRATEFUL, VIEWS}),
        ({"speaker": ["Lavrov", "Wang Yi"]}, DATED),
        ({"topic": ["Conflicts"]}, {FAIR, VIEWS, GRATEFUL}),
        ({"topic": ["Ukraine"], "stance": [1]}, {FAIR, GRATEFUL}),
        ({"voice": ["China"]}, {FAIR}),
        ({"country": ["cn"]}, {FRIENDS, FAIR, VIEWS}),
        ({"organization": ["China"]}, {FRIENDS, FAIR}),
        ({"addressee": ["Sergey Lavrov"]}, {FRIENDS}),
        ({"position": ["Minister of Foreign Affairs of Russia"]}, {GRATEFUL, VIEWS}),
        ({"act": ["SUPPORT"]}, {GRATEFUL}),
        ({"stance": [0, -1]}, {VIEWS, SOON}),
        ({"kind": ["direct", "mixed"]}, set()),
        ({"event": [CALL.id]}, DATED),
        ({"article": ["a-copy"]}, {FRIENDS}),
        ({"publisher": ["Moscow Gazette", "The Copyist"]}, {GRATEFUL, FRIENDS}),
        ({"q": "fairness"}, {FAIR}),
        ({"q": 'the "ukraine crisis"'}, {FAIR, VIEWS}),
        ({"q": "settle*", "speaker": ["Lavrov"], "since": DAY}, {GRATEFUL}),
        ({"q": "crisis AND NOT fairness"}, set()),
        ({"q": "FAIRNESS of the"}, {FAIR}),
        ({"q": "?!"}, set()),
        ({"since": DAY}, DATED),
        ({"since": NEXT_DAY}, set()),
        ({"until": DAY}, DATED),
        ({"until": date(2023, 8, 6)}, set()),
        ({"since": DAY, "until": DAY, "country": ["RU"]}, {GRATEFUL, VIEWS}),
        ({"updated_since": datetime(2024, 1, 1, tzinfo=UTC)}, ALL),
        ({"updated_since": datetime(2024, 1, 2, tzinfo=UTC)}, set()),
    ],
)
async def test_filters(world: BoltGraph, asked: dict[str, Any], found: set[str]) -> None:
    wanted = StatementFilter(**asked)
    page = await reads.find_statements(world, wanted)
    assert {row.claim for row in page.data} == found
    assert await reads.count_statements(world, wanted) == len(found)


@pytest.mark.parametrize("newest_first", [True, False])
async def test_pages_join_to_the_whole_list(world: BoltGraph, newest_first: bool) -> None:
    everything = StatementFilter()
    whole = [row async for row in reads.stream_statements(world, everything, newest_first=newest_first)]
    assert [row.id for row in whole] == [
        row.id for row in sorted(whole, key=_newest, reverse=not newest_first)
    ]
    pieces: list[StatementRow] = []
    cursor = None
    while True:
        page = await reads.find_statements(
            world, everything, newest_first=newest_first, cursor=cursor, limit=2
        )
        pieces += page.data
        cursor = page.next_cursor
        if cursor is None:
            break
    assert pieces == whole
    assert len(whole) == 5


def _newest(row: StatementRow) -> tuple[int, str]:
    return -row.said_on.toordinal() if row.said_on else 0, row.id


async def test_a_row_carries_who_what_and_where(world: BoltGraph) -> None:
    page = await reads.find_statements(world, StatementFilter(article=("a-copy",)))
    row = page.data[0]
    assert [(speaker.name, speaker.position, speaker.country) for speaker in row.speakers] == [
        ("Wang Yi", "Minister of Foreign Affairs of China", "CN")
    ]
    assert [name.name for name in row.addressees] == ["Sergei Lavrov"]
    assert (row.stance, row.confidence, row.said_on) == (1, 0.9, DAY)
    assert [topic.label for topic in row.topics] == ["Bilateral relations"]
    assert row.event is not None
    assert (row.event.kind, row.event.starts_on) == ("call", DAY)
    assert [(seen.article, seen.via, seen.exact) for seen in row.appearances] == [
        ("beijing", None, FRIENDS),
        ("a-copy", "Agency", FRIENDS),
    ]
    assert row.article_count == 2


async def test_one_statement_whole(world: BoltGraph) -> None:
    page = await reads.find_statements(world, StatementFilter(speaker=("Wang Yi",), voice=("China",)))
    whole = await reads.get_statement(world, page.data[0].id)
    assert whole.model_dump(include=page.data[0].model_fields_set) == page.data[0].model_dump()
    assert [(wording.as_written, wording.reason) for wording in whole.wordings] == [("He", "coreference")]
    assert [(reason.topic, reason.reasons) for reason in whole.topic_reasons] == [
        ("ukraine-war", ("Ukraine crisis",))
    ]
    assert whole.occasion is not None
    assert [actor.name for actor in whole.occasion.participants] == ["Wang Yi", "Sergei Lavrov"]
    assert [actor.name for actor in whole.mentions] == ["China"]


async def test_a_statement_that_is_not_there(world: BoltGraph) -> None:
    with pytest.raises(NotFound, match="'nowhere'"):
        await reads.get_statement(world, "nowhere")


@pytest.mark.parametrize("token", ["", "x", "WzEsMl0", "é", "WzEsIm9sZGVzdCIsIjEiXQ"])
async def test_a_page_token_of_somebody_else(world: BoltGraph, token: str) -> None:
    with pytest.raises(InvalidCursor):
        await reads.find_statements(world, StatementFilter(), cursor=token)


async def test_names_that_nobody_answers_to(world: BoltGraph) -> None:
    with pytest.raises(UnknownName, match="Sergei Lavrov"):
        await reads.find_statements(world, StatementFilter(speaker=("Sergej Lawrow",)))
    with pytest.raises(UnknownName, match="War in Ukraine"):
        await reads.find_statements(world, StatementFilter(topic=("ukraine wars",)))
