"""`communique watch`: what feeds bring and what is handed in, into the graph, for ever."""

from __future__ import annotations

import asyncio
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from app.cli.console import tell
from app.cli.numbers import Counted, Numbers, shown
from app.cli.progress import watching
from graph_schema.settings import Settings
from graph_schema.store import Graph, open_graph
from ingest.given.folders import Folder
from ingest.policies import read_policies
from ingest.web.feed_list import Source, read_sources
from ingest.web.fetching import Fetcher
from ingest.web.manners import Manners
from ingest.web.watching import Watch
from ingest.work.attending import attend
from ingest.work.extraction import Extractor, loaded, version_of
from ingest.work.ledger import LEDGER, Ledger
from ingest.work.outcomes import Progress
from ingest.work.pool import Pool
from ingest.work.presence import present
from ingest.work.submissions import Inbox
from ingest.work.taking import take
from ingest.work.worker import ingest

FeedsAsked = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FEEDS.toml|FOLDER]",
        help="Names feeds, sitemaps and folders; or is itself the folder. "
        "Without it, only what is handed in is read.",
    ),
]


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(watch)


def watch(
    feeds: FeedsAsked = None,
    workers: Annotated[int, typer.Option(min=1, help="Read in so many processes.")] = 1,
    once: Annotated[bool, typer.Option("--once", help="Take in what is due now, then end.")] = False,
    metrics_port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Answer Prometheus on this port of 127.0.0.1.")
    ] = None,
    until_closed: Annotated[bool, typer.Option("--until-closed", hidden=True)] = False,
) -> None:
    """Take in what is handed in over HTTP, and what is new in feeds, sitemaps, folders, until Ctrl-C.

    FEEDS.toml has a table `feed` for each, with url, publisher, minutes, days, and one table `manners` with
    agent and delay: name yourself there, and whom to write to. A table `folders` has path, publisher, still
    (seconds that nobody has touched a file): what is put or changed there is taken in.
    """
    settings = Settings()
    manners, sources, folders = read_sources(feeds) if feeds else (Manners(), [], [])
    numbers = Numbers(settings.data / LEDGER)
    with (
        present(settings.data / LEDGER),
        shown(numbers, metrics_port),
        watching() as progress,
        Fetcher.open(manners, seen=numbers.fetched, policies=read_policies(settings.data)) as fetcher,
        # never in this process: a text that ends its reader must not end the worker
        Pool.open(workers, partial(loaded, settings), version_of(settings)) as reads,
    ):
        tell(f"Watching {len(sources)} feeds, {len(folders)} folders and what is handed in; Ctrl-C stops it.")
        worker = _Worker(
            settings,
            sources,
            [Folder(folder) for folder in folders],
            fetcher,
            reads,
            Counted(progress, numbers),
            once,
        )
        asyncio.run(_while_open(worker) if until_closed else worker.run())


class _Worker:
    """What one worker holds while it runs."""

    def __init__(
        self,
        settings: Settings,
        sources: list[Source],
        folders: list[Folder],
        fetcher: Fetcher,
        reads: Extractor,
        progress: Progress,
        once: bool,
    ) -> None:
        self.settings, self.sources, self.folders, self.fetcher = settings, sources, folders, fetcher
        self.reads, self.progress, self.once = reads, progress, once

    async def run(self) -> None:
        """Take in what is due, for ever or once."""
        path = self.settings.data / LEDGER
        with Inbox.open(path) as inbox:
            async with open_graph(self.settings) as graph:
                unlocked = Watch(self.sources, self.fetcher, Ledger(inbox.connection))
                await attend(
                    path,
                    lambda: self.due(inbox, unlocked),
                    partial(self.work, inbox, graph),
                    once=self.once,
                    say=tell,
                )

    def due(self, inbox: Inbox, feeds: Watch) -> bool:
        """Tell whether something was handed in, put into a folder, or is to be asked for."""
        waits = bool(inbox.pending()) or (bool(self.sources) and feeds.due)
        return waits or any(folder.due for folder in self.folders)

    async def work(self, inbox: Inbox, graph: Graph, ledger: Ledger) -> None:
        """Take in what was handed in, and go round the feeds; what is handed in meanwhile does not wait."""
        handed_in = partial(take, inbox, self.reads, graph, ledger, self.fetcher, self.progress)
        await handed_in()
        for folder in (each for each in self.folders if each.due):
            await ingest(folder.articles(), self.reads, graph, ledger, self.progress)
            folder.done()
        feeds = Watch(self.sources, self.fetcher, ledger, between=handed_in)
        if self.sources and feeds.due:
            await feeds.round(self.reads, graph, self.progress)


async def _while_open(worker: _Worker) -> None:
    """Run until standard input is closed: its other end is held by the process that wants the worker."""
    loop, running = asyncio.get_running_loop(), asyncio.ensure_future(worker.run())

    def wait() -> None:
        sys.stdin.buffer.read()
        loop.call_soon_threadsafe(running.cancel)

    threading.Thread(target=wait, daemon=True).start()
    await asyncio.wait([running])
    if not running.cancelled():
        running.result()
