"""Contributions as rows to write, each shared thing once.

The order in which articles come must not show in the graph, nor may an article leave traces when it goes:

- A statement that several articles carry, or an actor the gazetteer lacks, stays as the first article read it
  (`read_in`); only that one changes it.
- An event is called what the first of its articles, by id, calls it: each keeps its own words on REPORTS,
  and its own account of kind and day, from which `gathering` makes one event of several accounts.
- What is said of the world beside the statements (who holds which position, which topic is broader) is noted
  on the article (`background`) and counted on the relationship (`articles`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from graph_schema.contribution import Contribution
from graph_schema.identity import digest, place_in_list
from graph_schema.nodes import Actor, Event, Node, Statement
from graph_schema.relationships import Holds, MadeAt, Relationship

Row = dict[str, Any]

SAID = ("spoken_by", "voices", "on_behalf_of", "addressed_to", "mentions", "about", "made_at")
BACKGROUND = ("took_part_in", "holds", "within", "broader")
CALLED = ("name", "place")
MINTED = "actor:"  # how ids of actors begin that the gazetteer lacks
_STAMPS: dict[str, Any] = {"article": {"retrieved_at"}, "statements": {"__all__": {"extracted_at"}}}


def contribution_hash(contribution: Contribution) -> str:
    """Return a digest that changes with anything in the contribution but the clock stamps."""
    return digest("contribution", contribution.model_dump_json(exclude=_STAMPS))


def properties(model: BaseModel) -> Row:
    """Return what is stored of a node or relationship: nothing that is None, times in UTC."""
    stored = model.model_dump(exclude={"start", "end"})
    return {name: _storable(value) for name, value in stored.items() if value is not None}


def _storable(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return list(value) if isinstance(value, tuple) else value


def node_row(node: Node, **bookkeeping: Any) -> Row:
    """Return a node as a row: its id and all its properties."""
    return {"id": node.id, "properties": properties(node) | bookkeeping}


def edge_row(edge: Relationship) -> Row:
    """Return a relationship as a row: the ids of its ends and its properties."""
    return {"start": edge.start, "end": edge.end, "properties": properties(edge)}


def article_row(contribution: Contribution) -> Row:
    """Return the article with what is needed to compare it and to take it out."""
    article = contribution.article
    return node_row(
        article,
        place=place_in_list(_storable(article.published_at), article.id),
        contribution_hash=contribution_hash(contribution),
        background=[json.dumps(note) for note in background(contribution)],
    )


def statement_row(statement: Statement, article: str) -> Row:
    """Return a statement as that article reads it."""
    return node_row(statement, place=place_in_list(statement.said_on, statement.id), read_in=article)


def actor_row(actor: Actor, article: str) -> Row:
    """Return an actor; one that the gazetteer lacks as that article reads it."""
    return node_row(actor, **({"read_in": article} if actor.id.startswith(MINTED) else {}))


def event_row(event: Event) -> Row:
    """Return an event without what it is called, which its articles settle."""
    kept = properties(event)
    return {"id": event.id, "properties": {name: kept[name] for name in kept if name not in CALLED}}


def report_row(article: str, event: Event) -> Row:
    """Return that an article reports an event, with what it calls it and how it tells of it."""
    kept = properties(event)
    told = {"told_as": event.id, "kind": event.kind.value}
    if event.starts_on:
        told["day"] = event.starts_on.isoformat()
    called = {name: kept[name] for name in CALLED if name in kept}
    return {"start": article, "end": event.id, "properties": called | told}


def told_row(edge: MadeAt) -> Row:
    """Return that a statement was made at an event, with the account that says so."""
    return {"start": edge.start, "end": edge.end, "properties": {"told_as": edge.end}}


def background(contribution: Contribution) -> Iterator[list[str]]:
    """Yield each thing the article says of the world as [kind, start, end, ...], sorted, once."""
    for kind in BACKGROUND:
        edges: Sequence[Relationship] = getattr(contribution, kind)
        yield from ([kind, *ends] for ends in sorted({_ends(edge) for edge in edges}))


def _ends(edge: Relationship) -> tuple[str, ...]:
    return (
        (edge.start, edge.end, edge.since, edge.until) if isinstance(edge, Holds) else (edge.start, edge.end)
    )


def counted_rows(notes: Iterable[Sequence[str]]) -> dict[str, list[Row]]:
    """Return background notes as rows by kind, each with the number of articles that say so."""
    counts = Counter(tuple(note) for note in notes)
    rows: dict[str, list[Row]] = {kind: [] for kind in BACKGROUND}
    for (kind, start, end, *term), articles in sorted(counts.items()):
        row = {"start": start, "end": end, "articles": articles}
        rows[kind].append(row | dict(zip(("since", "until"), term, strict=False)))
    return rows


def referenced(contribution: Contribution) -> set[str]:
    """Return the ids that some relationship touches: a node that none touches could never leave again."""
    edges = (edge for kind in (*SAID, *BACKGROUND) for edge in getattr(contribution, kind))
    return {key for edge in edges for key in (edge.start, edge.end)}
