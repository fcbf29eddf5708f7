"""Articles handed in one by one, kept until somebody reads them: beside the ledger, in its file.

Handing in needs no lock, so it never waits for the process that takes articles in.
"""

import json
import secrets
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from graph_schema.errors import NotFound
from ingest.work.ledger import SCHEMA, State

TABLE = files("ingest.work").joinpath("submissions.sql").read_text("utf-8")
PLACE = "submission "  # and the id: where an article was given
PATIENCE = 10.0  # seconds that a write waits for another's


class Stage(StrEnum):
    """How far a submission has come; all but the first two are ends."""

    QUEUED = "queued"
    READING = "reading"
    WRITTEN = "written"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Submission:
    """What was handed in, and how far it has come; `given` is a row as of a .jsonl, or only a `url`."""

    id: str
    state: Stage
    article: str | None
    reason: str | None
    attempts: int
    received_at: datetime
    changed_at: datetime
    given: Mapping[str, Any] | None

    @property
    def place(self) -> str:
        """Where its article was given, as the ledger and error messages have it."""
        return f"{PLACE}{self.id}"


def _now() -> datetime:
    return datetime.now(UTC)


class Inbox:
    """The submissions in a ledger's file."""

    def __init__(self, connection: sqlite3.Connection, clock: Callable[[], datetime] = _now) -> None:
        self.connection, self._clock = connection, clock

    @classmethod
    @contextmanager
    def open(cls, ledger: Path, clock: Callable[[], datetime] = _now) -> Iterator[Self]:
        """Open the submissions beside a ledger; what is written is on the disk when a method returns."""
        ledger.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(ledger, isolation_level=None, timeout=PATIENCE)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(SCHEMA + TABLE)
            yield cls(connection, clock)
        finally:
            connection.close()

    def submit(self, given: Mapping[str, Any]) -> Submission:
        """Keep what was handed in until it is read."""
        key, now = secrets.token_hex(8), self._stamp()
        packed = zlib.compress(json.dumps(given, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        self.connection.execute(
            "INSERT INTO submissions (id, given, state, received_at, changed_at) VALUES (?, ?, ?, ?, ?)",
            (key, packed, Stage.QUEUED, now, now),
        )
        return self.get(key)

    def get(self, key: str) -> Submission:
        """Return a submission; raises NotFound."""
        for found in self._read("WHERE id = ?", key):
            return found
        raise NotFound(f"there is no job {key!r}")

    def waiting(self, limit: int) -> list[Submission]:
        """Return what is to be read, the first come first; what a killed run had begun comes again."""
        return list(self._read("WHERE state IN ('queued', 'reading') ORDER BY seq LIMIT ?", limit))

    def begin(self, key: str) -> None:
        """Put down that a submission is being read."""
        self._set("state = ?, attempts = attempts + 1", key, Stage.READING)

    def name(self, key: str, article: str) -> None:
        """Put down the id of a submission's article, as soon as it is known."""
        self._set("article = ?", key, article)

    def finish(self, key: str, state: Stage, article: str | None = None, reason: str | None = None) -> None:
        """Put down the end of a submission; only the dead are kept as they were given."""
        self._set(
            "state = ?, article = coalesce(?, article), reason = ?, attempts = 0,"
            " given = CASE WHEN ? = 'dead' THEN given END",
            key, state, article, reason, state,
        )  # fmt: skip

    def put_back(self, keys: Iterable[str]) -> None:
        """Let submissions wait again, as if they had not been begun."""
        for key in keys:
            self._set("state = ?, attempts = 0", key, Stage.QUEUED)

    def retry(self, key: str) -> None:
        """Let a dead submission be read once more; raises NotFound where it is none."""
        found = self.get(key)
        if found.state is not Stage.DEAD or found.given is None:
            raise NotFound(f"the job {key!r} is not dead: it is {found.state}")
        self._set("state = ?, reason = NULL, attempts = 0", key, Stage.QUEUED)

    def pending(self) -> int:
        """Return how many articles wait to be read: handed in, or taken in by a run that did not end."""
        handed = "SELECT count(*) FROM submissions WHERE state IN ('queued', 'reading')"
        taken = "SELECT count(*) FROM articles WHERE state = ?"
        begun = "AND id NOT IN (SELECT article FROM submissions WHERE state = 'reading' AND article NOTNULL)"
        return self._number(handed) + self._number(f"{taken} {begun}", State.TAKEN_IN)

    def counts(self) -> dict[str, int]:
        """Return how many articles of the ledger are in which state."""
        found = self.connection.execute("SELECT state, count(*) FROM articles GROUP BY state")
        return dict.fromkeys(State, 0) | {State(row[0]): row[1] for row in found}

    def _number(self, query: str, *values: object) -> int:
        return int(self.connection.execute(query, values).fetchone()[0])

    def _set(self, changes: str, key: str, *values: object) -> None:
        self.connection.execute(
            f"UPDATE submissions SET {changes}, changed_at = ? WHERE id = ?", (*values, self._stamp(), key)
        )

    def _read(self, where: str, *values: object) -> Iterator[Submission]:
        names = ", ".join(Submission.__slots__)
        for row in self.connection.execute(f"SELECT {names} FROM submissions {where}", values):
            packed = row["given"]
            yield Submission(
                **{name: row[name] for name in ("id", "article", "reason", "attempts")},
                state=Stage(row["state"]),
                received_at=datetime.fromisoformat(row["received_at"]),
                changed_at=datetime.fromisoformat(row["changed_at"]),
                given=json.loads(zlib.decompress(packed)) if packed else None,
            )

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")
