"""`communique remove`: articles out of the graph, and only what they alone supported."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from app.cli.console import tell
from graph_schema.errors import NotFound
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.work.ledger import LEDGER, Ledger
from ingest.work.worker import take_out


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(remove)


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE_ID...", help="Ids of articles.")],
) -> None:
    """Take articles out of the graph with everything that only they supported."""
    removed = asyncio.run(_remove(Settings(), articles))
    tell(f"{removed} of {len(articles)} articles taken out")
    if removed < len(articles):
        raise NotFound(
            "the graph holds no article of the other ids; `communique graph export` lists them all"
        )


async def _remove(settings: Settings, articles: list[str]) -> int:
    async with open_graph(settings) as graph:
        with Ledger.open(settings.data / LEDGER) as ledger:
            return await take_out(articles, graph, ledger)
