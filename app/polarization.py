"""How far actors stand apart on a topic: the polarization of Esteban and Ray.

"On the Measurement of Polarization", Econometrica 62 (1994):

    P = K sum over i, j of p_i^(1 + a) p_j |y_i - y_j|

with a = 1.6, the largest that their axioms allow. Here p is the share of actors who stand at y = -1, 0 or 1:
an actor stands where most of its statements on the topic point (for minus against; as many of both is 0). K
makes two camps of equal size 1; one camp alone is 0. What is counted stands beside it: with few actors it
means little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from app.networks import Voiced
from graph_schema.views import View

SENSITIVITY = 1.6
LARGEST = 2 * 0.5 ** (1 + SENSITIVITY) * 0.5 * 2  # two camps of equal size, at -1 and 1


class Camps(View):
    """How a topic divides actors: 0 is one camp or nobody, 1 two equal camps that contradict each other."""

    polarization: float
    actors: int
    in_favour: int
    against: int
    neither: int
    statements: int


def camps_by_topic(voiced: Iterable[Voiced]) -> dict[str, Camps]:
    """Return by topic how it divides the actors who spoke on it."""
    balance: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for each in voiced:
        balance[each.topic][each.actor] += each.stance * each.count
        totals[each.topic] += each.count
    return {topic: camps(balances, totals[topic]) for topic, balances in sorted(balance.items())}


def camps(balances: Mapping[str, int], statements: int) -> Camps:
    """Return how actors divide, given for minus against for each."""
    stands = Counter((balance > 0) - (balance < 0) for balance in balances.values())
    return Camps(
        polarization=polarization(stands),
        actors=len(balances),
        in_favour=stands[1],
        against=stands[-1],
        neither=stands[0],
        statements=statements,
    )


def polarization(stands: Mapping[int, int]) -> float:
    """Return the polarization (0 to 1) of so many actors at each stance."""
    total = sum(stands.values())
    shares = {stance: count / total for stance, count in stands.items() if count}
    raw = sum(
        share ** (1 + SENSITIVITY) * other * abs(stance - against)
        for stance, share in shares.items()
        for against, other in shares.items()
    )
    return float(raw / LARGEST)
