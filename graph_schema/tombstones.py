"""Statements that are gone: their ids and when they went, for readers who keep copies of what they read.

Tombstones are no part of the graph's content: exports leave them out, and a statement that comes back loses
its own.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from graph_schema.store import Transaction
from graph_schema.views import View


class RemovedRow(View):
    """A statement that is gone: no article carries it any more."""

    id: str
    removed_at: datetime


def gone_at(moment: datetime) -> datetime:
    """Return a moment in UTC and as exactly as every engine keeps it: to the millisecond."""
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)


def gone_key(moment: datetime) -> str:
    """Return the string by which the gone are ordered: when, then which."""
    return gone_at(moment).isoformat(timespec="milliseconds")


async def bury(transaction: Transaction, statements: Iterable[str], now: datetime) -> None:
    """Take out those of the statements that no article carries, and keep when they went."""
    some = sorted(statements)
    lonely = await transaction.run("remove/lonely_statements", ids=some) if some else []
    if not lonely:
        return
    ids = sorted(row["id"] for row in lonely)
    await transaction.run("remove/gone", ids=ids)
    rows = [{"id": key, "removed_at": gone_at(now), "place": f"{gone_key(now)} {key}"} for key in ids]
    await transaction.run("remove/bury", rows=rows)


async def unbury(transaction: Transaction, statements: Iterable[str]) -> None:
    """Forget that statements were gone."""
    await transaction.run("remove/unbury", ids=sorted(set(statements)))
