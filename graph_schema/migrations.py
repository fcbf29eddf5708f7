"""The schema's versions: what each step declares, and how a graph gets from one to the next.

A new graph is made ready at its first use. A graph of another version is left alone until somebody asks for
the migration.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files

from graph_schema.bolt import BoltGraph, BoltTransaction
from graph_schema.errors import SchemaOutdated

BATCH = 2_000  # statements a transaction


async def schema_version(graph: BoltGraph) -> int:
    """Return the version of the graph's schema, 0 for a new graph."""
    rows = await graph.read("meta/versions")
    return int(rows[0]["schema_version"] or 0) if rows else 0


async def migrate(graph: BoltGraph) -> tuple[int, int]:
    """Take the graph to the current schema; return the versions before and after."""
    before = await schema_version(graph)
    _refuse_newer(before)
    for version, step in enumerate(STEPS[before:], start=before + 1):
        await step(graph)
        await _note(graph, version)
    return before, SCHEMA_VERSION


async def prepare(graph: BoltGraph) -> None:
    """Make a new graph ready; raise SchemaOutdated for one of another version."""
    version = await schema_version(graph)
    _refuse_newer(version)
    if version == 0:
        await migrate(graph)
    elif version < SCHEMA_VERSION:
        raise SchemaOutdated(
            f"the graph has schema {version}, this program speaks {SCHEMA_VERSION}: "
            "run `communique graph migrate`"
        )


async def declare_everything(graph: BoltGraph) -> None:
    """Version 1: unique ids, dates as dates, indexes, full text."""
    for file in graph.dialect.schema:
        for statement in statements(file):
            await graph.declare(statement)
    for statement in graph.dialect.sql:
        await graph.declare_in_sql(statement)


async def note_main_topics(graph: BoltGraph) -> None:
    """Version 2: each statement has its main topic's id on it."""
    for row in await graph.read("names/topics"):
        noting = partial(note_some, topic=row["id"])
        while await graph.write(noting):
            pass


async def note_some(transaction: BoltTransaction, topic: str) -> int:
    """Note a topic on some statements whose main one it is; return on how many."""
    rows = await transaction.run("migrate/main_topics", topic=topic, limit=BATCH)
    return int(rows[0]["noted"])


STEPS: tuple[Callable[[BoltGraph], Awaitable[None]], ...] = (declare_everything, note_main_topics)
SCHEMA_VERSION = len(STEPS)


def statements(file: str) -> tuple[str, ...]:
    """Return the statements of a .cypher file beside this module, comments left out."""
    lines = files("graph_schema").joinpath(file).read_text("utf-8").splitlines()
    code = "\n".join(line for line in lines if not line.startswith("//"))
    return tuple(part.strip() for part in code.split(";") if part.strip())


async def _note(graph: BoltGraph, version: int) -> None:
    async def work(transaction: BoltTransaction) -> None:
        await transaction.run("meta/set_schema_version", version=version)

    await graph.write(work)


def _refuse_newer(version: int) -> None:
    if version > SCHEMA_VERSION:
        raise SchemaOutdated(
            f"the graph has schema {version}, newer than the {SCHEMA_VERSION} of this program: "
            "update communique"
        )
