"""`communique graph`: the state of the graph, its schema, and the whole of it as a file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from app.browser_kit import NAMES, kit_file
from app.cli.console import out, print_json, tell
from app.cli.extract import destination
from graph_schema.exporting import export_lines
from graph_schema.migrations import migrate as migrate_graph
from graph_schema.reads.meta import get_meta
from graph_schema.settings import Settings
from graph_schema.store import open_graph

cli = typer.Typer(no_args_is_help=True, help="State, migration and export of the graph.")


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
) -> None:
    """Write the whole graph as JSON lines: the same graph gives the same bytes."""
    asyncio.run(_export(Settings(), output, stamps))


async def _export(settings: Settings, output: Path | None, stamps: bool) -> None:
    with destination(output) as target:
        async with open_graph(settings) as graph:
            async for line in export_lines(graph, stamps=stamps):
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
