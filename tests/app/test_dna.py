"""Coded files in the graph: the sample's known networks, and event lists out and in again unchanged."""

import csv
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.settings import Settings
from graph_schema.writes import write
from ingest.gazetteer.loading import Gazetteer
from ingest.given.dna import dna_documents
from ingest.given.event_lists import event_list
from ingest.harvest.coded import harvest_coded
from tests.app.corpus import WORLD
from tests.conftest import empty
from tests.shared import shared

pytestmark = pytest.mark.anyio
KEPT = ("time", "person", "organization", "concept", "agreement", "text", "coder", "document_title")

NAMES = [
    "Alliance to Save Energy",
    "Energy and Environmental Analysis, Inc.",
    "Environmental Protection Agency",
    "National Petrochemical & Refiners Association",
    "Senate",
    "Sierra Club",
    "U.S. Public Interest Research Group",
]


@pytest.fixture
async def reader(graph: BoltGraph, engine: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(ServiceSettings.of(engine), graph)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        yield client


def coded(documents: list[Any]) -> list[Contribution]:
    gazetteer = Gazetteer.load(None)
    return [harvest_coded(document, gazetteer) for document in documents]


async def events(reader: httpx.AsyncClient) -> list[dict[str, str]]:
    text = (await reader.get("/v1/exports/dna.csv")).text
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    return sorted(
        ({name: row[name] for name in KEPT} for row in rows), key=lambda row: (row["text"], row["person"])
    )


def to_the_day(row: dict[str, str]) -> dict[str, str]:
    """Return a row as a list tells it: by the day, not for whom one spoke, people by their usual names."""
    person = row["person"].replace("Sergei", "Sergey")
    return row | {"time": row["time"][:10], "organization": "", "person": person}


async def network(reader: httpx.AsyncClient, kind: str, **more: str) -> list[list[float]]:
    question = {"kind": kind, "level": "organization", "duplicates": "all", **more}
    found = (await reader.get("/v1/networks/actors", params=question)).json()
    names = {node["id"]: node["name"] for node in found["nodes"]}
    weights = {(names[e["source"]], names[e["target"]]): e["weight"] for e in found["edges"]}
    return [[weights.get((a, b), weights.get((b, a), 0.0)) for b in NAMES] for a in NAMES]


async def test_the_sample_has_its_known_networks(graph: BoltGraph, reader: httpx.AsyncClient) -> None:
    """What the Analyzer's own tests say of the sample: 7 by 6, 40 statements; the one-mode sums to 276."""
    await write(graph, coded(dna_documents(shared("gazetteers", "sample.dna"))))
    question = {"level": "organization", "agreement": "ignore", "duplicates": "all"}
    two_mode = (await reader.get("/v1/networks/actor-topic", params=question)).json()
    kinds = [node["kind"] for node in two_mode["nodes"]]
    assert (kinds.count("actor"), kinds.count("topic")) == (7, 6)
    assert sum(edge["weight"] for edge in two_mode["edges"]) == 40
    ignore = await network(reader, "ignore")
    assert sum(map(sum, ignore)) == 276
    assert ignore[2][:2] == [10, 2]  # the agency's row as the Analyzer prints it
    congruence, conflict = await network(reader, "congruence"), await network(reader, "conflict")
    assert sum(map(sum, congruence)) + sum(map(sum, conflict)) == 276
    again = await write(graph, coded(dna_documents(shared("gazetteers", "sample.dna"))))
    assert (again.written, again.unchanged) == (0, 7)


async def test_an_event_list_goes_out_and_comes_in_again(
    graph: BoltGraph, reader: httpx.AsyncClient, tmp_path: Path
) -> None:
    await write(graph, WORLD)
    before = await events(reader)
    path = tmp_path / "events.csv"
    path.write_bytes((await reader.get("/v1/exports/dna.csv")).content)
    await empty(graph)
    await write(graph, coded(event_list(path)))
    after = await events(reader)
    assert len(before) == 11
    for old, new in zip(before, after, strict=True):  # a list says when, and not whether as a day or a time
        assert to_the_day(old) == to_the_day(new)


async def test_the_samples_list_comes_in_again_as_it_was(
    graph: BoltGraph, reader: httpx.AsyncClient, tmp_path: Path
) -> None:
    await write(graph, coded(dna_documents(shared("gazetteers", "sample.dna"))))
    before = await events(reader)
    path = tmp_path / "events.csv"
    path.write_bytes((await reader.get("/v1/exports/dna.csv")).content)
    await empty(graph)
    await write(graph, coded(event_list(path)))
    assert await events(reader) == before
