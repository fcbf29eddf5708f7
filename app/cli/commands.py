"""The commands by name, each loaded when it is asked for.

Reading loads a language's models and serving a web framework; no command needs both, and `--version` neither.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

NAMES = (
    *("demo", "extract", "ingest", "watch", "serve", "mcp", "remove", "doctor"),
    *("graph", "dead-letters", "actors", "review", "alerts", "gazetteer", "keys"),
)


class Commands(TyperGroup):
    """Finds each command in the module of its name, which has a `cli` of several or registers one."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        names: Any = dict.fromkeys(NAMES)
        self.commands = names  # what is listed, and what a mistyped name is compared with

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as the parent has it
        """Return a command; None where there is none of that name."""
        return loaded(cmd_name) if cmd_name in NAMES else None


@cache
def loaded(name: str) -> Any:
    """Return the command of that name."""
    module = import_module(f"app.cli.{name.replace('-', '_')}")
    found: Any
    if hasattr(module, "cli"):
        found = typer.main.get_group(module.cli)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode="rich")
        module.register(alone)
        found = typer.main.get_command(alone)
    found.name = name
    return found
