"""`communique ingest`: articles into the graph, each once, none lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from itertools import islice
from typing import Annotated

import typer

from app.cli.console import print_json, tell
from app.cli.progress import watching
from graph_schema.errors import UnreadableArticle
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.articles import GivenArticle
from ingest.given.files import Given, articles_in
from ingest.work.extractors import extractor
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts, Progress
from ingest.work.worker import ingest as ingest_articles

LEDGER = "ledger.sqlite"


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(ingest)


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files or folders of .txt, .json, .jsonl, .html (also .gz); - is stdin."
        ),
    ],
    workers: Annotated[int, typer.Option(min=1, help="Read in so many processes.")] = 1,
    dask: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Read on the Dask cluster at tcp://...")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Take at most so many articles.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Leave out what was published before that day."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken in, and touch nothing.")
    ] = False,
) -> None:
    """Read articles into the graph; what is there already stays as it is.

    Stop it whenever you like: the next run goes on where this one was. What cannot be read is kept with its
    reason: communique dead-letters list.

    Example: communique ingest ingest/samples
    """
    given = chosen(articles_in(inputs), since.date() if since else None, limit)
    if dry_run:
        counts = rehearse(given)
    else:
        with watching() as progress:
            counts = asyncio.run(run(Settings(), given, progress, workers, dask))
    report(counts)
    if counts.dead:
        raise typer.Exit(1)


def chosen(given: Iterable[Given], since: date | None, limit: int | None) -> Iterable[Given]:
    """Return the articles of a day or later, at most so many; articles without a day are kept."""
    recent = (item for item in given if not (isinstance(item, GivenArticle) and _before(item, since)))
    return islice(recent, limit)


def _before(article: GivenArticle, since: date | None) -> bool:
    return bool(since and article.published_at and article.published_at.date() < since)


def rehearse(given: Iterable[Given]) -> Counts:
    """Count what would be taken in and say what could not be read, without reading or writing."""
    counts = Counts()
    for item in given:
        if isinstance(item, UnreadableArticle):
            counts.dead += 1
            tell(str(item))
        else:
            counts.written += 1
    return counts


async def run(
    settings: Settings,
    given: Iterable[Given],
    progress: Progress,
    workers: int = 1,
    dask: str | None = None,
) -> Counts:
    """Bring articles into the graph that the settings name."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with Ledger.open(settings.data / LEDGER) as ledger, extractor(settings, workers, dask) as reads:
        async with open_graph(settings) as graph:
            return await ingest_articles(given, reads, graph, ledger, progress)


def report(counts: Counts) -> None:
    """Print how many articles came to which end: a sentence on a terminal, a JSON line off it."""
    print_json(asdict(counts))
