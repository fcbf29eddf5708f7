"""Actors, topics, articles and the graph about itself."""

import pytest

from graph_schema import reads
from graph_schema.bolt import BoltGraph
from graph_schema.errors import NotFound, UnknownName
from graph_schema.migrations import SCHEMA_VERSION
from graph_schema.vocabulary import ActorType
from graph_schema.writes import remove, write
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio


async def test_actors_by_how_much_they_say(world: BoltGraph) -> None:
    first = await reads.find_actors(world, limit=3)
    rest = await reads.find_actors(world, cursor=first.next_cursor)
    counts = [(row.name, row.statements) for page in (first, rest) for row in page.data]
    assert counts[:3] == [("Wang Yi", 3), ("Sergei Lavrov", 2), ("a senior official", 1)]
    assert sorted(counts[3:]) == [("China", 0), ("Russia", 0)]
    assert rest.next_cursor is None


async def test_actors_by_name_type_and_country(world: BoltGraph) -> None:
    async def names(**asked: str | ActorType) -> set[str]:
        return {row.name for row in (await reads.find_actors(world, **asked)).data}  # type: ignore[arg-type]

    assert await names(q="WÁNG") == {"Wang Yi"}
    assert await names(q="prc") == {"China"}
    assert await names(type=ActorType.COUNTRY) == {"China", "Russia"}
    assert await names(country="ru", type=ActorType.PERSON) == {"Sergei Lavrov"}
    assert await names(q="nobody") == set()


async def test_an_actor_in_profile(world: BoltGraph) -> None:
    lavrov = await reads.get_actor(world, "sergei-lavrov")
    assert (lavrov.statements, lavrov.voiced, lavrov.addressed) == (2, 0, 1)
    assert [(term.name, term.since, [body.name for body in term.within]) for term in lavrov.positions] == [
        ("Minister of Foreign Affairs of Russia", "2004-03-09", ["Russia"])
    ]
    assert lavrov.acts == {"COMMENT": 1, "SUPPORT": 1}
    assert lavrov.stances == {0: 1, 1: 1}
    assert lavrov.first_said_on == lavrov.last_said_on == samples.DAY
    silent = await reads.get_actor(world, "China")
    assert (silent.statements, silent.voiced, silent.acts, silent.first_said_on) == (0, 1, {}, None)


async def test_topics_count_narrower_ones(world: BoltGraph) -> None:
    rows = {row.id: row for row in await reads.find_topics(world)}
    assert list(rows) == ["bilateral-relations", "conflict", "ukraine-war"]
    assert (rows["conflict"].statements, rows["conflict"].statements_with_narrower) == (0, 3)
    assert rows["ukraine-war"].broader == ("conflict",)
    assert [row.id for row in await reads.find_topics(world, q="ukraine")] == ["ukraine-war"]


async def test_a_topic_in_profile(world: BoltGraph) -> None:
    conflict = await reads.get_topic(world, "Conflicts")
    assert [topic.label for topic in conflict.narrower] == ["War in Ukraine"]
    assert [(row.name, row.statements) for row in conflict.speakers] == [("Wang Yi", 2), ("Sergei Lavrov", 2)]
    assert conflict.last_said_on == samples.DAY
    with pytest.raises(UnknownName):
        await reads.get_topic(world, "no topic at all")


async def test_articles_newest_first(world: BoltGraph) -> None:
    first = await reads.find_articles(world, limit=3)
    rest = await reads.find_articles(world, cursor=first.next_cursor)
    assert [row.id for row in (*first.data, *rest.data)] == ["a-copy", "beijing", "moscow", "whispers"]
    late = await reads.find_articles(world, since=samples.DAY.replace(day=8))
    early = await reads.find_articles(world, until=samples.DAY, publisher="Beijing Gazette")
    assert [row.id for row in late.data] == ["a-copy"]
    assert [(row.id, row.statements) for row in early.data] == [("beijing", 3)]


async def test_an_article_with_its_passages(world: BoltGraph) -> None:
    article = await reads.get_article(world, "beijing")
    shown = [article.text[start:end] for passage in article.passages for start, end in passage.spans]
    assert shown == [samples.FRIENDS, samples.FAIR, samples.VIEWS]
    assert [event.id for event in article.events] == [samples.CALL.id]
    with pytest.raises(NotFound):
        await reads.get_article(world, "nowhere")


async def test_the_graph_about_itself(graph: BoltGraph) -> None:
    empty = await reads.get_meta(graph)
    assert (empty.counts["statements"], empty.last_said_on, empty.last_published_at) == (0, None, None)
    await write(graph, samples.everything())
    meta = await reads.get_meta(graph)
    assert meta.counts == {
        "articles": 4, "statements": 5, "actors": 5, "positions": 2, "topics": 3, "events": 1
    }  # fmt: skip
    assert meta.data_version == empty.data_version + 1
    assert meta.schema_version == SCHEMA_VERSION
    assert meta.last_said_on == samples.DAY
    await write(graph, samples.everything())
    assert await reads.get_data_version(graph) == meta.data_version
    await remove(graph, ["nowhere"])
    assert await reads.get_data_version(graph) == meta.data_version
    await remove(graph, ["whispers"])
    assert await reads.get_data_version(graph) == meta.data_version + 1


async def test_rows_come_one_by_one(world: BoltGraph) -> None:
    rows = [row async for row in world.rows("names/actors")]
    assert {row["name"] for row in rows} >= {"Wang Yi", "Sergei Lavrov"}
