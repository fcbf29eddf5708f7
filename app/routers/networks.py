"""Discourse networks: who agrees with whom, and who stands how to which topic."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.coding import Book, Duplicates, Level
from app.dependencies import GraphOf
from app.exports.drawn import DRAWN, Drawn, NetworkFormat, sent
from app.exports.network import Edge, Network, Node
from app.filters import NetworkFilterAsked
from app.networks import Agreement, Kind, Normalization, Tie, ties_of_actors, ties_to_topics
from graph_schema.filters import StatementFilter
from graph_schema.reads.tallies import stream_coded
from graph_schema.store import Graph

router = APIRouter(prefix="/networks", tags=["networks"])

LevelAsked = Annotated[Level, Query(description="who the actors are")]
DuplicatesAsked = Annotated[
    Duplicates, Query(description="within what the same actor, topic and stance count once")
]
FormAsked = Annotated[NetworkFormat, Query(alias="format", description="for Gephi, igraph, Cytoscape")]
Most = Annotated[int, Query(ge=2, le=500, description="how many actors at most, those who say most")]


@router.get("/actors", response_model=Drawn, responses=DRAWN)
async def show_actor_network(
    graph: GraphOf,
    asked: NetworkFilterAsked,
    kind: Annotated[Kind, Query(description="what ties two actors")] = Kind.CONGRUENCE,
    normalization: Annotated[
        Normalization, Query(description="by what ties are divided")
    ] = Normalization.NONE,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    limit: Most = 100,
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show which actors take the same stances on the same topics (congruence), or opposite ones (conflict).

    Counted on main topics, as Discourse Network Analyzer counts; `subtract` is congruence minus conflict,
    `ignore` leaves stances aside. All filters of statements can be added.

    Example: `/v1/networks/actors?kind=subtract&normalization=average&since=2023-01-01`
    """
    book = await read(graph, asked, level, duplicates)
    actors = book.largest(limit)
    ties = ties_of_actors(book.voiced(actors), kind, normalization)
    network = Network(
        nodes=tuple(actor_node(book, key) for key in actors),
        edges=tuple(edge("actor", tie, kind) for tie in ties),
        directed=False,
        attributes={
            "kind": kind,
            "normalization": normalization,
            "level": level,
            "duplicates": duplicates,
            "cap": limit,
            "truncated": len(book.actors) > limit,
        },
    )
    return sent(network, form)


@router.get("/actor-topic", response_model=Drawn, responses=DRAWN)
async def show_actor_topic_network(
    graph: GraphOf,
    asked: NetworkFilterAsked,
    agreement: Annotated[Agreement, Query(description="how stances make one number")] = Agreement.SUBTRACT,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    limit: Most = 100,
    form: FormAsked = NetworkFormat.JSON,
) -> Response:
    """Show who speaks on which topic: how often, for minus against, or 1 for, 2 against, 3 both.

    All filters of statements can be added.

    Example: `/v1/networks/actor-topic?agreement=subtract&level=country`
    """
    book = await read(graph, asked, level, duplicates)
    actors = book.largest(limit)
    ties = ties_to_topics(book.voiced(actors), agreement)
    topics = sorted({tie.target for tie in ties})
    network = Network(
        nodes=(
            *(actor_node(book, key) for key in actors),
            *(Node(id=f"topic:{key}", name=book.topics[key], kind="topic") for key in topics),
        ),
        edges=tuple(edge("topic", tie, agreement) for tie in ties),
        directed=False,
        attributes={
            "agreement": agreement,
            "level": level,
            "duplicates": duplicates,
            "cap": limit,
            "truncated": len(book.actors) > limit,
        },
    )
    return sent(network, form)


async def read(graph: Graph, asked: StatementFilter, level: Level, duplicates: Duplicates) -> Book:
    """Return what the statements that match voice."""
    book = Book(level, duplicates)
    async for row in stream_coded(graph, asked):
        book.take(row)
    return book


def edge(target: str, tie: Tie, kind: str) -> Edge:
    """Return a tie between an actor and another actor or a topic as an edge."""
    return Edge(
        source=f"actor:{tie.source}", target=f"{target}:{tie.target}", kind=kind, weight=round(tie.weight, 6)
    )


def actor_node(book: Book, key: str) -> Node:
    """Return an actor's node, with what its statements come to."""
    voiced = book.voiced([key])
    return Node(
        id=f"actor:{key}",
        name=book.actors[key],
        kind="actor",
        attributes={
            "statements": sum(each.count for each in voiced),
            "in_favour": sum(each.count for each in voiced if each.stance > 0),
            "against": sum(each.count for each in voiced if each.stance < 0),
        },
    )
