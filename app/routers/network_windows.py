"""Discourse networks over time, in windows that move."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.coding import Book, Duplicates, Level, read_each
from app.dependencies import GraphOf
from app.exports.moving import CAMPS, TIES, MovingCamps, MovingTie
from app.filters import NetworkFilterAsked
from app.formats import LISTED
from app.listing import LONGEST_PAGE, CutAsked, listed_whole
from app.moving import PaceAsked, Window, windows
from app.networks import Kind, Normalization, ties_of_actors
from app.polarization import camps_by_topic
from app.routers.networks import DuplicatesAsked, KindAsked, LevelAsked
from graph_schema.views import Page

router = APIRouter(prefix="/networks", tags=["networks"])
Most = Annotated[int, Query(ge=2, le=200, description="how many actors at most in each window")]
Fewest = Annotated[int, Query(ge=1, description="leave out topics with fewer actors in the window")]


@router.get("/windows", response_model=Page[MovingTie], responses=LISTED)
async def show_network_windows(
    request: Request,
    graph: GraphOf,
    asked: NetworkFilterAsked,
    cut: CutAsked,
    moves: PaceAsked,
    kind: KindAsked = Kind.CONGRUENCE,
    normalization: Annotated[
        Normalization, Query(description="by what ties are divided")
    ] = Normalization.NONE,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    most: Most = 50,
) -> Response:
    """Follow the ties of actors through time: the network of each window of some days, which moves by a step.

    One row a tie and window; windows overlap where the step is shorter than the window. All filters of
    statements can be added; `since` and `until` bound the whole. A page has 1000 rows unless `limit` says
    otherwise.

    Example: `/v1/networks/windows?window=30&step=7&kind=subtract&since=2023-07-01&until=2023-09-30`
    """
    rows: list[MovingTie] = []
    async for each, book in read_each(graph, await windows(graph, asked, moves), level, duplicates):
        rows += moving_ties(each, book, kind, normalization, most)
    return await listed_whole(request, cut, TIES, rows, LONGEST_PAGE)


@router.get("/polarization", response_model=Page[MovingCamps], responses=LISTED)
async def show_polarization(
    request: Request,
    graph: GraphOf,
    asked: NetworkFilterAsked,
    cut: CutAsked,
    moves: PaceAsked,
    level: LevelAsked = Level.PERSON,
    duplicates: DuplicatesAsked = Duplicates.ARTICLE,
    fewest: Fewest = 2,
) -> Response:
    """Show how far topics divide actors over time: 0 is one camp, 1 two equal camps that disagree.

    The measure of Esteban and Ray (1994) with sensitivity 1.6 over the shares of actors in favour, against
    and neither, each where most of its statements in the window point; scaled so that two equal camps are 1.
    How many actors and statements are counted stands beside it. All filters of statements can be added.

    Example: `/v1/networks/polarization?topic=trade&window=90&step=30`
    """
    rows: list[MovingCamps] = []
    async for each, book in read_each(graph, await windows(graph, asked, moves), level, duplicates):
        rows += [
            MovingCamps(
                since=each.since,
                until=each.until,
                topic=topic,
                label=book.topics[topic],
                **camps.model_dump(),
            )
            for topic, camps in camps_by_topic(book.voiced(book.actors)).items()
            if camps.actors >= fewest
        ]
    return await listed_whole(request, cut, CAMPS, rows, LONGEST_PAGE)


def moving_ties(
    window: Window, book: Book, kind: Kind, normalization: Normalization, most: int
) -> list[MovingTie]:
    """Return the ties of one window as rows."""
    ties = ties_of_actors(book.voiced(book.largest(most)), kind, normalization)
    return [
        MovingTie(
            since=window.since,
            until=window.until,
            source=tie.source,
            source_name=book.actors[tie.source],
            target=tie.target,
            target_name=book.actors[tie.target],
            kind=kind,
            weight=tie.weight,
        )
        for tie in ties
    ]
