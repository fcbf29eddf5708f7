"""The nodes of the graph, as pure data.

Four clocks, four names: `said_on` (the world), `published_at` (the article), `retrieved_at` (the fetch),
`extracted_at` (this system). Every node has an `id` and a `name` or `label`, which Neo4j Browser shows.
"""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from graph_schema.vocabulary import Act, ActorType, AttributionKind, EventKind, Kind, Precision, Reviewed


class Node(BaseModel):
    """Parent of all nodes: immutable, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)


class Article(Node):
    """A published text (schema:NewsArticle, prov:Entity). Offsets of every span count in `text`."""

    name: str
    url: str | None = None
    headline: str = ""
    publisher: str | None = None
    published_at: datetime | None = None
    published_precision: Precision | None = None
    retrieved_at: datetime | None = None
    language: str = "en"
    text: str
    text_hash: str


class Statement(Node):
    """One act of saying (schema:Quotation, schema:Claim): who it was and what about are relationships.

    `reviewed` tells what a person did with it, None while only the machine has read it.
    """

    name: str
    claim: str
    kind: Kind
    act: Act
    stance: int = Field(ge=-1, le=1)
    negated: bool = False
    cue: str | None = None
    said_on: date | None = None
    said_on_precision: Precision | None = None
    attribution: AttributionKind
    joint: bool = False
    confidence: float = Field(ge=0, le=1)
    extracted_by: str
    extracted_at: datetime | None = None
    reviewed: Reviewed | None = None
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None


class Actor(Node):
    """A person, organization or country (schema.org, Popolo, FollowTheMoney). Q-number as id where known.

    `merged` points to the actors that a person found to be this one, each as "id: reason".
    """

    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    iso: str | None = Field(default=None, description="ISO 3166 alpha-2 of the country, or the body's code")


class Position(Node):
    """A post that somebody holds for some time (FollowTheMoney Position, Popolo Post)."""

    name: str


class Topic(Node):
    """What a statement is about (skos:Concept)."""

    label: str
    aliases: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()


class Event(Node):
    """The occasion on which something was said (schema:Event, PLOVER CONSULT).

    `parties` is the digest of who met, the same in each account of a call or meeting whose day is known;
    None where the event cannot be told from others.
    """

    name: str
    kind: EventKind
    starts_on: date | None = None
    place: str | None = None
    parties: str | None = None
