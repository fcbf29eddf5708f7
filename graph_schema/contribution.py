"""What one article adds to the graph: the unit that is written, compared and taken out."""

from pydantic import BaseModel, ConfigDict

from graph_schema.nodes import Actor, Article, Event, Position, Statement, Topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    Broader,
    Holds,
    MadeAt,
    Mentions,
    OnBehalfOf,
    ReportedIn,
    Reports,
    SpokenBy,
    TookPartIn,
    Voices,
    Within,
)


class Contribution(BaseModel):
    """All nodes and relationships that one article supports.

    Actors, positions, topics and events may be shared with other articles; they leave the graph with the last
    article that supports them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: Article
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    topics: tuple[Topic, ...] = ()
    events: tuple[Event, ...] = ()

    spoken_by: tuple[SpokenBy, ...] = ()
    voices: tuple[Voices, ...] = ()
    on_behalf_of: tuple[OnBehalfOf, ...] = ()
    addressed_to: tuple[AddressedTo, ...] = ()
    mentions: tuple[Mentions, ...] = ()
    about: tuple[About, ...] = ()
    reported_in: tuple[ReportedIn, ...] = ()
    made_at: tuple[MadeAt, ...] = ()
    reports: tuple[Reports, ...] = ()
    took_part_in: tuple[TookPartIn, ...] = ()
    holds: tuple[Holds, ...] = ()
    within: tuple[Within, ...] = ()
    broader: tuple[Broader, ...] = ()
