"""What is exported can be imported: the same bytes again, and a graph that goes on as the first would."""

import json
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import GraphNotEmpty, InvalidExport
from graph_schema.exporting import export_lines
from graph_schema.importing import clear, import_lines, is_empty
from graph_schema.writes import remove, write
from tests.graph_schema import samples

pytestmark = pytest.mark.anyio

GOLDEN = (Path(__file__).parents[1] / "golden" / "samples.export.jsonl").read_text("utf-8").splitlines()


async def exported(graph: BoltGraph, *, stamps: bool = False, whole: bool = False) -> list[str]:
    return [line async for line in export_lines(graph, stamps=stamps, whole=whole)]


@pytest.mark.parametrize(("stamps", "whole"), [(False, False), (True, False), (True, True)])
async def test_export_import_export(graph: BoltGraph, stamps: bool, whole: bool) -> None:
    await write(graph, samples.everything())
    before = await exported(graph, stamps=stamps, whole=whole)
    await clear(graph)
    assert await is_empty(graph)
    steps: list[int] = []
    size = await import_lines(graph, lambda: before, advance=steps.append)
    assert await exported(graph, stamps=stamps, whole=whole) == before
    assert size.nodes + size.relationships == len(before) == sum(steps)


async def test_a_whole_copy_goes_on_as_the_first_would(graph: BoltGraph) -> None:
    contributions = samples.everything()
    await write(graph, contributions)
    whole = await exported(graph, whole=True)
    key = contributions[0].article.id
    await remove(graph, [key])
    expected = await exported(graph)
    await import_lines(graph, lambda: whole, replace=True)
    assert (await write(graph, contributions)).written == 0
    await remove(graph, [key])
    assert await exported(graph) == expected


async def test_articles_leave_a_plainly_imported_graph_without_a_trace(graph: BoltGraph) -> None:
    contributions = samples.everything()
    await write(graph, contributions)
    plain = await exported(graph)
    keys = [each.article.id for each in contributions]
    await remove(graph, keys[:1])
    said = [
        line for line in await exported(graph) if line.startswith(('{"node": "Statement"', '{"node": "Art'))
    ]
    await import_lines(graph, lambda: plain, replace=True)
    await remove(graph, keys[:1])
    left = await exported(graph)
    assert [line for line in left if line.startswith(('{"node": "Statement"', '{"node": "Art'))] == said
    await remove(graph, keys)
    assert await exported(graph) == []


async def test_a_graph_with_something_in_it_is_left_alone(graph: BoltGraph) -> None:
    await write(graph, samples.everything()[:1])
    before = await exported(graph)
    with pytest.raises(GraphNotEmpty, match="--replace"):
        await import_lines(graph, lambda: GOLDEN)
    assert await exported(graph) == before


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 1 "),
        ("[]", "line 1 "),
        ('{"node": "Planet", "id": "x", "properties": {}}', "line 1 "),
        ('{"node": "Topic", "id": 7, "properties": {}}', "line 1 "),
        ('{"relationship": "LIKES", "start": "a", "end": "b", "properties": {}}', "line 1 "),
        ('{"relationship": "ABOUT", "start": "a", "end": "b", "properties": {}}', "no node before it is 'a'"),
    ],
)
async def test_what_is_no_export_is_refused_before_anything_is_written(
    graph: BoltGraph, line: str, complaint: str
) -> None:
    topic = json.dumps({"node": "Topic", "id": "t", "properties": {"label": "T"}})
    with pytest.raises(InvalidExport, match=complaint):
        await import_lines(graph, lambda: [line, topic])
    assert await is_empty(graph)
