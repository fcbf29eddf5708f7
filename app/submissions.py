"""Articles handed in over HTTP, as the service sees them: whoever starts it says who reads them.

The service never reads an article itself. It hands it in, tells how far it has come, and shows what failed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

from app.refusals import NoIntake
from graph_schema.store import Graph


class JobState(StrEnum):
    """How far an article that was handed in has come; all but the first two are ends."""

    QUEUED = "queued"
    READING = "reading"
    WRITTEN = "written"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    DEAD = "dead"


class Frozen(BaseModel):
    """Parent of what is shown here."""

    model_config = ConfigDict(frozen=True)


class Job(Frozen):
    """An article that was handed in, and how far it has come."""

    id: str = Field(examples=["5f0c2d9e8a7b4c31"])
    state: JobState
    article: str | None = Field(description="the article's id, once it is known")
    reason: str | None = Field(description="why it is dead")
    note: str | None = Field(description="what it waits for, such as a worker that nobody has started")
    received_at: datetime
    changed_at: datetime


class Came(Frozen):
    """An article of the ledger, and what became of it."""

    article: str
    state: str
    given_in: str
    changed_at: datetime


class Letter(Frozen):
    """An article that could not be taken in, and why; `again` tells whether it can be read once more."""

    id: str
    given_in: str
    reason: str
    attempts: int
    changed_at: datetime
    again: bool


class Inbox(Frozen):
    """How the taking in of articles stands: counts by state, what came last, what failed last."""

    counts: Mapping[str, int]
    pending: int
    newest: Sequence[Came]
    letters: Sequence[Letter]
    attended: bool


class Submissions(Protocol):
    """Takes articles in on behalf of the service; waits for no reading."""

    async def submit(self, given: Mapping[str, Any]) -> Job:
        """Keep an article, or the address of one, until a worker reads it; raises InputError."""
        ...

    async def job(self, key: str) -> Job:
        """Return how far it has come; raises NotFound."""
        ...

    async def remove(self, graph: Graph, article: str) -> None:
        """Take an article out, and what only it supported; raises NotFound, or LedgerBusy for now."""
        ...

    async def inbox(self, shown: int) -> Inbox:
        """Return how things stand, with so many of the newest articles and dead letters."""
        ...

    async def retry(self, letter: str) -> None:
        """Let a dead letter be read once more; raises NotFound, or LedgerBusy for now."""
        ...


def submissions_of(request: Request) -> Submissions:
    """Return who takes articles in; raises NoIntake where the service was started without."""
    found: Submissions | None = request.app.state.submissions
    if found is None:
        raise NoIntake("this service only answers questions: start it by `communique serve` to take articles")
    return found
