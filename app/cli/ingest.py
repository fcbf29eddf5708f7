"""`communique ingest`: articles into the graph, each once, none lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from itertools import islice
from typing import Annotated

import typer

from app.cli.console import print_json
from app.cli.progress import watching
from app.warming import leave_warm
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.articles import GivenArticle
from ingest.given.files import Given, articles_in
from ingest.policies import read_policies
from ingest.work.extraction import version_of
from ingest.work.extractors import extractor
from ingest.work.intake import held_by
from ingest.work.ledger import LEDGER, Ledger
from ingest.work.outcomes import Counts, Progress
from ingest.work.rehearsing import rehearse as rehearsed
from ingest.work.reprocessing import kept
from ingest.work.worker import ingest as ingest_articles

MANY = 1000  # articles after which a service's first start would have something to wait for

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...", help="Files or folders of .txt, .json, .jsonl, .html (also .gz); - is stdin."
    ),
]
Workers = Annotated[int, typer.Option(min=1, help="Read in so many processes.")]
Dask = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Read on the Dask cluster at tcp://...")]
Limit = Annotated[int | None, typer.Option(min=1, help="Take at most so many articles.")]
Since = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out what was published before that day.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would become of each article, and touch nothing.")
]
Reprocess = Annotated[
    bool, typer.Option("--reprocess", help="No INPUT: read again what an earlier version read.")
]
Everything = Annotated[bool, typer.Option("--all", help="With --reprocess: whatever version read it.")]


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(ingest)


def ingest(
    inputs: Inputs = None,
    workers: Workers = 1,
    dask: Dask = None,
    limit: Limit = None,
    since: Since = None,
    dry_run: DryRun = False,
    reprocess: Reprocess = False,
    everything: Everything = False,
) -> None:
    """Read articles into the graph; what is there already stays as it is.

    Stop it whenever you like: the next run goes on where this one was. What cannot be read is kept with its
    reason: communique dead-letters list.

    --reprocess fetches nothing and opens no file: articles and pages are kept as they came.

    Example: communique ingest ingest/samples
    """
    if bool(inputs) is reprocess or (everything and not reprocess):
        raise typer.BadParameter("give INPUT..., or --reprocess [--all] without any")
    settings = Settings()

    def given(ledger: Ledger) -> Iterable[Given]:
        found = (
            earlier(settings, everything, ledger)
            if reprocess
            else articles_in(inputs or (), policies=read_policies(settings.data))
        )
        return chosen(found, since.date() if since else None, limit)

    with watching() as progress:
        work = (
            rehearse(settings, given, progress) if dry_run else take(settings, given, progress, workers, dask)
        )
        counts = asyncio.run(work)
    report(counts)
    if counts.dead:
        raise typer.Exit(1)


def chosen(given: Iterable[Given], since: date | None, limit: int | None) -> Iterable[Given]:
    """Return the articles of a day or later, at most so many; articles without a day are kept."""
    recent = (item for item in given if not (isinstance(item, GivenArticle) and _before(item, since)))
    return islice(recent, limit)


def _before(article: GivenArticle, since: date | None) -> bool:
    return bool(since and article.published_at and article.published_at.date() < since)


def earlier(settings: Settings, everything: bool, ledger: Ledger) -> Iterator[Given]:
    """Yield what is to be read again, out of the ledger that is written in."""
    if everything:
        ledger.unsign()
    yield from kept(ledger, version_of(settings))


async def rehearse(
    settings: Settings, source: Callable[[Ledger], Iterable[Given]], progress: Progress
) -> Counts:
    """Count what would become of what a source gives; nothing is read or written."""
    ledger, version = settings.data / LEDGER, version_of(settings)
    known = ledger.exists()
    with Ledger.copied(ledger) as copy:
        if not known:  # nor is there anything of it in the graph: no engine need be started
            return await rehearsed(source(copy), _nothing, copy, version, progress)
        async with open_graph(settings) as graph:
            return await rehearsed(source(copy), held_by(graph), copy, version, progress)


async def _nothing(_: Sequence[str]) -> frozenset[str]:
    return frozenset()


async def run(
    settings: Settings,
    given: Iterable[Given],
    progress: Progress,
    workers: int = 1,
    dask: str | None = None,
) -> Counts:
    """Bring articles into the graph that the settings name."""
    return await take(settings, lambda _: given, progress, workers, dask)


async def take(
    settings: Settings,
    source: Callable[[Ledger], Iterable[Given]],
    progress: Progress,
    workers: int = 1,
    dask: str | None = None,
) -> Counts:
    """Bring what a source gives, which may be the ledger itself, into the graph that the settings name."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with Ledger.open(settings.data / LEDGER) as ledger, extractor(settings, workers, dask) as reads:
        async with open_graph(settings) as graph:
            counts = await ingest_articles(source(ledger), reads, graph, ledger, progress)
            if counts.written >= MANY:
                await leave_warm(graph, settings)
            return counts


def report(counts: Counts) -> None:
    """Print how many articles came to which end: a sentence on a terminal, a JSON line off it."""
    print_json(asdict(counts))
