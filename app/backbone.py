"""The backbone of a network: the ties that stand out for at least one of their ends.

The disparity filter of Serrano, Boguñá and Vespignani ("Extracting the multiscale backbone of complex
weighted networks", PNAS 106, 2009): if an actor with k ties spread its weight over them at random, a tie with
the share p of that weight would be as heavy with probability (1 - p)^(k - 1). A tie is kept where this is
below a level for one of its ends; an only tie tells nothing about its end. Weights count by their size,
whatever their sign.
"""

from collections import defaultdict
from collections.abc import Iterable

from app.networks import Tie


def backbone(ties: Iterable[Tie], level: float) -> list[Tie]:
    """Return the ties whose significance is below `level` (0 to 1)."""
    given = list(ties)
    found = significances(given)
    return [tie for tie in given if found[tie.source, tie.target] < level]


def significances(ties: Iterable[Tie]) -> dict[tuple[str, str], float]:
    """Return by ends how likely a tie would be as heavy by chance, for the end for which it is less so."""
    given, strengths, degrees = list(ties), defaultdict[str, float](float), defaultdict[str, int](int)
    for tie in given:
        for end in (tie.source, tie.target):
            strengths[end] += abs(tie.weight)
            degrees[end] += 1

    def chance(tie: Tie, end: str) -> float:
        share = abs(tie.weight) / strengths[end] if strengths[end] else 0.0
        return float((1 - share) ** (degrees[end] - 1))

    return {(tie.source, tie.target): min(chance(tie, tie.source), chance(tie, tie.target)) for tie in given}
