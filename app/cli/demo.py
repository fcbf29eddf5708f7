"""`communique demo`: the main job on the sample articles, from text to answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from importlib.resources import as_file, files
from typing import Annotated

import typer

from app.cli.console import out, tell
from app.cli.ingest import run
from app.cli.progress import watching
from app.cli.serve import Port, serve_until_stopped
from app.cli.tables import add_triple, triples
from app.settings import ServiceSettings
from graph_schema.filters import StatementFilter
from graph_schema.reads.meta import get_meta
from graph_schema.reads.statements import find_statements
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.views import StatementRow
from ingest.given.files import articles_in

SHOWN = 20
CALL = date(2023, 8, 7)
SAMPLES = files("ingest").joinpath("samples")

NEXT = """\
Ask it something, in another terminal:
  curl 'http://127.0.0.1:{port}/v1/statements?speaker=Wang+Yi&topic=ukraine-war'
  curl 'http://127.0.0.1:{port}/v1/statements?country=RU&act=REJECT'
  curl 'http://127.0.0.1:{port}/v1/actors?q=guterres'
"""


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(demo)


def demo(
    once: Annotated[bool, typer.Option("--once", help="End after the table.")] = False, port: Port = 8000
) -> None:
    """Read the sample articles into a graph of their own, print the triples, and serve them until Ctrl-C.

    The samples report real events in our own words: they show what Communiqué does, and are no source on what
    was said. They live in the folder `demo` of COMMUNIQUE_DATA, apart from your own graph.
    """
    settings = demo_settings()
    asyncio.run(prepare(settings))
    if not once:
        out.print(NEXT.format(port=port), highlight=False)
        serve_until_stopped(ServiceSettings.of(settings), "127.0.0.1", port)


def demo_settings() -> Settings:
    """Return the settings of the demo: the embedded engine, in a folder of its own."""
    settings = Settings()
    return settings.model_copy(update={"data": settings.data / "demo", "neo4j_uri": None})


async def prepare(settings: Settings) -> None:
    """Read the samples into the graph and print what it answers."""
    tell("Reading the sample articles (real events, our own words) ...")
    with as_file(SAMPLES) as folder, watching() as progress:
        await run(settings, articles_in([str(folder)]), progress)
    async with open_graph(settings) as graph:
        call = await find_statements(graph, StatementFilter(since=CALL, until=CALL))
        newest = await find_statements(graph, StatementFilter(), limit=SHOWN)
        counts = (await get_meta(graph)).counts
    show(f"Wang Yi and Sergey Lavrov on the telephone, {CALL:%-d %B %Y}, as each side reports it", call.data)
    show("The newest statements", newest.data)
    tell(f"{counts['statements']} statements by {counts['actors']} actors on {counts['topics']} topics")


def show(title: str, rows: Iterable[StatementRow]) -> None:
    """Print statements as a table."""
    table = triples(title)
    for row in rows:
        add_triple(table, row.model_dump() | {"topics": [topic.label for topic in row.topics]})
    out.print(table)
