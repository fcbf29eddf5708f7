"""What could not be brought into the graph, why, and once more."""

from collections.abc import Iterable

from graph_schema.errors import NotFound
from ingest.ledger import Entry, Ledger, State


def dead_letters(ledger: Ledger) -> list[Entry]:
    """Return all dead letters, the oldest first; `last_error` says why."""
    return list(ledger.entries("WHERE state = ?", State.DEAD))


def dead_letter(ledger: Ledger, key: str) -> Entry:
    """Return one dead letter; `ledger.article(key)` is what was given. Raises NotFound."""
    entry = ledger.entry(key)
    if entry is None or entry.state is not State.DEAD:
        raise NotFound(f"there is no dead letter {key!r}")
    return entry


def retry(ledger: Ledger, keys: Iterable[str]) -> list[str]:
    """Let dead articles be read again by the next run; return the ids of those that can be.

    Inputs that could not be read at all are not kept: they are read again when they are given again.
    """
    letters = [dead_letter(ledger, key) for key in keys]
    revived = [letter.id for letter in letters if letter.content]
    with ledger.transaction():
        for key in revived:
            ledger.revive(key)
    return revived


def drop(ledger: Ledger, keys: Iterable[str]) -> None:
    """Forget dead letters; raises NotFound."""
    letters = [dead_letter(ledger, key).id for key in keys]
    with ledger.transaction():
        ledger.forget(letters)
