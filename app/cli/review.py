"""`communique review`: a person confirms, corrects or rejects what the machine found; nothing is lost."""

from __future__ import annotations

import asyncio
import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

from app.cli.console import out, print_json, tell
from graph_schema.errors import NotFound
from graph_schema.filters import StatementFilter
from graph_schema.reads.statements import find_statements, get_statement
from graph_schema.reviewing.acting import Asked
from graph_schema.reviewing.acting import review as make_review
from graph_schema.reviewing.agreement import agreement
from graph_schema.reviewing.review import Review, Verdict
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.views import StatementDetail, StatementRow
from graph_schema.vocabulary import Act

cli = typer.Typer(
    no_args_is_help=True, help="Confirm, correct or reject statements; how often the machine is right."
)

Key = Annotated[str, typer.Argument(metavar="STATEMENT", help="Id of a statement.")]
Note = Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept with the review.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who reviews; else who is logged in.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


@cli.command("list")
def list_statements(
    article: Annotated[str | None, typer.Option(help="Only of this article.")] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Those that people rejected.")] = False,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="All reviews that hold.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List statements that nobody has reviewed, or the reviews that hold.

    Example: communique review list --article beijing
    """
    if rejected or reviewed:
        _print_reviews([r for r in _holding() if reviewed or r.verdict is Verdict.REJECT], as_json)
        return
    rows = asyncio.run(_unreviewed(Settings(), article, limit))
    if as_json:
        for row in rows:
            print_json(row.model_dump(mode="json"))
        return
    table = Table("id", "who", "act", "", Column("what", overflow="fold"), "about", "sure")
    for row in rows:
        who = ", ".join(each.name for each in row.speakers)
        about = row.topics[0].label if row.topics else ""
        sure = f"{row.confidence:.2f}"
        table.add_row(row.id, Text(who), row.act, f"{row.stance:+d}", Text(row.claim), about, sure)
    out.print(table)


@cli.command()
def show(statement: Key) -> None:
    """Print one statement as JSON, with its review if it has one."""
    found, review = asyncio.run(_shown(Settings(), statement)), _latest(statement)
    if found is None and review is None:
        raise NotFound(f"there is no statement {statement!r}")
    print_json(
        {
            "statement": found.model_dump(mode="json") if found else None,
            "review": review.model_dump(mode="json") if review else None,
        }
    )


@cli.command()
def confirm(statement: Key, note: Note = "", by: By = None) -> None:
    """Say that a statement is right as it stands; one that was rejected comes back."""
    _make(statement, Verdict.CONFIRM, by, Asked(), note)


@cli.command()
def reject(statement: Key, note: Note = "", by: By = None) -> None:
    """Say that this is no statement: it is hidden, kept in the log, and comes back when confirmed."""
    _make(statement, Verdict.REJECT, by, Asked(), note)


@cli.command()
def correct(
    statement: Key,
    speaker: Annotated[str | None, typer.Option(help="Who says it: id or name.")] = None,
    topic: Annotated[str | None, typer.Option(help="Its main topic: id or name.")] = None,
    act: Annotated[Act | None, typer.Option(help="What is done by saying it.", case_sensitive=False)] = None,
    stance: Annotated[int | None, typer.Option(min=-1, max=1, help="For 1, against -1, neither 0.")] = None,
    note: Note = "",
    by: By = None,
) -> None:
    """Put speaker, topic, act or stance right.

    Example: communique review correct statement:5f0c... --speaker "Wang Yi" --act REQUEST
    """
    _make(statement, Verdict.CORRECT, by, Asked(speaker, topic, act, stance), note)


@cli.command()
def export(
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Else to the terminal.")] = None,
) -> None:
    """Write all reviews ever made as JSON lines: who, when, and what the machine had said."""
    lines = "".join(review.model_dump_json() + "\n" for review in _log().all())
    if output:
        output.write_text(lines, "utf-8")
    else:
        typer.echo(lines, nl=False)


@cli.command()
def kappa(as_json: AsJson = False) -> None:
    """Print how far people and the machine agree: Cohen's kappa, field by field."""
    found = agreement(_holding())
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    table = Table("field", "n", "agreed", "observed", "kappa")
    for each in found.fields:
        numbers = ["" if value is None else f"{value:.3f}" for value in (each.observed, each.kappa)]
        table.add_row(each.field, str(each.n), str(each.agreed), *numbers)
    out.print(table)
    tell(f"{found.confirmed} confirmed, {found.corrected} corrected, {found.rejected} rejected")


def _make(statement: str, verdict: Verdict, by: str | None, asked: Asked, note: str) -> None:
    """Make a review, and say what it makes of the statement."""

    async def made(settings: Settings) -> Review:
        async with open_graph(settings) as graph:
            return await make_review(
                graph, ReviewLog(settings.data), statement, verdict, by or _user(), asked, note
            )

    review = asyncio.run(made(Settings()))
    print_json({"statement": review.statement, "verdict": review.verdict, "by": review.by})


async def _unreviewed(settings: Settings, article: str | None, limit: int) -> list[StatementRow]:
    asked = StatementFilter(article=(article,) if article else ())
    found: list[StatementRow] = []
    cursor: str | None = None
    async with open_graph(settings) as graph:
        while len(found) < limit:
            page = await find_statements(graph, asked, cursor=cursor, limit=limit)
            found += [row for row in page.data if row.reviewed is None]
            cursor = page.next_cursor
            if cursor is None:
                break
    return found[:limit]


async def _shown(settings: Settings, statement: str) -> StatementDetail | None:
    async with open_graph(settings) as graph:
        try:
            return await get_statement(graph, statement)
        except NotFound:
            return None


def _print_reviews(reviews: list[Review], as_json: bool) -> None:
    if as_json:
        for review in reviews:
            print_json(review.model_dump(mode="json"))
        return
    table = Table("when", "by", "", "statement", Column("what", overflow="fold"), "note")
    for review in reviews:
        claim = Text(review.machine.statement.claim)
        when = f"{review.at:%Y-%m-%d %H:%M}"
        table.add_row(when, review.by, review.verdict, review.statement, claim, Text(review.note))
    out.print(table)


def _log() -> ReviewLog:
    return ReviewLog(Settings().data)


def _holding() -> list[Review]:
    return list(_log().latest().values())


def _latest(statement: str) -> Review | None:
    return _log().latest().get(statement)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "unknown"
