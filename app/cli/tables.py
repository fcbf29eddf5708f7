"""Statements as a table on the terminal: who, what, about which topic."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from app.cli.console import joined

STANCE = {1: ("+", "green"), -1: ("-", "red"), 0: ("·", "dim")}


def triples(title: str) -> Table:
    """Return an empty table of statements."""
    table = Table(title=Text(title, style="bold"), title_justify="left", show_lines=False, expand=True)
    table.add_column("who", style="cyan", ratio=3, overflow="fold")
    table.add_column("act", style="magenta", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("what", ratio=8, overflow="fold")
    table.add_column("about", style="yellow", ratio=3, overflow="fold")
    return table


def add_triple(table: Table, statement: dict[str, Any]) -> None:
    """Add one statement, in the shape that `extract` prints."""
    sign, style = STANCE[statement["stance"]]
    speakers = joined(speaker["name"] for speaker in statement["speakers"]) or "(unnamed)"
    table.add_row(
        Text(speakers),
        statement["act"].lower(),
        Text(sign, style=style),
        Text(_quoted(statement)),
        Text(", ".join(statement["topics"])),
    )


def _quoted(statement: dict[str, Any]) -> str:
    claim = " ".join(statement["claim"].split())
    return f"“{claim}”" if statement["kind"] == "direct" else claim
