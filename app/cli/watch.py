"""`communique watch`: feeds and sitemaps, asked politely, for ever."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from app.cli.console import tell
from app.cli.ingest import LEDGER
from app.cli.progress import watching
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.web.feed_list import read_sources
from ingest.web.fetching import Fetcher
from ingest.web.watching import Watch
from ingest.work.extractors import extractor
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Progress


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(watch)


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="Names the feeds and sitemaps.")],
    workers: Annotated[int, typer.Option(min=1, help="Read in so many processes.")] = 1,
    once: Annotated[bool, typer.Option("--once", help="Go round once, then end.")] = False,
) -> None:
    """Ask feeds and news sitemaps politely, and take what is new into the graph, until Ctrl-C.

    FEEDS.toml has a table `feed` for each, with url, publisher, minutes, days, and one table `manners` with
    agent and delay: name yourself there, and whom to write to.
    """
    with watching() as progress:
        asyncio.run(_watch(Settings(), feeds, workers, once, progress))


async def _watch(settings: Settings, feeds: Path, workers: int, once: bool, progress: Progress) -> None:
    manners, sources = read_sources(feeds)
    settings.data.mkdir(parents=True, exist_ok=True)
    with (
        Ledger.open(settings.data / LEDGER) as ledger,
        Fetcher.open(manners) as fetcher,
        extractor(settings, workers) as reads,
    ):
        async with open_graph(settings) as graph:
            watched = Watch(sources, fetcher, ledger)
            tell(f"Watching {len(sources)} feeds; Ctrl-C stops it.")
            if once:
                await watched.round(reads, graph, progress)
            else:
                await watched.forever(reads, graph, progress)
