"""`communique graph`: the state of the graph, its schema, and the whole of it as a file."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from app.browser_kit import NAMES, kit_file
from app.cli import dna, graph_copies
from app.cli.console import out, print_json, tell
from app.cli.extract import destination
from app.cli.graph_files import write_parquet
from app.keeping import whole
from graph_schema.exporting import export_lines
from graph_schema.migrations import migrate as migrate_graph
from graph_schema.reads.meta import get_meta
from graph_schema.settings import Settings
from graph_schema.store import open_graph

cli = typer.Typer(no_args_is_help=True, help="State, migration, export and copies of the graph.")
graph_copies.register(cli)
dna.register(cli)

BROWSER = (
    "Any Neo4j Browser connects to this address with this user, password and database; "
    "`communique graph browser-kit` writes a style and queries for it."
)
WHILE = " The embedded engine answers as long as `communique serve` runs."


class Form(StrEnum):
    """The form of an exported graph."""

    JSONL = "jsonl"
    PARQUET = "parquet"


@cli.command()
def status(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Print engine, schema version, counts, and how Neo4j Browser connects."""
    found = asyncio.run(_status(Settings()))
    if as_json:
        print_json(found)
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for key, value in found.items():
        table.add_row(key.replace("_", " "), str(value))
    out.print(table)
    tell(BROWSER + (WHILE if Settings().neo4j_uri is None else ""))


async def _status(settings: Settings) -> dict[str, Any]:
    async with open_graph(settings) as graph:
        meta = await get_meta(graph)
        return {
            "engine": meta.engine,
            "schema_version": meta.schema_version,
            "address": graph.access.uri,
            "user": graph.access.username,
            "password": graph.access.password,
            "database": graph.access.database,
            **meta.counts,
        }


@cli.command()
def migrate() -> None:
    """Take the graph to the schema that this version speaks."""
    before, after = asyncio.run(_migrate(Settings()))
    tell(f"the graph's schema is {after}" + (f", it was {before}" if before != after else " already"))


async def _migrate(settings: Settings) -> tuple[int, int]:
    async with open_graph(settings, prepared=False) as graph:
        return await migrate_graph(graph)


@cli.command()
def export(
    output: Annotated[Path | None, typer.Option(help="Write here instead of printing.")] = None,
    stamps: Annotated[bool, typer.Option("--stamps", help="With the times of fetching and reading.")] = False,
    form: Annotated[
        Form | None, typer.Option("--format", help="Default: by the ending of the output, else jsonl.")
    ] = None,
) -> None:
    """Write the whole graph as JSON lines or Parquet: the same graph gives the same bytes."""
    chosen = form or (Form.PARQUET if output and output.suffix == ".parquet" else Form.JSONL)
    if chosen is Form.PARQUET and output is None:
        raise typer.BadParameter("Parquet goes into a file: give --output FILE.parquet")
    asyncio.run(_export(Settings(), output, stamps, chosen))


async def _export(settings: Settings, output: Path | None, stamps: bool, form: Form) -> None:
    async with open_graph(settings) as graph:
        lines = export_lines(graph, stamps=stamps)
        if form is Form.PARQUET and output is not None:
            with whole(output) as partial:
                await write_parquet(partial, lines)
            return
        with destination(output) as target:
            async for line in lines:
                target.write(line + "\n")


@cli.command("browser-kit")
def browser_kit(
    output: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("browser-kit"),
) -> None:
    """Write a style, favourites and a guide for Neo4j Browser.

    Drop style.grass and favourites.zip on the Browser's window. A running service serves the same files under
    /browser-kit/.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (output / name).write_bytes(kit_file(name))
    tell(f"Drop {output / 'style.grass'} and {output / 'favourites.zip'} on the window of Neo4j Browser.")
