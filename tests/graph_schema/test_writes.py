"""Writing again changes nothing, replacing leaves nothing behind, removal takes what only that supported."""

import itertools

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.errors import SpanMismatch
from graph_schema.exporting import export_lines
from graph_schema.vocabulary import ActorType
from graph_schema.writes import WriteCounts, remove, write
from tests.conftest import cypher, empty
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio


async def export(graph: BoltGraph) -> str:
    return "\n".join([line async for line in export_lines(graph)])


async def test_writing_again_changes_nothing(graph: BoltGraph) -> None:
    assert await write(graph, samples.everything()) == WriteCounts(written=4)
    once = await export(graph)
    assert await write(graph, samples.everything()) == WriteCounts(unchanged=4)
    assert await export(graph) == once
    for said in (samples.FAIR, samples.GRATEFUL, "talks may be held"):
        assert said in once


async def test_the_order_of_articles_does_not_show(graph: BoltGraph) -> None:
    exports = set()
    for order in itertools.permutations(
        [samples.chinese_side(), samples.russian_side(), samples.unnamed_source()]
    ):
        await empty(graph)
        for contribution in order:
            await write(graph, [contribution])
        exports.add(await export(graph))
    assert len(exports) == 1


@pytest.mark.parametrize("gone", range(4))
async def test_an_article_taken_out_and_put_back_leaves_no_trace(graph: BoltGraph, gone: int) -> None:
    articles = samples.everything()
    await write(graph, articles)
    before = await export(graph)
    assert await remove(graph, [articles[gone].article.id, "never heard of"]) == 1
    assert await export(graph) != before
    await write(graph, [articles[gone]])
    assert await export(graph) == before


@pytest.mark.parametrize("added", [samples.russian_side(), samples.wire_copy(), samples.unnamed_source()])
async def test_an_article_added_and_taken_out_leaves_no_trace(graph: BoltGraph, added: Contribution) -> None:
    await write(graph, [samples.chinese_side()])
    before = await export(graph)
    await write(graph, [added])
    await remove(graph, [added.article.id])
    assert await export(graph) == before


async def test_nothing_is_left_when_all_is_taken_out(graph: BoltGraph) -> None:
    await write(graph, samples.everything())
    await remove(graph, [contribution.article.id for contribution in samples.everything()])
    assert await export(graph) == ""


async def test_an_article_read_differently_replaces_its_earlier_reading(graph: BoltGraph) -> None:
    await write(graph, [samples.chinese_side(fair_stance=-1), samples.russian_side()])
    before = samples.chinese_side()
    fewer = before.model_copy(
        update={
            "statements": before.statements[1:],
            "spoken_by": before.spoken_by[1:],
            "on_behalf_of": before.on_behalf_of[1:],
            "addressed_to": (),
            "about": before.about[1:],
            "reported_in": before.reported_in[1:],
            "made_at": before.made_at[1:],
        }
    )
    assert await write(graph, [fewer]) == WriteCounts(written=1)
    replaced = await export(graph)
    await empty(graph)
    await write(graph, [samples.russian_side(), fewer])
    assert await export(graph) == replaced
    assert samples.FRIENDS not in replaced.replace(before.article.text, "")


async def test_a_copy_does_not_change_how_the_original_was_read(graph: BoltGraph) -> None:
    await write(graph, [samples.chinese_side(), samples.wire_copy()])
    rows = await graph.read(cypher("MATCH (s:Statement) WHERE s.confidence < 0.9 RETURN s.id AS id"))
    assert rows == []


async def test_an_actor_that_turns_out_to_be_something_else(graph: BoltGraph) -> None:
    before = samples.unnamed_source()
    await write(graph, [before])
    actor = before.actors[0].model_copy(update={"type": ActorType.ORGANIZATION})
    await write(graph, [before.model_copy(update={"actors": (actor,)})])
    rows = await graph.read(cypher("MATCH (a:Actor) RETURN a.id AS id, labels(a) AS labels, a.type AS type"))
    assert [(row["id"], set(row["labels"]), row["type"]) for row in rows] == [
        (actor.id, {"Actor", "Organization"}, "organization")
    ]


async def test_words_that_stand_elsewhere_are_refused_before_anything_is_written(graph: BoltGraph) -> None:
    good, bad = samples.russian_side(), samples.chinese_side()
    edge = bad.reported_in[0].model_copy(update={"exact": "something else"})
    bad = bad.model_copy(update={"reported_in": (edge, *bad.reported_in[1:])})
    with pytest.raises(SpanMismatch, match="article beijing"):
        await write(graph, [good, bad])
    assert await export(graph) == ""


async def test_a_statement_without_a_place_is_refused(graph: BoltGraph) -> None:
    bad = samples.russian_side().model_copy(update={"reported_in": ()})
    with pytest.raises(SpanMismatch, match="has no place"):
        await write(graph, [bad])
