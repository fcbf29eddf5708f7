"""A review, as pure data: who found what of which statement, when, and what the machine had said."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from graph_schema.nodes import Actor, Statement, Topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    MadeAt,
    Mentions,
    OnBehalfOf,
    ReportedIn,
    SpokenBy,
    Voices,
)
from graph_schema.vocabulary import Act, Reviewed


class Verdict(StrEnum):
    """What a person finds of a statement."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"


class Pure(BaseModel):
    """Parent of what is here: immutable, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Saying(Pure):
    """A statement with all that hangs on it, enough to write it again."""

    statement: Statement
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    spoken_by: tuple[SpokenBy, ...] = ()
    voices: tuple[Voices, ...] = ()
    on_behalf_of: tuple[OnBehalfOf, ...] = ()
    addressed_to: tuple[AddressedTo, ...] = ()
    mentions: tuple[Mentions, ...] = ()
    about: tuple[About, ...] = ()
    made_at: tuple[MadeAt, ...] = ()
    reported_in: tuple[ReportedIn, ...] = ()

    @property
    def findings(self) -> "Findings":
        """Return who speaks on what, doing what, standing how, as this saying has it."""
        return Findings(
            speaker=" ".join(sorted(edge.end for edge in self.spoken_by)),
            topic=next((edge.end for edge in self.about if edge.rank == 1), ""),
            act=self.statement.act,
            stance=self.statement.stance,
        )


class Findings(Pure):
    """What a review is about: ids of the speakers and of the main topic, act and stance."""

    speaker: str
    topic: str
    act: Act
    stance: int


class Changes(Pure):
    """What a person puts in the machine's place; None leaves it."""

    speaker: Actor | None = None
    topic: Topic | None = None
    act: Act | None = None
    stance: int | None = Field(default=None, ge=-1, le=1)

    def after(self, later: "Changes") -> "Changes":
        """Return these changes with later ones over them."""
        return self.model_copy(
            update={
                name: given for name in Changes.model_fields if (given := getattr(later, name)) is not None
            }
        )

    @property
    def empty(self) -> bool:
        """Tell whether nothing is changed."""
        return self == Changes()


class Review(Pure):
    """One person's finding: `machine` is what the machine had read, `changes` all that a person set since."""

    at: datetime
    by: str = Field(min_length=1)
    verdict: Verdict
    article: str
    machine: Saying
    changes: Changes = Changes()
    note: str = ""

    @property
    def statement(self) -> str:
        """Return the id of the statement, as the machine read it."""
        return self.machine.statement.id

    @property
    def human(self) -> Findings:
        """Return what the person holds to be right."""
        changed = {
            "speaker": self.changes.speaker and self.changes.speaker.id,
            "topic": self.changes.topic and self.changes.topic.id,
            "act": self.changes.act,
            "stance": self.changes.stance,
        }
        known = {name: value for name, value in changed.items() if value is not None}
        return self.machine.findings.model_copy(update=known)

    @property
    def reviewed(self) -> Reviewed:
        """Return what a statement that stands is marked with."""
        return Reviewed.CONFIRMED if self.changes.empty else Reviewed.CORRECTED
