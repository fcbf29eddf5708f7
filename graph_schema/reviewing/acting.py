"""Reviews made: kept in the log, and brought to act on the graph at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from graph_schema.candidates import Candidates
from graph_schema.errors import InvalidCorrection, NotFound
from graph_schema.nodes import Actor, Statement, Topic
from graph_schema.reads.actors import get_actor
from graph_schema.reads.topics import get_topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    MadeAt,
    Mentions,
    OnBehalfOf,
    Relationship,
    ReportedIn,
    SpokenBy,
    Voices,
)
from graph_schema.removal import sweep
from graph_schema.reviewing.review import Changes, Review, Saying, Verdict
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.reviewing.sayings import EDGES, corrected
from graph_schema.rows import actor_row, edge_row, node_row, statement_row, told_row
from graph_schema.store import Graph, Transaction
from graph_schema.tombstones import unbury
from graph_schema.vocabulary import Act, ActorType

Model = TypeVar("Model", bound=BaseModel)
KINDS: Mapping[str, type[Relationship]] = {
    "spoken_by": SpokenBy,
    "voices": Voices,
    "on_behalf_of": OnBehalfOf,
    "addressed_to": AddressedTo,
    "mentions": Mentions,
    "about": About,
    "made_at": MadeAt,
    "reported_in": ReportedIn,
}
TOUCHED = ("spoken_by", "on_behalf_of", "about")  # what a review may change
WRITERS = {
    ActorType.PERSON: "persons",
    ActorType.ORGANIZATION: "organizations",
    ActorType.COUNTRY: "countries",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks to be changed: speaker and topic by id or name."""

    speaker: str | None = None
    topic: str | None = None
    act: Act | None = None
    stance: int | None = None


async def review(
    graph: Graph, log: ReviewLog, statement: str, verdict: Verdict, by: str, asked: Asked, note: str = ""
) -> Review:
    """Keep what a person finds of a statement, and bring it to act; a rejected one leaves the graph.

    Confirming a rejected statement brings it back. Raises NotFound where neither graph nor log know the
    statement, UnknownName or AmbiguousName, and InvalidCorrection where nothing would be changed.
    """
    earlier = log.latest().get(statement)
    standing = await saying_of(graph, statement)
    machine = earlier.machine if earlier else standing
    if machine is None:
        raise NotFound(f"there is no statement {statement!r}")
    changes = await changed(graph, asked)
    if (verdict is Verdict.CORRECT) == changes.empty:
        raise InvalidCorrection(
            "a correction sets speaker, topic, act or stance"
            if changes.empty
            else f"to {verdict.value} a statement is not to change it: correct it instead"
        )
    made = Review(
        at=datetime.now(UTC).replace(microsecond=0),
        by=by,
        verdict=verdict,
        article=machine.reported_in[0].end,
        machine=machine,
        changes=earlier.changes.after(changes) if earlier else changes,
        note=note,
    )
    log.add(made)
    await act(graph, made, standing)
    return made


async def changed(graph: Graph, asked: Asked) -> Changes:
    """Return what a person asks for, with who and what is meant."""
    speaker = await get_actor(graph, asked.speaker) if asked.speaker else None
    topic = await get_topic(graph, asked.topic) if asked.topic else None
    return Changes(
        speaker=Actor(
            id=speaker.id,
            name=speaker.name,
            type=speaker.type,
            aliases=speaker.aliases,
            iso=speaker.country,
        )
        if speaker
        else None,
        topic=Topic(id=topic.id, label=topic.label, aliases=topic.aliases, exact_match=topic.exact_match)
        if topic
        else None,
        act=asked.act,
        stance=asked.stance,
    )


async def act(graph: Graph, made: Review, standing: Saying | None) -> None:
    """Write into the graph what a review makes of a statement, None where it is not there: all or nothing."""
    key = made.statement

    async def work(transaction: Transaction) -> None:
        await transaction.run("meta/bump_data_version")  # first: it keeps other writers out
        candidates = Candidates()
        await candidates.add_statements(transaction, [key])
        if made.verdict is Verdict.REJECT:
            await transaction.run("reviews/drop_appearances", ids=[key])
        else:
            await transaction.run("reviews/clear", ids=[key])
            saying = corrected(standing or made.machine, made)
            await put(transaction, saying, made.article)
            await hang(transaction, saying, TOUCHED if standing else EDGES)
            await unbury(transaction, [key])
        await sweep(transaction, candidates)

    await graph.write(work)


async def put(transaction: Transaction, saying: Saying, article: str) -> None:
    """Write a saying; actors and topics that the graph has already stay as they are."""
    known = await transaction.run("write/known_statements", ids=[saying.statement.id])
    read_in = str(known[0]["read_in"]) if known and known[0]["read_in"] else article
    await transaction.run("write/statements", rows=[statement_row(saying.statement, read_in)])
    there = {
        row["id"] for row in await transaction.run("write/known_actors", ids=[a.id for a in saying.actors])
    }
    for actor in saying.actors:
        if actor.id not in there:
            await transaction.run(f"write/{WRITERS[actor.type]}", rows=[actor_row(actor, article)])
    for topic in saying.topics:
        if not await transaction.run("topics/get", id=topic.id):
            await transaction.run("write/topics", rows=[node_row(topic)])


async def hang(transaction: Transaction, saying: Saying, kinds: Iterable[str]) -> None:
    """Write relationships of a saying; what they lead to and is gone from the graph is left out."""
    for kind in kinds:
        row = told_row if kind == "made_at" else edge_row
        rows = [row(edge) for edge in getattr(saying, kind)]
        if rows:
            await transaction.run(f"write/{kind}", rows=rows)


async def saying_of(graph: Graph, key: str) -> Saying | None:
    """Return a statement of the graph with all that hangs on it; None where there is none of that id."""
    rows = await graph.read("reviews/saying", id=key)
    if not rows:
        return None
    (row,) = rows
    actors: dict[str, Actor] = {}
    topics: dict[str, Topic] = {}
    edges: dict[str, tuple[Relationship, ...]] = {}
    for kind, model in KINDS.items():
        found = sorted(row[kind], key=lambda edge: str(edge["end"]))
        edges[kind] = tuple(
            of_model(model, {"start": key, "end": edge["end"], **edge["properties"]}) for edge in found
        )
        for edge in found:
            if kind == "about":
                topics[edge["end"]] = of_model(Topic, edge["node"])
            elif kind not in {"made_at", "reported_in"}:
                actors[edge["end"]] = of_model(Actor, edge["node"])
    return Saying.model_validate(
        {
            "statement": of_model(Statement, row["statement"]),
            "actors": tuple(actors.values()),
            "topics": tuple(topics.values()),
            **edges,
        }
    )


def of_model(model: type[Model], stored: Mapping[str, Any]) -> Model:
    """Return stored properties as a model; what the store keeps besides is left out."""
    return model.model_validate({name: stored[name] for name in stored if name in model.model_fields})
