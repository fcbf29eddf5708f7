"""`communique doctor`: what is installed, reachable and writable, one line each, with the mend."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Annotated

import typer
from rich.text import Text

from app.cli.console import out, print_json
from graph_schema.errors import CommuniqueError
from graph_schema.migrations import SCHEMA_VERSION, schema_version
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.gazetteer.loading import Gazetteer
from ingest.tagging.tagger import MODELS


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report; `mend` says what to do where it is not well."""

    name: str
    well: bool
    says: str
    mend: str = ""


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(doctor)


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Check the installation: Python, models, gazetteer, data folder, engine, schema."""
    well = True
    for finding in examine(Settings()):
        well &= finding.well
        if as_json:
            print_json(asdict(finding))
        else:
            _print(finding)
    if not well:
        raise typer.Exit(1)


def examine(settings: Settings) -> Iterator[Finding]:
    """Yield the findings, the cheap ones first."""
    yield Finding(
        "python", sys.version_info >= (3, 11), sys.version.split()[0], "install Python 3.11 or newer"
    )
    yield _guarded(
        "data folder", lambda: _writable(settings), "set COMMUNIQUE_DATA to a folder you may write to"
    )
    yield _model(settings.spacy_model)
    weights = (settings.tagger or MODELS) / "calibration.json"
    yield Finding("tagger", weights.exists(), str(weights.parent), "install again, or mend COMMUNIQUE_TAGGER")
    yield _guarded("gazetteer", lambda: _gazetteer(settings), "mend the file that is named")
    yield _guarded("engine", lambda: asyncio.run(_engine(settings)), "start Neo4j, or unset NEO4J_URI")


def _guarded(name: str, check: Callable[[], str], mend: str) -> Finding:
    try:
        return Finding(name, True, check())
    except (CommuniqueError, OSError) as error:
        return Finding(name, False, str(error), mend)


def _writable(settings: Settings) -> str:
    settings.data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.data):
        free = os.statvfs(settings.data)
    return f"{settings.data} ({free.f_bavail * free.f_frsize / 2**30:.0f} GiB free)"


def _model(name: str) -> Finding:
    if importlib.util.find_spec(name) is None:
        return Finding(
            "spaCy model", False, f"{name} is not installed", f"pip install {name.replace('_', '-')}"
        )
    return Finding("spaCy model", True, f"{name} {version(name)}")


def _gazetteer(settings: Settings) -> str:
    gazetteer = Gazetteer.load(settings.gazetteer)
    return (
        f"{len(gazetteer.people)} people, {len(gazetteer.countries)} countries, "
        f"{len(gazetteer.organizations)} organisations"
    )


async def _engine(settings: Settings) -> str:
    async with open_graph(settings) as graph:
        found = await schema_version(graph)
    state = "is new" if found == 0 else f"has schema {found}"
    engine = f"Neo4j at {settings.neo4j_uri}" if settings.neo4j_uri else "embedded"
    return f"{engine}; the graph {state} of {SCHEMA_VERSION}"


def _print(finding: Finding) -> None:
    mark = Text("ok   ", "green") if finding.well else Text("FAIL ", "bold red")
    line = Text.assemble(mark, (f"{finding.name:14}", "bold"), finding.says)
    if not finding.well:
        line.append(f"  → {finding.mend}", "yellow")
    out.print(line, soft_wrap=True)
