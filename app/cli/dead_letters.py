"""`communique dead-letters`: what could not be taken in, why, and once more."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager
from typing import Annotated

import typer
from rich.table import Table

from app.cli.console import out, print_json, tell
from app.cli.ingest import report, run
from app.cli.progress import watching
from graph_schema.settings import Settings
from ingest.work import dead_letters as dead
from ingest.work.ledger import LEDGER, Entry, Ledger

cli = typer.Typer(no_args_is_help=True, help="What could not be taken in: why, and once more.")

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Ids; none means all.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


@cli.command("list")
def list_letters(as_json: AsJson = False) -> None:
    """List the dead letters with their reasons."""
    letters = _letters()
    if as_json:
        for letter in letters:
            print_json(_row(letter))
    elif not letters:
        tell("no dead letters: everything given so far was taken in")
    else:
        table = Table("id", "given in", "attempts", "reason")
        for letter in letters:
            table.add_row(letter.id, letter.given_in, str(letter.attempts), letter.last_error)
        out.print(table)


@cli.command()
def show(ids: Ids = None) -> None:
    """Show dead letters whole, as JSON lines with what was given."""
    with _ledger() as ledger:
        for letter in dead.dead_letters(ledger, ids):
            article = ledger.article(letter.id)
            print_json(
                {**_row(letter), "headline": article and article.headline, "text": article and article.text}
            )


@cli.command()
def retry(ids: Ids = None) -> None:
    """Read dead letters once more."""
    with _ledger() as ledger:
        dead.retry(ledger, ids)
    with watching() as progress:
        counts = asyncio.run(run(Settings(), [], progress))
    report(counts)
    if counts.dead:
        raise typer.Exit(1)


@cli.command()
def drop(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Forget them all.")] = False,
) -> None:
    """Forget dead letters: those of these ids, or --all."""
    if bool(ids) is everything:
        raise typer.BadParameter("give the ids of dead letters, or --all")
    with _ledger() as ledger:
        dropped = dead.drop(ledger, ids)
    tell(f"{dropped} forgotten")


def _ledger() -> AbstractContextManager[Ledger]:
    return Ledger.open(Settings().data / LEDGER)


def _letters() -> list[Entry]:
    with _ledger() as ledger:
        return dead.dead_letters(ledger)


def _row(letter: Entry) -> dict[str, object]:
    return {
        "id": letter.id,
        "given_in": letter.given_in,
        "reason": letter.last_error,
        "attempts": letter.attempts,
        "changed_at": letter.changed_at.isoformat(),
    }
