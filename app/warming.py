"""Having at hand, from the service's start on, what the first reader of a network would wait for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog

from app.settings import ServiceSettings
from graph_schema.errors import CommuniqueError
from graph_schema.reads.column_file import load_columns, save_columns
from graph_schema.reads.columns import PLACE, Columns, get_columns
from graph_schema.settings import Settings
from graph_schema.store import Graph

log = structlog.get_logger("communique.warming")
FILE = "columns.npz"


def place_of(settings: Settings) -> Path | None:
    """Return the file that keeps columns over a restart: beside the embedded engine; none for a Neo4j."""
    return None if settings.neo4j_uri else settings.embedded / FILE


@asynccontextmanager
async def warmed(graph: Graph, settings: ServiceSettings) -> AsyncIterator[None]:
    """Read ahead in the background while the service runs; file what was read last when it stops."""
    if not settings.warm_up:
        yield
        return
    file = place_of(settings)
    warming = asyncio.create_task(warm(graph, file))
    try:
        yield
    finally:
        warming.cancel()
        (filed,) = await asyncio.gather(warming, return_exceptions=True)
        if isinstance(filed, Exception):
            log.warning("not warmed up", error=f"{type(filed).__name__}: {filed}")
        last = graph.memory.get(PLACE)
        if file and isinstance(last, Columns) and last.whole and last.version != filed:
            await keep(last, file)


async def warm(graph: Graph, file: Path | None) -> int | None:
    """Take the columns from the file where the data is still the same, else read and file them.

    Returns which version of the data the file now has, None where that is not known.
    """
    known = await asyncio.to_thread(load_columns, file) if file else None
    if known is not None:
        graph.memory.setdefault(PLACE, known)
    try:
        await get_columns(graph)  # whoever waits for no more than that goes on
        columns = await get_columns(graph, whole=True)
    except CommuniqueError as error:  # whoever asks is told
        log.info("not warmed up", error=str(error))
        return None
    if columns is not known and file:
        await keep(columns, file)
    return columns.version


async def leave_warm(graph: Graph, settings: Settings) -> None:
    """File what a service's first start would read, while the engine that has just written it is warm."""
    if file := place_of(settings):
        await warm(graph, file)


async def keep(columns: Columns, file: Path) -> None:
    """File columns; where that cannot be, the next start reads them again."""
    try:
        await asyncio.to_thread(save_columns, columns, file)
    except OSError as error:
        log.info("columns are not kept", error=str(error))
