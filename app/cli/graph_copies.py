"""`communique graph import`, `copy`, `backup`, `restore`: the whole graph from one place to another."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import SecretStr

from app.cli.console import tell
from app.cli.graph_files import lines_of, opened_backup, put_back, read_lines, write_backup
from app.cli.progress import moving
from app.keeping import whole
from app.warming import leave_warm
from graph_schema.errors import GraphNotEmpty
from graph_schema.exporting import export_lines
from graph_schema.importing import Lines, Size, import_lines, is_empty
from graph_schema.reads.meta import get_meta
from graph_schema.settings import Settings
from graph_schema.store import Graph, open_graph
from ingest.work.ledger import LEDGER, Ledger

Replace = Annotated[bool, typer.Option("--replace", help="Take out first what the graph holds.")]


def register(cli: typer.Typer) -> None:
    """Add the commands to those of the graph."""
    cli.command("import")(import_graph)
    for command in (copy, backup, restore):
        cli.command()(command)


def import_graph(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `graph export` wrote.")],
    replace: Replace = False,
) -> None:
    """Write an exported graph (.jsonl, .jsonl.gz, .parquet) into this one, which must be empty."""
    size = asyncio.run(_import(Settings(), lambda: read_lines(file), replace))
    _say("imported", size)


def copy(
    to: Annotated[
        str, typer.Option("--to", metavar="bolt://...", help="A Neo4j; `embedded` for the data folder.")
    ],
    replace: Replace = False,
    username: Annotated[str, typer.Option(envvar="COMMUNIQUE_TO_USERNAME")] = "neo4j",
    password: Annotated[
        str, typer.Option(envvar="COMMUNIQUE_TO_PASSWORD", help="Better given in the environment.")
    ] = "",
) -> None:
    """Copy the graph to another engine, with all that the service notes in it; stop what writes meanwhile."""
    settings = Settings()
    target = settings.model_copy(
        update={
            "neo4j_uri": None if to == "embedded" else to,
            "neo4j_username": username,
            "neo4j_password": SecretStr(password),
            "neo4j_database": None,
        }
    )
    if target.neo4j_uri == settings.neo4j_uri:
        raise typer.BadParameter("this is where the graph is already")
    _say("copied", asyncio.run(_copy(settings, target, replace)))


def backup(file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The archive to write.")]) -> None:
    """Put the graph, the ledger and the corrections into one archive. What takes articles in must not run."""
    settings = Settings()
    with whole(file) as partial, _ledger_held(settings):
        asyncio.run(_backup(settings, partial))
    tell(f"The graph and what belongs to it are in {file}.")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="What `graph backup` wrote.")],
    replace: Replace = False,
) -> None:
    """Put a backup in the place of an empty graph, or with --replace of what there is."""
    settings = Settings()
    ledger = settings.data / LEDGER
    with opened_backup(file) as archive:
        if ledger.exists() and not replace:
            raise GraphNotEmpty(f"{ledger} exists: --replace puts the backup's in its place")
        with _ledger_held(settings):
            size = asyncio.run(_import(settings, lambda: lines_of(archive), replace))
        put_back(archive, settings.data)
    _say("restored", size)


async def _import(settings: Settings, lines: Lines, replace: bool) -> Size:
    async with open_graph(settings) as graph:
        with _counting("lines written") as advance:
            size = await import_lines(graph, lines, replace=replace, advance=advance)
        await leave_warm(graph, settings)
        return size


async def _copy(settings: Settings, target: Settings, replace: bool) -> Size:
    async with open_graph(settings) as source, open_graph(target) as goal:
        if not replace and not await is_empty(goal):
            raise GraphNotEmpty(f"the graph at {goal.access.uri} is not empty: --replace takes its place")
        # by way of a file: what supports what is known only at its end
        with tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".jsonl") as file:
            async for line in _counted(export_lines(source, stamps=True, whole=True), "lines read"):
                file.write(f"{line}\n")
            file.flush()
            with _counting("lines written") as advance:
                return await import_lines(
                    goal, lambda: read_lines(Path(file.name)), replace=replace, advance=advance
                )


async def _backup(settings: Settings, file: Path) -> None:
    async with open_graph(settings) as graph:
        lines = _counted(export_lines(graph, stamps=True, whole=True), "lines packed")
        await write_backup(file, settings.data, lines, await _about(graph))


async def _about(graph: Graph) -> dict[str, Any]:
    meta = await get_meta(graph)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return {
        "made_at": made,
        "engine": meta.engine,
        "schema_version": meta.schema_version,
        "counts": meta.counts,
    }


@contextmanager
def _ledger_held(settings: Settings) -> Iterator[None]:
    """Keep others from taking articles in meanwhile; raises LedgerBusy where somebody does."""
    with ExitStack() as stack:
        if (settings.data / LEDGER).exists():
            stack.enter_context(Ledger.open(settings.data / LEDGER))
        yield


@contextmanager
def _counting(what: str) -> Iterator[Callable[[int], None]]:
    """Show how many there were so far, on a terminal."""
    done = 0
    with moving(f"0 {what}") as bar:

        def advance(more: int) -> None:
            nonlocal done
            done += more
            bar.update(bar.task_ids[0], description=f"{done:,} {what}")

        yield advance


async def _counted(lines: AsyncIterator[str], what: str) -> AsyncIterator[str]:
    with _counting(what) as advance:
        async for line in lines:
            advance(1)
            yield line


def _say(done: str, size: Size) -> None:
    tell(f"{size.nodes:,} nodes and {size.relationships:,} relationships {done}")
