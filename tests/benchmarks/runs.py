"""Runs of the worker, left alone or killed, and what is in graph and ledger after them."""

import asyncio
import hashlib
import json
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph_schema.exporting import export_lines
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome

STARTING = 4.0  # seconds in which some runs are killed before their first article has come to its end
STEP = 500  # articles between two lines of progress


@dataclass(frozen=True, slots=True)
class Left:
    """What a graph holds, as the hash of its export, and how many articles the ledger has in each state."""

    lines: int
    export: str
    states: dict[str, int]


def whole(data: Path, file: Path, *options: str) -> dict[str, Any]:
    """Take a file in without disturbance; return what it took."""
    command, latest = _command(data, file, *options), ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        for number, latest in enumerate(run.stdout, 1):  # noqa: B007 - the last line has what was measured
            if number % STEP == 0:
                _say(f"{data.name}: {number} articles")
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command)
    measured: dict[str, Any] = json.loads(latest)
    return measured


def killed(data: Path, file: Path, count: int, kills: int, seed: int = 11, *options: str) -> dict[str, Any]:
    """Take a file in, killed so many times at random moments and started again each time."""
    chance, ends = random.Random(seed), list[int]()
    for number in range(1, kills + 1):
        with subprocess.Popen(_command(data, file, *options), stdout=subprocess.PIPE, text=True) as run:
            ends.append(_kill(run, chance, count // kills))
        _say(f"{data.name}: kill {number} of {kills}, {sum(ends)} articles so far")
    return {**whole(data, file, *options), "articles_between_kills": ends}


def _kill(run: "subprocess.Popen[str]", chance: random.Random, mean: int) -> int:
    """Kill a run at a moment that nobody knows, not even us; return how many articles it had ended anew."""
    assert run.stdout is not None
    early, until, ended = chance.random() < 0.15, chance.randint(1, 2 * mean), 0
    while not early and ended < until and (line := run.stdout.readline()):
        ended += not line.startswith((Outcome.UNCHANGED, "{"))
    time.sleep(chance.uniform(0, STARTING if early else 0.2))
    run.kill()
    return ended


def _say(words: str) -> None:
    """Tell whoever waits how far it is."""
    print(f"{datetime.now(UTC):%H:%M:%S} {words}", file=sys.stderr, flush=True)


def left(data: Path, to: Path | None = None) -> Left:
    """Return what is in graph and ledger, the export also as a file."""
    digest, lines = hashlib.sha256(), asyncio.run(_export(data))
    for line in lines:
        digest.update(line.encode() + b"\n")
    if to:
        to.write_text("\n".join(lines), "utf-8")
    with Ledger.open(data / "ledger.sqlite") as ledger:
        states = Counter(str(entry.state) for entry in ledger.entries())
    return Left(len(lines), digest.hexdigest(), dict(sorted(states.items())))


async def _export(data: Path) -> list[str]:
    settings = Settings(data=data, neo4j_uri=None, engine_memory="512m")
    async with open_graph(settings) as graph:
        return [line async for line in export_lines(graph)]


def _command(data: Path, file: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.one_run", str(data), str(file), *options]
