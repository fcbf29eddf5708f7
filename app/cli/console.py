"""What the commands say: sentences and progress on stderr, results on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.markup import escape

out = Console()
err = Console(stderr=True)


def complain(sentence: str) -> None:
    """Print one sentence about what went wrong on stderr."""
    err.print(f"[bold red]communique:[/] {escape(sentence)}", highlight=False, soft_wrap=True)


def tell(sentence: str) -> None:
    """Print one sentence about what is going on, on stderr."""
    err.print(sentence, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print one JSON value as one line on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def joined(names: Iterable[str]) -> str:
    """Return names as a reader lists them: "A, B and C"."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
