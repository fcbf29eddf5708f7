"""The same graph gives the same bytes on every engine, as it did before."""

import json
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.exporting import export_lines

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parents[1] / "golden" / "samples.export.jsonl"


async def test_export(world: BoltGraph) -> None:
    lines = [line async for line in export_lines(world)]
    assert "\n".join(lines) + "\n" == GOLDEN.read_text("utf-8")


async def test_clock_stamps_only_when_asked_for(world: BoltGraph) -> None:
    plain = [json.loads(line) async for line in export_lines(world)]
    stamped = [json.loads(line) async for line in export_lines(world, stamps=True)]
    assert len(plain) == len(stamped)
    found = {name for row in stamped for name in row["properties"]}
    assert found - {name for row in plain for name in row["properties"]} == {"retrieved_at", "extracted_at"}
    assert all(
        row["properties"].get("extracted_at", "2024-01-02T00:00:00+00:00").endswith("+00:00")
        for row in stamped
    )
