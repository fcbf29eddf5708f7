"""Several contributions as one batch: every row to write, in writing order, each shared thing once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_schema.contribution import Contribution
from graph_schema.nodes import Actor
from graph_schema.rows import (
    MINTED,
    SAID,
    Row,
    actor_row,
    article_row,
    background,
    counted_rows,
    edge_row,
    event_row,
    node_row,
    referenced,
    report_row,
    statement_row,
    told_row,
)
from graph_schema.vocabulary import ActorType

_PLURALS = {
    ActorType.PERSON: "persons",
    ActorType.ORGANIZATION: "organizations",
    ActorType.COUNTRY: "countries",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph holds of a batch's shared things: rows of `known_statements`, `known_actors` by id."""

    statements: Mapping[str, Row] = field(default_factory=dict)
    actors: Mapping[str, Row] = field(default_factory=dict)


def batch_rows(batch: Sequence[Contribution], known: Known) -> dict[str, list[Row]]:
    """Return rows by the name of the query that writes them, in writing order, sorted by key."""
    rows = _nodes(batch, known) | _edges(batch, known)
    return {query: sorted(found, key=_key) for query, found in rows.items() if found}


def readers(batch: Iterable[Contribution], known: Known) -> dict[str, str]:
    """Return by statement the article from which it is read, for all that may be written.

    The article that brought a statement keeps it as long as it carries it.
    """
    chosen: dict[str, str] = {}
    for article, statement in ((c.article.id, s.id) for c in batch for s in c.statements):
        row = known.statements.get(statement)
        mine = row is not None and row["read_in"] == article
        if mine or (statement not in chosen and not (row is not None and row["held"])):
            chosen[statement] = article
    return chosen


def _nodes(batch: Sequence[Contribution], known: Known) -> dict[str, list[Row]]:
    reader = readers(batch, known)
    touched = {c.article.id: referenced(c) for c in batch}
    actors = _actors(batch, known, touched)
    rows = {
        "articles": [article_row(c) for c in batch],
        "statements": [
            statement_row(s, c.article.id)
            for c in batch
            for s in c.statements
            if reader.get(s.id) == c.article.id
        ],
        "retype_actors": [
            {"id": actor.id, "label": actor.type.title()}
            for actor, _ in actors
            if actor.id in known.actors and known.actors[actor.id]["type"] != actor.type
        ],
    }
    for kind, query in _PLURALS.items():
        rows[query] = [actor_row(actor, article) for actor, article in actors if actor.type == kind]
    for query in ("positions", "topics"):
        rows[query] = _once(
            node_row(node) for c in batch for node in getattr(c, query) if node.id in touched[c.article.id]
        )
    rows["events"] = _once(event_row(event) for c in batch for event in c.events)
    return rows


def _actors(
    batch: Sequence[Contribution], known: Known, touched: Mapping[str, set[str]]
) -> list[tuple[Actor, str]]:
    """Return each actor with the article it is read in; the gazetteer's as the last article has them."""
    chosen: dict[str, tuple[Actor, str]] = {}
    for article, actor in (
        (c.article.id, a) for c in batch for a in c.actors if a.id in touched[c.article.id]
    ):
        row = known.actors.get(actor.id)
        mine = row is not None and row["read_in"] == article
        free = actor.id not in chosen and not (row is not None and row["held"])
        if mine or free or not actor.id.startswith(MINTED):
            chosen[actor.id] = actor, article
    return list(chosen.values())


def _edges(batch: Sequence[Contribution], known: Known) -> dict[str, list[Row]]:
    reader = readers(batch, known)
    rows = {
        kind: [
            edge_row(edge)
            for c in batch
            for edge in getattr(c, kind)
            if reader.get(edge.start) == c.article.id
        ]
        for kind in SAID
    }
    rows["made_at"] = [
        told_row(edge) for c in batch for edge in c.made_at if reader.get(edge.start) == c.article.id
    ]
    rows["reported_in"] = [edge_row(edge) for c in batch for edge in c.reported_in]
    rows["reports"] = [report_row(c.article.id, event) for c in batch for event in c.events]
    return rows | counted_rows(note for c in batch for note in background(c))


def _once(rows: Iterable[Row]) -> list[Row]:
    return list({row["id"]: row for row in rows}.values())


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("id", "start", "end"))
