"""Progress of long work: a bar with rate and remaining time on a terminal, JSON lines off it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from app.cli.console import complain, err
from ingest.work.outcomes import Counts, Outcome, Progress


@dataclass(slots=True)
class OnTerminal:
    """Moves a bar on."""

    bar: Bar
    counts: Counts = field(default_factory=Counts)

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Show one article more; a dead one with its reason."""
        self.counts.add(outcome)
        if outcome is Outcome.DEAD:
            complain(f"{article}: {reason}")
        c = self.counts
        task = self.bar.tasks[0]
        rate = c.total / task.elapsed if task.elapsed else 0.0
        self.bar.update(
            task.id,
            description=f"{c.total} articles, {rate:.1f}/s: {c.written} written, {c.unchanged} unchanged, "
            f"{c.duplicate} duplicate, {c.dead} dead",
        )


@dataclass(slots=True)
class InLines:
    """Writes a JSON line for each article that is dead."""

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Write a line where somebody should know."""
        if outcome is Outcome.DEAD:
            err.file.write(json.dumps({"article": article, "outcome": outcome, "reason": reason}) + "\n")


@contextmanager
def watching() -> Iterator[Progress]:
    """Yield the progress that fits where the command runs."""
    if not err.is_terminal:
        yield InLines()
        return
    with moving("loading the reader ...") as bar:
        yield OnTerminal(bar)


@contextmanager
def moving(label: str) -> Iterator[Bar]:
    """Show one line of progress on a terminal, nothing off it; its text is the task's description."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        bar.add_task(label, total=None)
        yield bar
