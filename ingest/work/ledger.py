"""The ledger: what became of every article, kept so that a run can be killed at any moment and go on.

Nothing is done twice and nothing lost: an article is in the ledger, with all that was given of it, before it
is read, and marked written only after the graph has it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Self

from graph_schema.errors import LedgerBusy
from ingest.articles import GivenArticle
from ingest.work.keeping import drop_page, keep_page
from ingest.work.packing import content_hash, packed, unpacked

LEDGER = "ledger.sqlite"  # in the data folder
SCHEMA = files("ingest.work").joinpath("ledger.sql").read_text("utf-8")


class State(StrEnum):
    """How far an article has come; all but the first are ends."""

    TAKEN_IN = "taken_in"
    WRITTEN = "written"
    DUPLICATE = "duplicate"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's row: `story` is its own id, or that of the article of which it is a wire copy."""

    id: str
    state: State
    given_in: str
    content: str | None
    extractor: str | None
    story: str | None
    attempts: int
    last_error: str | None
    changed_at: datetime


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """The ledger in an SQLite file. One process writes; others may read meanwhile."""

    def __init__(self, connection: sqlite3.Connection, clock: Callable[[], datetime] = _now) -> None:
        self.connection, self._clock = connection, clock

    @classmethod
    @contextmanager
    def open(cls, path: Path, clock: Callable[[], datetime] = _now) -> Iterator[Self]:
        """Open a ledger to write in; raises LedgerBusy while another process does."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path.with_suffix(".lock")):
            connection = sqlite3.connect(path, isolation_level=None)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(SCHEMA)
            try:
                yield cls(connection, clock)
            finally:
                connection.close()

    @classmethod
    @contextmanager
    def copied(cls, path: Path, clock: Callable[[], datetime] = _now) -> Iterator[Self]:
        """Open a copy of a ledger, gone after the block, empty where there is none; needs no lock."""
        with closing(sqlite3.connect("", isolation_level=None)) as connection:
            if path.exists():
                with closing(sqlite3.connect(path)) as original:
                    original.backup(connection)
            connection.row_factory = sqlite3.Row
            connection.executescript(SCHEMA)
            yield cls(connection, clock)

    @property
    def folder(self) -> Path:
        """Return the folder of the ledger's file: the data folder."""
        return Path(self.connection.execute("PRAGMA database_list").fetchone()["file"]).parent

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside happens, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def entry(self, key: str) -> Entry | None:
        """Return an article's row."""
        return next(self.entries("WHERE id = ?", key), None)

    def entries(self, where: str = "", *values: object) -> Iterator[Entry]:
        """Yield rows in the order in which they were first seen."""
        names = ", ".join(Entry.__slots__)
        for row in self.connection.execute(f"SELECT {names} FROM articles {where} ORDER BY seq", values):
            moment = datetime.fromisoformat(row["changed_at"])
            yield Entry(**{**dict(row), "state": State(row["state"]), "changed_at": moment})

    def latest(self, limit: int, *states: State) -> list[Entry]:
        """Return the rows that changed last, the latest first; of these states, or of all."""
        among = f"WHERE state IN ({', '.join('?' * len(states))})" if states else ""
        ids = f"SELECT id FROM articles {among} ORDER BY changed_at DESC, seq DESC LIMIT ?"
        found = self.entries(f"WHERE id IN ({ids})", *states, limit)
        return sorted(found, key=lambda entry: entry.changed_at, reverse=True)

    def article(self, key: str) -> GivenArticle | None:
        """Return an article as it was last given."""
        row = self.connection.execute(
            "SELECT packed FROM contents JOIN articles ON content = hash WHERE id = ?", (key,)
        ).fetchone()
        return unpacked(row["packed"]) if row else None

    def unfinished(self) -> list[str]:
        """Return the ids of articles that were taken in and not brought to an end, in order."""
        return [entry.id for entry in self.entries("WHERE state = ?", State.TAKEN_IN)]

    def take_in(self, article: GivenArticle, story: str) -> None:
        """Keep an article with all that was given, ready to be read."""
        before, key = self.entry(article.id), content_hash(article)
        self.connection.execute("INSERT OR REPLACE INTO contents VALUES (?, ?)", (key, packed(article)))
        self._put(article.id, State.TAKEN_IN, article.given_in, content=key, story=story)
        keep_page(self.connection, article)
        if before and before.content != key:
            self._drop_content(before.content)

    def finish(self, key: str, state: State, extractor: str) -> None:
        """Mark an article as brought to its end."""
        self.connection.execute(
            "UPDATE articles SET state = ?, extractor = ?, attempts = attempts + 1, last_error = NULL,"
            " changed_at = ? WHERE id = ?",
            (state, extractor, self._stamp(), key),
        )

    def bury(self, key: str, given_in: str, reason: str, extractor: str) -> None:
        """Put an article, or an input that could not be read, among the dead letters."""
        self._put(key, State.DEAD, given_in, extractor=extractor, last_error=reason)
        self.connection.execute("UPDATE articles SET attempts = attempts + 1 WHERE id = ?", (key,))

    def revive(self, key: str) -> None:
        """Let a dead article be read again."""
        self.connection.execute(
            "UPDATE articles SET state = ?, changed_at = ?"
            " WHERE id = ? AND state = ? AND content IS NOT NULL",
            (State.TAKEN_IN, self._stamp(), key, State.DEAD),
        )

    def reopen(self, keys: Iterable[str]) -> int:
        """Let articles be read again, whatever became of them; return how many of them are kept here."""
        kept = "UPDATE articles SET state = ?, changed_at = ? WHERE id = ? AND content IS NOT NULL"
        rows = [(State.TAKEN_IN, self._stamp(), key) for key in keys]
        return self.connection.executemany(kept, rows).rowcount if rows else 0

    def resign(self, before: str, after: str) -> None:
        """Put down that one version reads as another did whatever that one has read."""
        self.connection.execute("UPDATE articles SET extractor = ? WHERE extractor = ?", (after, before))

    def unsign(self) -> None:
        """Let all that was written count as read by an earlier version."""
        ends = (State.WRITTEN, State.DUPLICATE)
        self.connection.execute("UPDATE articles SET extractor = NULL WHERE state IN (?, ?)", ends)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop all that is known of articles."""
        for key in keys:
            if entry := self.entry(key):
                self.connection.execute("DELETE FROM bands WHERE article = ?", (key,))
                self.connection.execute("DELETE FROM articles WHERE id = ?", (key,))
                drop_page(self.connection, key)
                self._drop_content(entry.content)

    def sharing(self, parts: Sequence[bytes], but: str) -> list[Entry]:
        """Return the articles whose fingerprints share a part with this one, the first seen first."""
        either = " OR ".join("(band = ? AND part = ?)" for _ in parts)
        values = [value for numbered in enumerate(parts) for value in numbered]
        where = f"WHERE id <> ? AND id IN (SELECT article FROM bands WHERE {either})"
        return list(self.entries(where, but, *values))

    def keep_fingerprint(self, key: str, parts: Sequence[bytes]) -> None:
        """Let an article be found by the parts of its fingerprint."""
        self.connection.execute("DELETE FROM bands WHERE article = ?", (key,))
        rows = [(band, part, key) for band, part in enumerate(parts)]
        self.connection.executemany("INSERT INTO bands VALUES (?, ?, ?)", rows)

    def _put(self, key: str, state: State, given_in: str, **values: str | None) -> None:
        row = {"id": key, "state": state, "given_in": given_in, "changed_at": self._stamp(), **values}
        updates = ", ".join(f"{name} = excluded.{name}" for name in row)
        self.connection.execute(
            f"INSERT INTO articles ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
            f" ON CONFLICT (id) DO UPDATE SET {updates}",
            tuple(row.values()),
        )

    def _drop_content(self, content: str | None) -> None:
        unused = "hash = ? AND NOT EXISTS (SELECT 1 FROM articles WHERE content = hash)"
        self.connection.execute(f"DELETE FROM contents WHERE {unused}", (content,))

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="seconds")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, however it ends."""
    lock = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise LedgerBusy("another process is taking articles in: wait for its end") from error
        yield
    finally:
        lock.close()
