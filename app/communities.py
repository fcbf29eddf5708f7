"""Communities: who is tied more among themselves than to others, by the Leiden algorithm.

Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific
Reports 9, 2019, with modularity as what is made large. Only ties above zero bind. igraph does it: the
optional extra `communities`.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from app.networks import Tie
from app.refusals import ExtraMissing

SEED = 20190326
UNTIL_STABLE = -1


@dataclass(frozen=True, slots=True)
class Communities:
    """The number of each actor's community, the largest 1; modularity (-0.5 to 1) is None without ties."""

    of: dict[str, int]
    modularity: float | None


def communities(actors: Sequence[str], ties: Iterable[Tie]) -> Communities:
    """Return the communities of a network, the same for the same ties; raises ExtraMissing without igraph."""
    igraph = library()
    places = {actor: place for place, actor in enumerate(actors)}
    binding = [tie for tie in ties if tie.weight > 0]
    graph = igraph.Graph(n=len(actors), edges=[(places[tie.source], places[tie.target]) for tie in binding])
    weights = [tie.weight for tie in binding]
    igraph.set_random_number_generator(random.Random(SEED))
    found = graph.community_leiden("modularity", weights=weights, n_iterations=UNTIL_STABLE)
    groups = sorted(found, key=lambda group: (-len(group), min(group)))
    return Communities(
        of={actors[place]: number for number, group in enumerate(groups, start=1) for place in group},
        modularity=float(graph.modularity(found.membership, weights=weights)) if binding else None,
    )


def library() -> ModuleType:
    """Return igraph; raise ExtraMissing where it is not installed."""
    try:
        import igraph
    except ImportError as error:
        raise ExtraMissing(
            "communities need igraph, which is not installed: pip install 'communique[communities]'"
        ) from error
    return igraph  # type: ignore[no-any-return]
