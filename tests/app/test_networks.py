"""Discourse networks: small worlds counted by hand, and what holds for any."""

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.networks import Agreement, Kind, Normalization, Tie, Voiced, ties_of_actors, ties_to_topics

# Ann: trade twice for, war once against. Bob: trade once for and once against. Cid: war three times against.
WORLD = [
    Voiced("ann", "trade", 1, 2),
    Voiced("ann", "war", -1, 1),
    Voiced("bob", "trade", 1, 1),
    Voiced("bob", "trade", -1, 1),
    Voiced("cid", "war", -1, 3),
]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.CONGRUENCE, {("ann", "bob"): 2, ("ann", "cid"): 3}),
        (Kind.CONFLICT, {("ann", "bob"): 2}),
        (Kind.SUBTRACT, {("ann", "cid"): 3}),
        (Kind.IGNORE, {("ann", "bob"): 4, ("ann", "cid"): 3}),
    ],
)
def test_kinds_by_hand(kind: Kind, expected: dict[tuple[str, str], float]) -> None:
    assert {(tie.source, tie.target): tie.weight for tie in ties_of_actors(WORLD, kind)} == expected


@pytest.mark.parametrize(
    ("normalization", "expected"),
    [
        (Normalization.AVERAGE, 4 / 2.5),
        (Normalization.COSINE, 4 / math.sqrt(5 * 4)),
        (Normalization.JACCARD, 4 / (5 + 4 - 4)),
    ],
)
def test_normalizations_by_hand(normalization: Normalization, expected: float) -> None:
    tie = ties_of_actors(WORLD, Kind.IGNORE, normalization)[0]
    assert tie.weight == pytest.approx(expected)


def test_no_position_is_halfway() -> None:
    ties = ties_of_actors([Voiced("a", "t", 0, 1), Voiced("b", "t", 1, 1)], Kind.CONGRUENCE)
    assert ties == [Tie("a", "b", 0.5)]


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (Agreement.IGNORE, [3, 1, 2, 3]),
        (Agreement.SUBTRACT, [2, -1, 0, -3]),
        (Agreement.COMBINE, [1, 2, 3, 2]),
    ],
)
def test_actors_and_topics_by_hand(agreement: Agreement, expected: list[float]) -> None:
    world = [*WORLD, Voiced("ann", "trade", 0, 1)]
    assert [tie.weight for tie in ties_to_topics(world, agreement)] == expected


VOICED = st.lists(
    st.builds(
        Voiced,
        actor=st.sampled_from("abcd"),
        topic=st.sampled_from("xyz"),
        stance=st.sampled_from([-1, 0, 1]),
        count=st.integers(1, 5),
    ),
    max_size=20,
)


@given(VOICED)
def test_congruence_and_conflict_share_what_ignore_counts(voiced: list[Voiced]) -> None:
    def weights(kind: Kind) -> dict[tuple[str, str], float]:
        return {(tie.source, tie.target): tie.weight for tie in ties_of_actors(voiced, kind)}

    congruence, conflict, subtract = (weights(kind) for kind in list(Kind)[:3])
    for ends, ignore in weights(Kind.IGNORE).items():
        assert congruence.get(ends, 0) + conflict.get(ends, 0) == pytest.approx(ignore)
        assert congruence.get(ends, 0) - conflict.get(ends, 0) == pytest.approx(subtract.get(ends, 0))


@given(VOICED, st.sampled_from([Normalization.COSINE, Normalization.JACCARD]))
def test_normalized_ties_are_at_most_one(voiced: list[Voiced], normalization: Normalization) -> None:
    for tie in ties_of_actors(voiced, Kind.IGNORE, normalization):
        assert 0 <= tie.weight <= 1 + 1e-9


@settings(deadline=None)
@given(VOICED)
def test_ties_are_those_of_the_two_mode_network_projected(voiced: list[Voiced]) -> None:
    two_mode = nx.Graph()
    for tie in ties_to_topics(voiced, Agreement.IGNORE):
        two_mode.add_edge(("actor", tie.source), ("topic", tie.target), weight=tie.weight)
    for tie in ties_of_actors(voiced, Kind.IGNORE):
        one, two = ("actor", tie.source), ("actor", tie.target)
        common = nx.common_neighbors(two_mode, one, two)
        projected = sum(two_mode[one][topic]["weight"] * two_mode[two][topic]["weight"] for topic in common)
        assert projected == pytest.approx(tie.weight)
