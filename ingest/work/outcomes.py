"""What became of the articles given: counted, and told to whoever watches."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What became of an article."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    DEAD = "dead"


class Progress(Protocol):
    """Is told of every article that has come to its end."""

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Take note of one article; `reason` says why it is dead."""
        ...


@dataclass(slots=True)
class Counts:
    """How many articles came to which end. A duplicate is written too: one more place of its statements."""

    written: int = 0
    unchanged: int = 0
    duplicate: int = 0
    dead: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        setattr(self, outcome.value, getattr(self, outcome.value) + 1)

    @property
    def total(self) -> int:
        """All articles given."""
        return self.written + self.unchanged + self.duplicate + self.dead
