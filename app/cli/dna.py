"""`communique graph import-dna`: what people coded in Discourse Network Analyzer, into the graph."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from app.cli.console import print_json
from graph_schema.contribution import Contribution
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from ingest.gazetteer.loading import Gazetteer
from ingest.given.dna import dna_documents
from ingest.given.event_lists import event_list
from ingest.harvest.coded import harvest_coded


def register(cli: typer.Typer) -> None:
    """Add the command to `communique graph`."""
    cli.command("import-dna")(import_dna)


def import_dna(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .dna file, or an event list (.csv).")],
) -> None:
    """Take in statements that people coded: with their speakers, concepts and agreement, marked as theirs.

    A document of an event list has the coded passages as its text. Import the same file again, and nothing
    changes; `communique remove` takes documents out.

    Example: communique graph import-dna sample.dna
    """
    documents = event_list(file) if file.suffix.lower() == ".csv" else dna_documents(file)
    settings = Settings()
    gazetteer = Gazetteer.load(settings.gazetteer)
    contributions = [harvest_coded(document, gazetteer) for document in documents]
    counts = asyncio.run(_written(settings, contributions))
    coded = sum(len(each.statements) for each in contributions)
    print_json({"written": counts[0], "unchanged": counts[1], "statements": coded})


async def _written(settings: Settings, contributions: list[Contribution]) -> tuple[int, int]:
    async with open_graph(settings) as graph:
        counts = await write(graph, contributions)
    return counts.written, counts.unchanged
