"""What is handed in over HTTP, into the ledger: the service's `Submissions`, by what `ingest` has for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app.submissions import Came, Inbox, Job, JobState, Letter
from graph_schema.errors import InputError, LedgerBusy, NotFound
from graph_schema.store import Graph
from ingest.given.moments import moment
from ingest.work import dead_letters, submissions
from ingest.work.ledger import Entry, Ledger, State
from ingest.work.presence import attended
from ingest.work.submissions import Stage, Submission

Result = TypeVar("Result")
PATIENCE = 10.0  # seconds that a write waits for the worker's turn to end
LOOK = 0.02
NOBODY = (
    "no worker is running: start one by `communique watch`, or the service by "
    "`communique serve --with-worker`"
)


@dataclass(frozen=True, slots=True)
class LedgerSubmissions:
    """Keeps what is handed in beside this ledger; the ledger itself is held for moments only."""

    ledger: Path

    async def submit(self, given: Mapping[str, Any]) -> Job:
        """Keep an article, or the address of one, until a worker reads it; raises InputError."""
        written = given.get("published_at")
        if written is not None and moment(written) is None:
            raise InputError(
                f"published_at is {written[:40]!r}: give a day (2023-08-07) or a time (RFC 3339)"
            )
        return await self._inbox(lambda inbox: self._job(inbox.submit(given)))

    async def job(self, key: str) -> Job:
        """Return how far it has come; raises NotFound."""
        return await self._inbox(lambda inbox: self._job(inbox.get(key)))

    async def remove(self, graph: Graph, article: str) -> None:
        """Take an article out, and what only it supported; raises NotFound, or LedgerBusy for now."""
        # Not at the top: it comes with the reader's libraries, 150 MB, and the service never reads.
        from ingest.work.worker import take_out

        async with self._turn() as ledger:
            removed = await take_out([article], graph, ledger)
        if not removed:
            raise NotFound(f"there is no article {article!r}")

    async def inbox(self, shown: int) -> Inbox:
        """Return how things stand, with so many of the newest articles and dead letters."""
        return await self._inbox(lambda inbox: self._seen(inbox, shown))

    async def retry(self, letter: str) -> None:
        """Let a dead letter be read once more; raises NotFound, or LedgerBusy for now."""
        async with self._turn() as ledger:
            (entry,) = dead_letters.dead_letters(ledger, [letter])
            if entry.content:
                dead_letters.retry(ledger, [letter])
                return
            job = job_of(entry)
            if job is None:
                raise NotFound("what could not be read at all is not kept: give it again")
            ledger.forget([letter])
        await self._inbox(lambda inbox: inbox.retry(job))

    async def _inbox(self, work: Callable[[submissions.Inbox], Result]) -> Result:
        """Do something with the submissions, off the event loop: a disk may be slow."""

        def opened() -> Result:
            with submissions.Inbox.open(self.ledger) as inbox:
                return work(inbox)

        return await asyncio.to_thread(opened)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[Ledger]:
        """Hold the ledger, as soon as the worker leaves it; raises LedgerBusy."""
        until, held = time.monotonic() + PATIENCE, None
        with ExitStack() as stack:
            while held is None:
                try:
                    held = stack.enter_context(Ledger.open(self.ledger))
                except LedgerBusy:
                    if time.monotonic() > until:
                        raise LedgerBusy("articles are being taken in at this moment: ask again") from None
                    await asyncio.sleep(LOOK)
            yield held

    def _job(self, found: Submission) -> Job:
        waits = found.state is Stage.QUEUED and not attended(self.ledger)
        return Job(
            id=found.id,
            state=JobState(found.state),
            article=found.article,
            reason=found.reason,
            note=NOBODY if waits else None,
            received_at=found.received_at,
            changed_at=found.changed_at,
        )

    def _seen(self, inbox: submissions.Inbox, shown: int) -> Inbox:
        ledger = Ledger(inbox.connection)
        newest, dead = ledger.latest(shown), ledger.latest(shown, State.DEAD)
        return Inbox(
            counts={str(state): count for state, count in inbox.counts().items()},
            pending=inbox.pending(),
            newest=[
                Came(article=e.id, state=e.state, given_in=e.given_in, changed_at=e.changed_at)
                for e in newest
            ],
            letters=[letter_of(entry) for entry in dead],
            attended=attended(self.ledger),
        )


def letter_of(entry: Entry) -> Letter:
    """Return a dead letter as the service shows it."""
    return Letter(
        id=entry.id,
        given_in=entry.given_in,
        reason=entry.last_error or "",
        attempts=entry.attempts,
        changed_at=entry.changed_at,
        again=bool(entry.content or job_of(entry)),
    )


def job_of(entry: Entry) -> str | None:
    """Return the job by which an input was handed in that could not be read at all."""
    if not entry.given_in.startswith(submissions.PLACE):
        return None
    return entry.given_in.removeprefix(submissions.PLACE).partition(",")[0]  # the line in it does not matter
