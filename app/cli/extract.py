"""`communique extract`: statements of articles, without a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console

from app.cli.console import complain, out, tell
from app.cli.progress import moving
from app.cli.tables import add_triple, triples
from app.keeping import whole
from graph_schema.errors import UnreadableArticle
from graph_schema.settings import Settings
from ingest.given.files import articles_in
from ingest.pipeline import Reader
from ingest.policies import read_policies
from ingest.printing import printed


class Format(StrEnum):
    """How the statements are printed."""

    JSONL = "jsonl"
    TABLE = "table"


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(extract)


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files or folders of .txt, .json, .jsonl, .html (also .gz); - is stdin."
        ),
    ],
    output: Annotated[Path | None, typer.Option(help="Write here instead of printing.")] = None,
    format: Annotated[  # noqa: A002 - the option's name is fixed
        Format | None, typer.Option(help="Default: table on a terminal, jsonl off it.")
    ] = None,
) -> None:
    """Print the statements of each article: who said what about which topic. Needs no database.

    Example: communique extract ingest/samples --format table
    """
    chosen = format or (Format.TABLE if output is None and out.is_terminal else Format.JSONL)
    settings = Settings()
    reader = Reader.load(settings)
    failures = read = 0
    with destination(output) as target, moving("reading ...") as bar:
        for item in articles_in(inputs, policies=read_policies(settings.data)):
            if isinstance(item, UnreadableArticle):
                complain(str(item))
                failures += 1
                continue
            emit(printed(reader.read(item)), chosen, target)
            read += 1
            bar.update(bar.task_ids[0], description=f"{read} articles read")
    if failures:
        tell(f"{failures} input{'s' if failures > 1 else ''} could not be read; all others were.")
        raise typer.Exit(1)


def emit(article: dict[str, Any], form: Format, target: TextIO) -> None:
    """Write one article's statements in the chosen form."""
    if form is Format.JSONL:
        target.write(json.dumps(article, ensure_ascii=False) + "\n")
        target.flush()
        return
    table = triples(article["headline"] or article["id"])
    for statement in article["statements"]:
        add_triple(table, statement)
    (out if target is sys.stdout else Console(file=target, width=160)).print(table)


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """Yield stdout, or a file that appears under its name only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    with whole(path) as partial, partial.open("w", encoding="utf-8") as file:
        yield file
