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

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias

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


# by actor: how often which stance on which topic
Stances: TypeAlias = Mapping[str, Mapping[tuple[str, int], int]]
Topics: TypeAlias = Mapping[str, int]


def ties_of_actors(
    voiced: Iterable[Voiced], kind: Kind, normalization: Normalization = Normalization.NONE
) -> list[Tie]:
    """Return the ties between actors that are not zero, by their ends."""
    stances = counted(voiced)
    topics = {actor: per_topic(counts) for actor, counts in stances.items()}
    found = []
    for one, two in combinations(sorted(stances), 2):
        ignore = inner(topics[one], topics[two])
        conflict = disagreement(stances[one], stances[two])
        raw = {
            Kind.CONGRUENCE: ignore - conflict,
            Kind.CONFLICT: conflict,
            Kind.SUBTRACT: ignore - 2 * conflict,
            Kind.IGNORE: ignore,
        }[kind]
        if raw:
            found.append(Tie(one, two, raw / size(topics[one], topics[two], ignore, normalization)))
    return found


def size(one: Topics, two: Topics, ignore: float, normalization: Normalization) -> float:
    """Return by what the tie of two actors is divided."""
    match normalization:
        case Normalization.NONE:
            return 1.0
        case Normalization.AVERAGE:
            return (sum(one.values()) + sum(two.values())) / 2
        case Normalization.COSINE:
            return math.sqrt(inner(one, one) * inner(two, two))
        case Normalization.JACCARD:
            return inner(one, one) + inner(two, two) - ignore


def disagreement(one: Mapping[tuple[str, int], int], two: Mapping[tuple[str, int], int]) -> float:
    """Return the conflict of two actors."""
    by_topic = defaultdict(list)
    for (topic, stance), count in two.items():
        by_topic[topic].append((stance, count))
    return sum(
        count * other * abs(stance - against) / RANGE
        for (topic, stance), count in one.items()
        for against, other in by_topic[topic]
    )


def inner(one: Topics, two: Topics) -> float:
    """Return the inner product of two actors' topic counts."""
    return float(sum(count * two.get(topic, 0) for topic, count in one.items()))


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


def counted(voiced: Iterable[Voiced]) -> Stances:
    """Return by actor how often which stance on which topic."""
    found: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    for each in voiced:
        found[each.actor][each.topic, each.stance] += each.count
    return found


def per_topic(counts: Mapping[tuple[str, int], int]) -> Topics:
    """Return how often an actor spoke on each topic, whatever the stance."""
    found: Counter[str] = Counter()
    for (topic, _), count in counts.items():
        found[topic] += count
    return found
