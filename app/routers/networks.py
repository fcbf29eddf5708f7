"""Discourse networks: who agrees with whom, and who stands how to which topic."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.backbone import backbone
from app.coding import Book, Duplicates, Level, read
from app.communities import communities
from app.dependencies import GraphOf
from app.exports.drawn import DRAWN, Drawn, NetworkFormat, sent
from app.exports.network import Attributes, Edge, Network, Node
from app.filters import NetworkFilterAsked
from app.networks import Agreement, Kind, Normalization, Share, Tie, ties_of_actors, ties_to_topics
from app.refusals import Fault, InvalidParameters

router = APIRouter(prefix="/networks", tags=["networks"])

KindAsked = Annotated[Kind, Query(description="what ties two actors")]
NormalizationAsked = Annotated[Normalization, Query(description="by what ties are divided")]
SignificanceAsked = Annotated[
    float | None,
    Query(alias="backbone", gt=0, le=1, description="keep ties whose weight is less likely by chance"),
]
GroupedAsked = Annotated[bool, Query(alias="communities", description="number each actor's community")]
LevelAsked = Annotated[
    Level, Query(description="who the actors are; an organization also counts through who speaks for it")
]
DuplicatesAsked = Annotated[
    Duplicates, Query(description="within what the same actor, topic and stance count once")
]
FormAsked = Annotated[NetworkFormat, Query(alias="format", description="for Gephi, igraph, Cytoscape")]
Most = Annotated[int, Query(ge=2, le=500, description="how many actors at most, those who say most")]
DIGITS = 12


@router.get("/actors", response_model=Drawn, responses=DRAWN)
async def show_actor_network(
    graph: GraphOf,
    asked: NetworkFilterAsked,
    kind: KindAsked = Kind.CONGRUENCE,
    normalization: NormalizationAsked = Normalization.NONE,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    limit: Most = 100,
    significance: SignificanceAsked = None,
    grouped: GroupedAsked = False,
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show which actors take the same stances on the same topics (congruence), or opposite ones (conflict).

    Counted on main topics, as Discourse Network Analyzer counts; `subtract` is congruence minus conflict,
    `ignore` leaves stances aside. `cosine` is a true cosine, which the Analyzer's is not. `backbone=0.05`
    keeps the ties that stand out (disparity filter, Serrano and others 2009); `communities=true` numbers
    groups (Leiden algorithm over the ties above zero; needs the extra `communities`). All filters of
    statements can be added.

    Example: `/v1/networks/actors?kind=subtract&normalization=average&since=2023-01-01`

    Example: `/v1/networks/actors?level=country&backbone=0.5&communities=true`
    """
    book = await read(graph, asked, level, duplicates)
    actors = book.largest(limit)
    ties = ties_of_actors(book.voiced(actors), kind, normalization)
    kept = ties if significance is None else backbone(ties, significance)
    groups = communities(actors, kept) if grouped else None
    nodes = tuple(actor_node(book, key, groups.of if groups else {}) for key in actors)
    edges = tuple(edge("actor", tie, kind) for tie in kept)
    told: Attributes = {"kind": kind, "normalization": normalization, "backbone": significance}
    told |= {"modularity": groups.modularity if groups else None, **counted(book, duplicates, limit)}
    return sent(Network(nodes=nodes, edges=edges, directed=False, attributes=told), form)


@router.get("/actor-topic", response_model=Drawn, responses=DRAWN)
async def show_actor_topic_network(
    graph: GraphOf,
    asked: NetworkFilterAsked,
    agreement: Annotated[Agreement, Query(description="how stances make one number")] = Agreement.SUBTRACT,
    normalization: Annotated[
        Share, Query(description="divide by all that the actor said, or all that was said on the topic")
    ] = Share.NONE,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    limit: Most = 100,
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show who speaks on which topic: how often, for minus against, or 1 for, 2 against, 3 both.

    `normalization=activity` divides by the actor's statements, `prominence` by those on the topic. All
    filters of statements can be added.

    Example: `/v1/networks/actor-topic?agreement=subtract&level=country`
    """
    if agreement is Agreement.COMBINE and normalization is not Share.NONE:
        raise InvalidParameters([Fault("normalization", "1, 2 and 3 are no amounts: nothing to divide")])
    book = await read(graph, asked, level, duplicates)
    actors = book.largest(limit)
    ties = ties_to_topics(book.voiced(actors), agreement, normalization)
    topics = sorted({tie.target for tie in ties})
    network = Network(
        nodes=(
            *(actor_node(book, key, {}) for key in actors),
            *(Node(id=f"topic:{key}", name=book.topics[key], kind="topic") for key in topics),
        ),
        edges=tuple(edge("topic", tie, agreement) for tie in ties),
        directed=False,
        attributes={
            "agreement": agreement,
            "normalization": normalization,
            **counted(book, duplicates, limit),
        },
    )
    return sent(network, form)


def counted(book: Book, duplicates: Duplicates, limit: int) -> Attributes:
    """Return how a network was counted, and whether there was more."""
    return {
        "level": book.level,
        "duplicates": duplicates,
        "cap": limit,
        "truncated": len(book.actors) > limit,
    }


def edge(target: str, tie: Tie, kind: str) -> Edge:
    """Return a tie between an actor and another actor or a topic as an edge."""
    return Edge(
        source=f"actor:{tie.source}",
        target=f"{target}:{tie.target}",
        kind=kind,
        weight=round(tie.weight, DIGITS),
    )


def actor_node(book: Book, key: str, groups: Mapping[str, int]) -> Node:
    """Return an actor's node, with what its statements come to; percentages where it took a side."""
    voiced = book.voiced([key])
    for_, against = (sum(each.count for each in voiced if each.stance * sign > 0) for sign in (1, -1))
    sided = for_ + against
    return Node(
        id=f"actor:{key}",
        name=book.actors[key],
        kind="actor",
        attributes={
            "statements": book.totals[key],
            "in_favour": for_,
            "against": against,
            "percent_in_favour": round(100 * for_ / sided, 2) if sided else None,
            "percent_against": round(100 * against / sided, 2) if sided else None,
            **({"community": groups[key]} if key in groups else {}),
        },
    )
