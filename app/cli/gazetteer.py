"""`communique gazetteer`: whether what we know of the world holds together, and what is new in it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import httpx
import typer

from app.cli.console import print_json, tell
from graph_schema.settings import Settings
from ingest.gazetteer.contradictions import check as contradictions_of
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.wikidata import ENDPOINT, QueryService
from ingest.gazetteer.wikidata_changes import Change
from ingest.gazetteer.wikidata_update import NAME, Update
from ingest.gazetteer.wikidata_update import update as updated

cli = typer.Typer(no_args_is_help=True, help="What is known of countries, bodies, people and their posts.")


@cli.command()
def check() -> None:
    """Find contradictions in the gazetteer, your own rows included: shared posts, clashing names, lost keys.

    Exit status 1 if there are any.
    """
    found = contradictions_of(Gazetteer.load(Settings().gazetteer))
    for sentence in found:
        typer.echo(sentence)
    if found:
        raise typer.Exit(1)
    tell("no contradictions")


@cli.command()
def update(
    endpoint: Annotated[str, typer.Option(metavar="URL", help="The SPARQL service to ask.")] = ENDPOINT,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write there, not to gazetteer.d/wikidata.toml.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.")] = 70.0,
    differences: Annotated[
        bool,
        typer.Option("--differences", help="Show also where Wikidata says otherwise, which changes nothing."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Ask Wikidata for heads of state, of government and foreign ministers, and keep what is new.

    What is added, changed and ended is printed. Nothing else ever asks Wikidata, and nothing needs it.
    """
    folder = Settings().gazetteer
    with httpx.Client(timeout=timeout) as client:
        done = updated(QueryService(client, endpoint, time.sleep), folder, output or folder / NAME)
    for change in (*done.news, *(done.differing if differences else ())):
        _print(change, as_json)
    for says in done.gone:
        print_json({"kind": "withdrawn", "says": says}) if as_json else typer.echo(f"withdrawn  {says}")
    _summarise(done)


def _print(change: Change, as_json: bool) -> None:
    if as_json:
        print_json({"kind": change.kind, "says": change.says, "term": change.term, "person": change.person})
    else:
        typer.echo(f"{change.kind:<9}  {change.says}")


def _summarise(done: Update) -> None:
    tell(f"asked for {done.asked} posts; {done.unknown} more are kept without a Wikidata id")
    tell(f"{len(done.news)} terms are new, {len(done.gone)} withdrawn")
    if done.differing:
        tell(f"{len(done.differing)} terms differ and stay as they are: --differences shows them")
    for sentence in done.contradictions:
        tell(f"now {sentence}")
