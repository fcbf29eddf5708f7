"""The command line, `communique`: the one place where reading and asking meet (composition root)."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from app.cli.commands import Commands
from app.cli.console import complain
from graph_schema.errors import CommuniqueError

cli = typer.Typer(
    name="communique",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
    help="Who said what about which topic: diplomatic statements as a knowledge graph.\n\n"
    "New here? [bold]communique demo[/] shows everything on sample articles. Then: "
    "[bold]communique ingest articles/[/] and [bold]communique serve[/].",
)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"communique {version('communique')}")
        raise typer.Exit


@cli.callback()
def _options(
    show_version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and leave.", is_eager=True, callback=_tell_version),
    ] = False,
) -> None: ...


def main() -> None:
    """Run the command line: exit 0 done, 1 failed with a sentence on stderr, 2 wrong usage."""
    try:
        cli()
    except CommuniqueError as error:
        complain(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
