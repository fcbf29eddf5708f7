"""`communique alerts`: saved queries with names, which become feeds, streams and signed webhooks."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Column, Table

from app.alerts import Alert, AlertBook
from app.cli.console import out, print_json, tell
from app.deliveries import Deliveries
from graph_schema.errors import InputError
from graph_schema.settings import Settings

cli = typer.Typer(no_args_is_help=True, help="Saved queries: as feeds, streams and webhooks.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="Small letters, digits and hyphens.")]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Ids of dead letters.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


@cli.command()
def create(
    name: Name,
    query: Annotated[str, typer.Option(help="Filters of statements, as in an address.")],
    webhook: Annotated[str | None, typer.Option(metavar="URL", help="Whom to tell.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="The webhook may be a private address.")
    ] = False,
) -> None:
    """Save a query under a name; with a webhook, print the secret that its requests are signed with.

    Example: communique alerts create taiwan-threats --query "topic=taiwan&act=THREATEN"
    """
    try:
        alert = Alert(
            name=name,
            query=query,
            webhook=webhook,
            allow_private=allow_private,
            created_at=datetime.now(UTC),
        )
    except ValidationError as error:
        problem = error.errors()[0]
        raise InputError(f"{problem['loc'][0]}: {problem['msg']}") from error
    made = AlertBook(Settings().data).create(alert)
    tell(f"the service has it at /v1/alerts/{name}/statements.atom and /v1/alerts/{name}/stream")
    if made.secret:
        tell("its webhook is told while the service runs; keep the secret, it is not shown again:")
        print(made.secret)


@cli.command("list")
def list_alerts(as_json: AsJson = False) -> None:
    """List the alerts, without their secrets."""
    alerts = AlertBook(Settings().data).all()
    if as_json:
        for alert in alerts:
            print_json(alert.model_dump(mode="json", exclude={"secret"}))
    elif not alerts:
        tell('no alerts yet: communique alerts create NAME --query "topic=..." makes one')
    else:
        table = Table("name", Column("query", overflow="fold"), Column("webhook", overflow="fold"), "made")
        for alert in alerts:
            table.add_row(alert.name, alert.query, alert.webhook or "", f"{alert.created_at:%Y-%m-%d}")
        out.print(table)


@cli.command()
def delete(name: Name) -> None:
    """Delete an alert, at once."""
    tell(f"alert {AlertBook(Settings().data).delete(name).name} is deleted")


@cli.command("dead-letters")
def dead_letters() -> None:
    """Print what webhooks did not take, as JSON lines: when, how often it was tried, and all that it said."""
    for each in Deliveries(Settings().data).dead.all():
        print_json(each.model_dump(mode="json"))


@cli.command()
def retry(ids: Ids = None) -> None:
    """Send dead letters once more, to where their alerts say now: all, or those of these ids.

    Each alert's go in order; where one is not taken, those behind it wait.
    """
    deliveries = Deliveries(Settings().data)
    asked = deliveries.dead.named(ids) if ids else deliveries.dead.all()
    left = asyncio.run(deliveries.retry(asked))
    tell(f"{len(asked) - len(left)} taken, {len(left)} left")
    if left:
        for each in {dead.alert: dead for dead in reversed(left)}.values():
            tell(f"{each.alert}: {each.delivery} was not taken: {each.error}")
        raise typer.Exit(1)


@cli.command()
def drop(
    ids: Ids = None,
    everything: Annotated[bool, typer.Option("--all", help="Forget them all.")] = False,
) -> None:
    """Forget dead letters: those of these ids, or --all."""
    if bool(ids) is everything:
        raise typer.BadParameter("give the ids of dead letters, or --all")
    dead = Deliveries(Settings().data).dead
    dropped = dead.named(ids) if ids else dead.all()
    for each in dropped:
        dead.drop(each)
    tell(f"{len(dropped)} forgotten")
