"""Discourse networks against matrices worked out by hand, to 1e-9; backbone, communities, polarization."""

import builtins
from datetime import date
from math import sqrt
from typing import Any

import pytest

from app.backbone import backbone, significances
from app.communities import communities
from app.moving import Pace, stretches
from app.networks import Agreement, Kind, Normalization, Share, Tie, Voiced, ties_of_actors, ties_to_topics
from app.polarization import camps_by_topic, polarization
from app.refusals import ExtraMissing

ACTORS = "abcd"
# trade: a twice for; b once for and once against; d twice without a side. war: a against, c thrice, d for.
WORLD = [
    Voiced("a", "trade", 1, 2),
    Voiced("a", "war", -1, 1),
    Voiced("b", "trade", 1, 1),
    Voiced("b", "trade", -1, 1),
    Voiced("c", "war", -1, 3),
    Voiced("d", "trade", 0, 2),
    Voiced("d", "war", 1, 1),
]
CONGRUENCE: list[list[float]] = [
    [0, 2, 3, 2],
    [2, 0, 0, 2],
    [3, 0, 0, 0],
    [2, 2, 0, 0],
]
CONFLICT: list[list[float]] = [
    [0, 2, 0, 3],
    [2, 0, 0, 2],
    [0, 0, 0, 3],
    [3, 2, 3, 0],
]
SUBTRACT: list[list[float]] = [
    [0, 0, 3, -1],
    [0, 0, 0, 0],
    [3, 0, 0, -3],
    [-1, 0, -3, 0],
]
IGNORE: list[list[float]] = [
    [0, 4, 3, 5],
    [4, 0, 0, 4],
    [3, 0, 0, 3],
    [5, 4, 3, 0],
]
R5 = sqrt(5)
DIVISORS: dict[
    Normalization, list[list[float]]
] = {  # a said 3 things, b 2, c 3, d 3; their topic counts are (2, 1), (2, 0), (0, 3) and (2, 1)
    Normalization.NONE: [[1, 1, 1, 1]] * 4,
    Normalization.AVERAGE: [[1, 2.5, 3, 3], [2.5, 1, 2.5, 2.5], [3, 2.5, 1, 3], [3, 2.5, 3, 1]],
    Normalization.COSINE: [
        [1, 2 * R5, 3 * R5, 5],
        [2 * R5, 1, 6, 2 * R5],
        [3 * R5, 6, 1, 3 * R5],
        [5, 2 * R5, 3 * R5, 1],
    ],
    Normalization.JACCARD: [[1, 5, 11, 5], [5, 1, 13, 5], [11, 13, 1, 11], [5, 5, 11, 1]],
}
MATRICES: dict[Kind, list[list[float]]] = {
    Kind.CONGRUENCE: CONGRUENCE,
    Kind.CONFLICT: CONFLICT,
    Kind.SUBTRACT: SUBTRACT,
    Kind.IGNORE: IGNORE,
}


def matrix(ties: list[Tie], rows: str, columns: list[str] | str) -> list[list[float]]:
    weights = {(tie.source, tie.target): tie.weight for tie in ties}
    return [[weights.get((row, column), 0.0) for column in columns] for row in rows]


@pytest.mark.parametrize("normalization", Normalization)
@pytest.mark.parametrize("kind", Kind)
def test_one_mode(kind: Kind, normalization: Normalization) -> None:
    ties = ties_of_actors(WORLD, kind, normalization)
    both = [*ties, *(Tie(tie.target, tie.source, tie.weight) for tie in ties)]
    expected = [
        [weight / divisor for weight, divisor in zip(weights, divisors, strict=True)]
        for weights, divisors in zip(MATRICES[kind], DIVISORS[normalization], strict=True)
    ]
    for found, hand in zip(matrix(both, ACTORS, ACTORS), expected, strict=True):
        assert found == pytest.approx(hand, abs=1e-9)


@pytest.mark.parametrize(
    ("agreement", "share", "hand"),
    [
        (Agreement.IGNORE, Share.NONE, [[2, 1], [2, 0], [0, 3], [2, 1]]),
        (Agreement.SUBTRACT, Share.NONE, [[2, -1], [0, 0], [0, -3], [0, 1]]),
        (Agreement.COMBINE, Share.NONE, [[1, 2], [3, 0], [0, 2], [0, 1]]),
        (Agreement.IGNORE, Share.ACTIVITY, [[2 / 3, 1 / 3], [1, 0], [0, 1], [2 / 3, 1 / 3]]),
        (Agreement.SUBTRACT, Share.ACTIVITY, [[2 / 3, -1 / 3], [0, 0], [0, -1], [0, 1 / 3]]),
        (Agreement.IGNORE, Share.PROMINENCE, [[1 / 3, 1 / 5], [1 / 3, 0], [0, 3 / 5], [1 / 3, 1 / 5]]),
        (Agreement.SUBTRACT, Share.PROMINENCE, [[1 / 3, -1 / 5], [0, 0], [0, -3 / 5], [0, 1 / 5]]),
    ],
)
def test_two_mode(agreement: Agreement, share: Share, hand: list[list[float]]) -> None:
    found = matrix(ties_to_topics(WORLD, agreement, share), ACTORS, ["trade", "war"])
    for row, expected in zip(found, hand, strict=True):
        assert row == pytest.approx(expected, abs=1e-9)


# a hub with ties of 6, 3 and 1; the other ends b, c also tied by 1
STAR = [Tie("hub", "b", 6), Tie("hub", "c", 3), Tie("hub", "d", 1), Tie("b", "c", 1)]


def test_disparity_by_hand() -> None:
    found = significances(STAR)
    assert found["hub", "b"] == pytest.approx(min((1 - 6 / 10) ** 2, (1 - 6 / 7) ** 1), abs=1e-9)
    assert found["hub", "c"] == pytest.approx(min((1 - 3 / 10) ** 2, (1 - 3 / 4) ** 1), abs=1e-9)
    assert found["hub", "d"] == pytest.approx(min((1 - 1 / 10) ** 2, 1.0), abs=1e-9)
    assert found["b", "c"] == pytest.approx(min((1 - 1 / 7) ** 1, (1 - 1 / 4) ** 1), abs=1e-9)
    assert backbone(STAR, 0.2) == STAR[:1]
    assert backbone(STAR, 0.3) == STAR[:2]


def test_two_cliques_are_two_communities() -> None:
    ties = [Tie(one, two, 2) for one, two in ("ab", "ac", "bc", "xy", "xz", "yz")]
    found = communities(["a", "x", "b", "y", "c", "z"], [*ties, Tie("a", "x", 1), Tie("b", "y", -9)])
    assert {found.of[each] for each in "abc"} == {1}
    assert {found.of[each] for each in "xyz"} == {2}
    # 2m = 26: two communities, each with 12 inside and a degree sum of 13
    assert found.modularity == pytest.approx(2 * (12 / 26 - (13 / 26) ** 2), abs=1e-9)


def test_nobody_tied_is_everybody_alone() -> None:
    found = communities(["a", "b"], [Tie("a", "b", -1)])
    assert found.of == {"a": 1, "b": 2}
    assert found.modularity is None


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "igraph":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing, match=r"communique\[communities\]"):
        communities(["a"], [])


@pytest.mark.parametrize(
    ("stands", "expected"),
    [
        ({1: 5}, 0.0),
        ({1: 4, -1: 4}, 1.0),
        ({1: 1, 0: 1}, 0.5),  # half as far apart
        # K = 1 / 0.5^1.6: K (0.75^2.6 * 0.25 * 2 + 0.25^2.6 * 0.75 * 2)
        ({1: 3, -1: 1}, (0.75**2.6 * 0.25 * 2 + 0.25**2.6 * 0.75 * 2) / 0.5**1.6),
    ],
)
def test_polarization_by_hand(stands: dict[int, int], expected: float) -> None:
    assert polarization(stands) == pytest.approx(expected, abs=1e-9)


def test_camps_are_counted_by_actors() -> None:
    camps = camps_by_topic(WORLD)
    trade, war = camps["trade"], camps["war"]
    assert (trade.actors, trade.in_favour, trade.against, trade.neither, trade.statements) == (3, 1, 0, 2, 6)
    assert (war.actors, war.in_favour, war.against, war.neither, war.statements) == (3, 1, 2, 0, 5)
    # shares of 1/3 at 1 and 2/3 at 0, one apart
    assert trade.polarization == pytest.approx(((1 / 3) ** 2.6 * 2 / 3 + (2 / 3) ** 2.6 / 3) / 0.5**1.6)


def test_windows_move_until_one_reaches_the_end() -> None:
    first, last = date(2023, 1, 1), date(2023, 1, 20)
    found = [(since.day, until.day) for since, until in stretches(first, last, Pace(window=10, step=4))]
    assert found == [(1, 10), (5, 14), (9, 18), (13, 20)]
    assert list(stretches(first, last, Pace(window=30, step=1))) == [(first, last)]
