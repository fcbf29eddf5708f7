"""What could not be brought into the graph, why, and once more."""

from collections.abc import Sequence

from graph_schema.errors import NotFound
from ingest.work.ledger import Entry, Ledger, State


def dead_letters(ledger: Ledger, keys: Sequence[str] | None = None) -> list[Entry]:
    """Return the dead letters of these ids, all without any, the oldest first; `last_error` says why.

    What was given is `ledger.article(id)`. Raises NotFound for an id of none.
    """
    dead = {letter.id: letter for letter in ledger.entries("WHERE state = ?", State.DEAD)}
    if not keys:
        return list(dead.values())
    if strangers := [key for key in keys if key not in dead]:
        raise NotFound(
            f"no dead letter has the id {', '.join(strangers)}; communique dead-letters list shows them all"
        )
    return [dead[key] for key in keys]


def retry(ledger: Ledger, keys: Sequence[str] | None = None) -> list[str]:
    """Let dead articles be read again by the next run; return the ids of those that can be.

    Inputs that could not be read at all are not kept: they are read again when they are given again.
    """
    revived = [letter.id for letter in dead_letters(ledger, keys) if letter.content]
    with ledger.transaction():
        for key in revived:
            ledger.revive(key)
    return revived


def drop(ledger: Ledger, keys: Sequence[str] | None = None) -> int:
    """Forget dead letters; return how many."""
    dropped = [letter.id for letter in dead_letters(ledger, keys)]
    with ledger.transaction():
        ledger.forget(dropped)
    return len(dropped)
