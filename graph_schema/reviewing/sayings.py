"""Sayings: a statement with all that hangs on it, out of a contribution, and as a person corrects it."""

from collections.abc import Iterable
from typing import Any

from graph_schema.contribution import Contribution
from graph_schema.relationships import About, SpokenBy
from graph_schema.reviewing.review import Review, Saying
from graph_schema.rows import SAID

EDGES = (*SAID, "reported_in")
BY_A_PERSON = "set by a person"


def saying_in(contribution: Contribution, key: str) -> Saying | None:
    """Return a statement of a contribution with all that hangs on it; None where it has none of that id."""
    statement = next((each for each in contribution.statements if each.id == key), None)
    if statement is None:
        return None
    edges = {kind: tuple(e for e in getattr(contribution, kind) if e.start == key) for kind in EDGES}
    ends = {edge.end for kind in SAID for edge in edges[kind]}
    return Saying(
        statement=statement,
        actors=tuple(each for each in contribution.actors if each.id in ends),
        topics=tuple(each for each in contribution.topics if each.id in ends),
        **edges,
    )


def corrected(saying: Saying, review: Review) -> Saying:
    """Return a saying as the person who reviewed it has it, marked as theirs."""
    key, human, known = saying.statement.id, review.human, review.machine
    marks = {
        "act": human.act,
        "stance": human.stance,
        "reviewed": review.reviewed,
        "reviewed_by": review.by,
        "reviewed_at": review.at,
    }
    changes: dict[str, Any] = {"statement": saying.statement.model_copy(update=marks)}
    actors = {each.id: each for each in (*known.actors, *saying.actors)}
    topics = {each.id: each for each in (*known.topics, *saying.topics)}
    if human.speaker != saying.findings.speaker:
        if review.changes.speaker:
            actors[review.changes.speaker.id] = review.changes.speaker
        changes["spoken_by"] = tuple(
            SpokenBy(start=key, end=each, as_written=written(saying), reason=f"{BY_A_PERSON}, {review.by}")
            for each in human.speaker.split()
        )
        changes["on_behalf_of"] = ()  # it was the other speaker's
        joint = len(human.speaker.split()) > 1
        changes["statement"] = changes["statement"].model_copy(update={"joint": joint})
    if human.topic != saying.findings.topic:
        if review.changes.topic:
            topics[review.changes.topic.id] = review.changes.topic
        changes["about"] = about(saying, human.topic)
    made = saying.model_copy(update=changes)
    ends = {edge.end for kind in SAID for edge in getattr(made, kind)}
    used = {
        "actors": tuple(actors[each] for each in sorted(ends & actors.keys())),
        "topics": tuple(topics[each] for each in sorted(ends & topics.keys())),
    }
    return made.model_copy(update=used)


def about(saying: Saying, topic: str) -> tuple[About, ...]:
    """Return a saying's topics with another as the main one; the one it replaces is gone."""
    others = [edge for edge in saying.about if edge.rank > 1 and edge.end != topic]
    if not topic:
        return tuple(others)
    first = About(
        start=saying.statement.id,
        end=topic,
        rank=1,
        said_on=saying.statement.said_on,
        reasons=(BY_A_PERSON,),
    )
    ranked = sorted(others, key=lambda edge: edge.rank)
    return (first, *(edge.model_copy(update={"rank": rank}) for rank, edge in enumerate(ranked, start=2)))


def written(saying: Saying) -> str:
    """Return how the article names who speaks: that stays, whoever it is."""
    return next((edge.as_written for edge in saying.spoken_by if edge.as_written), "")


def without(contribution: Contribution, key: str) -> Contribution:
    """Return a contribution without one statement and what hangs on it."""
    kept: dict[str, Any] = {
        kind: tuple(edge for edge in getattr(contribution, kind) if edge.start != key) for kind in EDGES
    }
    kept["statements"] = tuple(each for each in contribution.statements if each.id != key)
    return contribution.model_copy(update=kept)


def with_saying(contribution: Contribution, saying: Saying) -> Contribution:
    """Return a contribution with one more statement and what hangs on it, in the order of ids."""
    added: dict[str, Any] = {
        kind: tuple(
            sorted((*getattr(contribution, kind), *getattr(saying, kind)), key=lambda e: (e.start, e.end))
        )
        for kind in EDGES
    }
    added["statements"] = by_id((*contribution.statements, saying.statement))
    added["actors"] = by_id((*saying.actors, *contribution.actors))
    added["topics"] = by_id((*saying.topics, *contribution.topics))
    return contribution.model_copy(update=added)


def by_id(nodes: Iterable[Any]) -> tuple[Any, ...]:
    """Return nodes by id; of several with one id the last."""
    found = {node.id: node for node in nodes}
    return tuple(found[key] for key in sorted(found))
