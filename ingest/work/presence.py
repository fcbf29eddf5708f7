"""Whether a worker is there that reads what is handed in: a shared lock that ends with its process."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".worker"


@contextmanager
def present(ledger: Path) -> Iterator[None]:
    """Be seen as a worker of this ledger for as long as the block runs, however it ends."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(ledger.with_suffix(SUFFIX), isolation_level=None, timeout=5.0)
    try:
        lock.execute("BEGIN")
        lock.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        lock.close()


def attended(ledger: Path) -> bool:
    """Tell whether any worker is there."""
    path = ledger.with_suffix(SUFFIX)
    if not path.exists():
        return False
    lock = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return True
    finally:
        lock.close()
    return False
