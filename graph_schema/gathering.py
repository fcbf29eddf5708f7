"""Accounts of one call or meeting, told by several articles, gathered into one event.

Each article tells of an event in its own way: its kind, who took part, its day. That account's id is the
event's, as long as it stands alone. Which accounts are one event is worked out anew, from all accounts of the
same parties, whenever one of them comes or goes; so the order in which articles come does not show, and what
an article's going takes apart its coming back puts together.

- On one day, accounts of the same parties are of one event: a text may say *meeting* of a call.
- On two days that follow each other they are, where they agree on the kind and no publisher tells of both:
  the day is not the same in Washington and in Kyiv. More than two days are never one event.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from graph_schema.candidates import Candidates
from graph_schema.rows import Row, counted_rows
from graph_schema.store import Transaction
from graph_schema.vocabulary import EventKind

SPECIFIC_FIRST = (EventKind.CALL, EventKind.SUMMIT, EventKind.VISIT, EventKind.MEETING)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of an event, and to which event of the graph (`event`) it now belongs."""

    article: str
    publisher: str | None
    parties: str
    told_as: str
    kind: EventKind
    day: date
    event: str = ""
    name: str | None = None
    place: str | None = None

    @classmethod
    def of_row(cls, row: Row) -> "Account":
        """Return a row of `write/accounts` as an account."""
        typed = {"kind": EventKind(row["kind"]), "day": date.fromisoformat(row["day"])}
        return cls(**(row | typed))


def together(accounts: Iterable[Account]) -> dict[str, Account]:
    """Return for each way of telling (`told_as`) the account by which its event goes: kind, day and id."""
    ordered = sorted(accounts, key=lambda each: (each.parties, each.day, _rank(each), each.article))
    chosen: dict[str, Account] = {}
    for _, of_parties in groupby(ordered, key=lambda each: each.parties):
        days = [list(same) for _, same in groupby(of_parties, key=lambda each: each.day)]
        while days:
            group = days.pop(0)
            if days and _one_event(group, days[0]):
                group += days.pop(0)
            chosen |= {account.told_as: group[0] for account in group}
    return chosen


def _one_event(day: Sequence[Account], later: Sequence[Account]) -> bool:
    publishers = [{each.publisher for each in side if each.publisher} for side in (day, later)]
    near, alike = later[0].day - day[0].day == _DAY, later[0].kind == day[0].kind
    return near and alike and publishers[0].isdisjoint(publishers[1])


def _rank(account: Account) -> int:
    return SPECIFIC_FIRST.index(account.kind) if account.kind in SPECIFIC_FIRST else len(SPECIFIC_FIRST)


async def gather(transaction: Transaction, touched: Candidates) -> None:
    """Bring every account of the touched parties to the event it belongs to."""
    rows = await transaction.run("write/accounts", parties=sorted(touched.parties))
    accounts = [Account.of_row(row) for row in rows]
    heads = together(accounts)
    to = {told_as: head.told_as for told_as, head in heads.items()}
    moving = [each for each in accounts if each.event != to[each.told_as]]
    if moving:
        events = {to[each.told_as]: _event_row(heads[each.told_as]) for each in moving}
        await transaction.run("write/events", rows=[events[key] for key in sorted(events)])
        await _move_reports(transaction, moving, to)
        await _move_parties(transaction, moving, to)
    await _forget_untold(transaction, to)
    touched.events.update(to.values(), (each.event for each in accounts))


async def _move_reports(transaction: Transaction, moving: Sequence[Account], to: dict[str, str]) -> None:
    ends = [{"start": each.article, "end": each.event} for each in moving]
    await transaction.run("remove/report", rows=ends)
    await transaction.run("write/reports", rows=[_report_row(each, to[each.told_as]) for each in moving])
    ways = sorted({(each.told_as, each.event) for each in moving})
    said = [{"told_as": told, "before": before, "after": to[told]} for told, before in ways]
    await transaction.run("write/move_made_at", rows=said)


async def _move_parties(transaction: Transaction, moving: Sequence[Account], to: dict[str, str]) -> None:
    noted = await transaction.run("remove/background", articles=sorted({each.article for each in moving}))
    before = {(each.article, each.told_as): each.event for each in moving}
    notes = [
        (note, before[row["article"], note[2]])
        for row in noted
        for note in map(json.loads, row["background"] or ())
        if note[0] == "took_part_in" and (row["article"], note[2]) in before
    ]
    left = counted_rows([kind, start, event] for (kind, start, _), event in notes)
    come = counted_rows([kind, start, to[told]] for (kind, start, told), _ in notes)
    for query, rows in (("remove", left), ("write", come)):
        if rows["took_part_in"]:
            await transaction.run(f"{query}/took_part_in", rows=rows["took_part_in"])


async def _forget_untold(transaction: Transaction, to: dict[str, str]) -> None:
    """Take what was said at an event in a way that no article tells any more away from it."""
    rows = [
        {"id": event, "told": sorted(told for told in to if to[told] == event)}
        for event in sorted(set(to.values()))
    ]
    if rows:
        await transaction.run("remove/untold", rows=rows)


def _event_row(head: Account) -> Row:
    kept = {"kind": head.kind.value, "starts_on": head.day, "parties": head.parties}
    return {"id": head.told_as, "properties": kept}


def _report_row(account: Account, event: str) -> Row:
    called = {"name": account.name, "place": account.place}
    told = {"told_as": account.told_as, "kind": account.kind.value, "day": account.day.isoformat()}
    kept = {name: value for name, value in called.items() if value is not None}
    return {"start": account.article, "end": event, "properties": kept | told}
