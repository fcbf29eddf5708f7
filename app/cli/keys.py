"""`communique keys`: who may ask from elsewhere, and who may change something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from app.cli.console import out, print_json, tell
from app.keys import ApiKey, KeyRing, Scope
from graph_schema.settings import Settings

cli = typer.Typer(no_args_is_help=True, help="API keys: create, list, revoke.")


class Opens(StrEnum):
    """What a key opens; each includes those before it."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@cli.command()
def create(
    name: Annotated[str, typer.Argument(help="Whom or what the key is for.")],
    scope: Annotated[Opens, typer.Option(help="What it opens.")] = Opens.READ,
    days: Annotated[int | None, typer.Option(min=1, help="After so many days it opens nothing.")] = None,
) -> None:
    """Make a key and print its secret, which is shown this once.

    Send it as the header `Authorization: Bearer SECRET`.
    """
    now = datetime.now(UTC)
    until = now + timedelta(days=days) if days else None
    key, secret = _ring().create(name, Scope[scope.name], now=now, expires_at=until)
    tell(f"key {key.id} for {name} opens {scope}; keep its secret, it is not shown again:")
    print(secret)


@cli.command("list")
def list_keys(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List the keys, without their secrets."""
    keys = _ring().all()
    if as_json:
        for key in keys:
            print_json(_row(key))
    elif not keys:
        tell("no keys yet: communique keys create NAME makes one")
    else:
        table = Table("id", "for", "opens", "made", "until")
        for key in keys:
            table.add_row(*(str(value or "") for value in _row(key).values()))
        out.print(table)


@cli.command()
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID", help="The key's id.")]) -> None:
    """Take a key away, at once."""
    key = _ring().revoke(key_id)
    tell(f"key {key.id} for {key.name} opens nothing any more")


def _ring() -> KeyRing:
    return KeyRing(Settings().data)


def _row(key: ApiKey) -> dict[str, str | None]:
    return {
        "id": key.id,
        "name": key.name,
        "scope": key.scope.name.lower(),
        "created_at": key.created_at.date().isoformat(),
        "expires_at": key.expires_at.date().isoformat() if key.expires_at else None,
    }
