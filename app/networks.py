"""Discourse networks: who agrees with whom, counted as Discourse Network Analyzer counts.

With n(a, j, k) statements of actor a on topic j with stance k (-1, 0, 1):

    congruence(a, b) = sum over j, k1, k2 of n(a, j, k1) n(b, j, k2) (1 - |k1 - k2| / 2)
    conflict(a, b)   = the same with |k1 - k2| / 2
    subtract         = congruence - conflict
    ignore           = congruence + conflict = sum over j of n(a, j) n(b, j)

The range of stances is fixed at 2, so that one observed value is no division by zero. All kinds are divided
by the same number, so that they stay comparable: average by the mean of both actors' statements; cosine by
the product of the lengths of both actors' topic counts (a true cosine, which the Analyzer's is not); jaccard
by (length of a)^2 + (length of b)^2 - ignore(a, b).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float64]

RANGE = 2


class Kind(StrEnum):
    """What ties two actors."""

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"
    IGNORE = "ignore"


class Normalization(StrEnum):
    """By what a tie's weight is divided."""

    NONE = "none"
    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"


class Share(StrEnum):
    """By what the tie of an actor to a topic is divided: all its actor's statements, or all on its topic."""

    NONE = "none"
    ACTIVITY = "activity"
    PROMINENCE = "prominence"


class Agreement(StrEnum):
    """How an actor's stances on a topic make one number."""

    IGNORE = "ignore"
    SUBTRACT = "subtract"
    COMBINE = "combine"


@dataclass(frozen=True, slots=True)
class Voiced:
    """How often an actor took a stance on a topic."""

    actor: str
    topic: str
    stance: int
    count: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A weighted tie between two actors, or an actor and a topic."""

    source: str
    target: str
    weight: float


def ties_of_actors(
    voiced: Iterable[Voiced], kind: Kind, normalization: Normalization = Normalization.NONE
) -> list[Tie]:
    """Return the ties between actors that are not zero, by their ends."""
    # Not at the top: numpy takes 10 MB, for networks only.
    import numpy as np

    actors, counts = tabled(voiced)
    ignore = topic_products(counts)
    conflict = disagreements(counts)
    raw = {
        Kind.CONGRUENCE: ignore - conflict,
        Kind.CONFLICT: conflict,
        Kind.SUBTRACT: ignore - 2 * conflict,
        Kind.IGNORE: ignore,
    }[kind]
    ends = np.nonzero(np.triu(raw, 1))
    weights = raw[ends] / sizes(counts, ignore, normalization)[ends]
    return [
        Tie(actors[one], actors[two], weight)
        for one, two, weight in zip(*ends, weights.tolist(), strict=True)
    ]


def tabled(voiced: Iterable[Voiced]) -> tuple[list[str], Floats]:
    """Return the actors; and how often each was against, took no position and was in favour, by topic."""
    import numpy as np

    given = list(voiced)
    rows = {actor: row for row, actor in enumerate(sorted({each.actor for each in given}))}
    columns = {topic: column for column, topic in enumerate(sorted({each.topic for each in given}))}
    counts = np.zeros((RANGE + 1, len(rows), len(columns)))
    for each in given:
        counts[each.stance + 1, rows[each.actor], columns[each.topic]] += each.count
    return list(rows), counts


def topic_products(counts: Floats) -> Floats:
    """Return the inner products of all pairs of actors' topic counts."""
    spoken = counts.sum(axis=0)
    products: Floats = spoken @ spoken.T
    return products


def disagreements(counts: Floats) -> Floats:
    """Return the conflict of all pairs of actors: opposite stances count whole, a side and none half."""
    against, neither, in_favour = counts
    one_way = against @ in_favour.T + neither @ (against + in_favour).T / RANGE
    both: Floats = one_way + one_way.T
    return both


def sizes(counts: Floats, ignore: Floats, normalization: Normalization) -> Floats:
    """Return by what the ties of all pairs of actors are divided."""
    import numpy as np

    squares = ignore.diagonal()
    match normalization:
        case Normalization.NONE:
            return np.ones_like(ignore)
        case Normalization.AVERAGE:
            said = counts.sum(axis=(0, 2))
            return np.asarray(np.add.outer(said, said) / 2)
        case Normalization.COSINE:
            return np.sqrt(np.outer(squares, squares))
        case Normalization.JACCARD:
            return np.add.outer(squares, squares) - ignore


def ties_to_topics(voiced: Iterable[Voiced], agreement: Agreement, share: Share = Share.NONE) -> list[Tie]:
    """Return the ties between actors and topics: counts, for minus against, or 1 for, 2 against, 3 both.

    A tie that comes out as zero is kept where the actor spoke: balanced is not silent. With `combine`, an
    actor who only ever took no position has no tie, and a share means nothing: its numbers are no amounts.
    """
    per: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    actors, topics = Counter[str](), Counter[str]()
    for each in voiced:
        per[each.actor, each.topic][each.stance] += each.count
        actors[each.actor] += each.count
        topics[each.topic] += each.count
    ties = []
    for (actor, topic), counts in sorted(per.items()):
        whole = {Share.NONE: 1, Share.ACTIVITY: actors[actor], Share.PROMINENCE: topics[topic]}[share]
        ties.append(Tie(actor, topic, weight(counts, agreement) / whole))
    return [tie for tie in ties if tie.weight or agreement is not Agreement.COMBINE]


def weight(counts: Counter[int], agreement: Agreement) -> float:
    """Return how an actor stands to a topic."""
    match agreement:
        case Agreement.IGNORE:
            return float(counts.total())
        case Agreement.SUBTRACT:
            return float(counts[1] - counts[-1])
        case Agreement.COMBINE:
            return float((counts[1] > 0) + 2 * (counts[-1] > 0))
