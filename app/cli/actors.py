"""`communique actors`: a person's corrections, which act at once and survive whatever is read again."""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Annotated

import typer
from rich.table import Column, Table

from app.cli.console import out, print_json, tell
from app.cli.ingest import report, run
from app.cli.progress import watching
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.gazetteer.correction_log import read_corrections
from ingest.gazetteer.corrections import Correction, Deed
from ingest.gazetteer.loading import Gazetteer
from ingest.work.correcting import correct, describe, refuse_taken
from ingest.work.extraction import version_of
from ingest.work.ledger import LEDGER, Ledger
from ingest.work.outcomes import Counts, Progress

cli = typer.Typer(no_args_is_help=True, help="Who is the same as whom, and who goes by another name.")

Actor = Annotated[str, typer.Argument(metavar="ACTOR", help="Id of an actor, such as Q159 or actor:....")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Another name of the actor.")]
HEADS = ("actor", "into or name", "reason")
MISSING = "{} articles are not in this data folder's ledger: ingest them again, so that they follow"


@cli.command()
def merge(
    source: Annotated[str, typer.Argument(metavar="FROM", help="Id of the actor that is somebody else.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="Id of who it is.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept in the graph.")] = "",
) -> None:
    """Say that FROM is INTO: its statements are INTO's from now on, and the words stay as written.

    Example: communique actors merge actor:61a10b0a2f Q134284 --reason "the same person, by her maiden name"
    """
    _act(source, into, partial(Correction, do=Deed.MERGE, reason=reason.strip()))


@cli.command()
def unmerge(source: Annotated[str, typer.Argument(metavar="FROM", help="Id of who was merged.")]) -> None:
    """Take a merge back: the graph is again what it was."""
    _act(source, None, partial(Correction, do=Deed.UNMERGE))


@cli.command()
def alias(
    actor: Actor,
    name: Name,
    weak: Annotated[
        bool, typer.Option("--weak", help="The name means the actor only where the article points to it.")
    ] = False,
) -> None:
    """Give an actor another name, which is found in articles from now on."""
    _act(actor, None, partial(Correction, do=Deed.ALIAS, name=name.strip(), weak=weak))


@cli.command()
def unalias(actor: Actor, name: Name) -> None:
    """Take back a name that `alias` gave."""
    _act(actor, None, partial(Correction, do=Deed.UNALIAS, name=name.strip()))


@cli.command()
def corrections(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List all corrections, the oldest first: who made them, when and why."""
    log = read_corrections(Settings().gazetteer).log
    if as_json:
        for correction in log:
            print_json(correction.model_dump(mode="json"))
    elif not log:
        tell("no corrections: nobody was merged or given another name")
    else:
        table = Table("when", "by", "", *(Column(head, overflow="fold") for head in HEADS))
        for one in log:
            target = str(one.into or one.name)
            table.add_row(f"{one.at:%Y-%m-%d %H:%M}", one.by, one.do, str(one.actor), target, one.reason)
        out.print(table)


def _act(actor: str, into: str | None, kind: Callable[..., Correction]) -> None:
    """Make a correction, keep it and have the articles that it concerns read again."""
    with watching() as progress:
        counts, missing = asyncio.run(_corrected(Settings(), actor, into, kind, progress))
    if missing:
        tell(MISSING.format(missing))
    report(counts)
    if counts.dead:
        raise typer.Exit(1)


async def _corrected(
    settings: Settings, actor: str, into: str | None, kind: Callable[..., Correction], progress: Progress
) -> tuple[Counts, int]:
    gazetteer = Gazetteer.load(settings.gazetteer)
    async with open_graph(settings) as graph:
        with Ledger.open(settings.data / LEDGER) as ledger:
            made = kind(
                at=datetime.now(UTC).replace(microsecond=0),
                by=_user(),
                actor=await describe(actor, graph, gazetteer),
                into=await describe(into, graph, gazetteer) if into else None,
            )
            refuse_taken(made, gazetteer)
            version = partial(version_of, settings)
            again, missing = await correct(made, settings.gazetteer, graph, ledger, version)
        return await run(settings, [], progress) if again else Counts(), missing


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "unknown"
