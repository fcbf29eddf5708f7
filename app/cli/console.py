"""What the commands say: sentences and progress on stderr, results on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

out = Console()
err = Console(stderr=True)


def complain(sentence: str) -> None:
    """Print one sentence about what went wrong on stderr."""
    err.print(f"[bold red]communique:[/] {escape(sentence)}", highlight=False, soft_wrap=True)


def tell(sentence: str) -> None:
    """Print one sentence about what is going on, on stderr."""
    err.print(sentence, highlight=False, soft_wrap=True)


def escape(text: str) -> str:
    """Keep a text's square brackets from being read as markup."""
    return text.replace("[", r"\[")


def print_json(value: Any) -> None:
    """Print one JSON value as one line on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


@contextmanager
def counting(label: str, total: int | None = None) -> Iterator[Progress]:
    """Show a bar with rate and remaining time on a terminal, nothing off it."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        progress.add_task(label, total=total, note="")
        yield progress


def joined(names: Iterable[str]) -> str:
    """Return names as a reader lists them: "A, B and C"."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
