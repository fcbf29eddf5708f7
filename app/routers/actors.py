"""Actors: persons, organizations and countries that speak or are spoken to."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Code, GraphOf, Name, Words
from app.exports.columns import ACTORS, INTERLOCUTORS, TOPIC_COUNTS
from app.filters import SpeakerlessFilterAsked
from app.formats import LISTED
from app.listing import LONGEST_WHOLE, CutAsked, listed, listed_whole
from app.statement_lists import Order, OrderAsked, StatementPage, listed_statements
from graph_schema.reads import find_actors, get_actor
from graph_schema.reads.tallies import count_topics, find_interlocutors
from graph_schema.tallies import Interlocutor, TopicCount
from graph_schema.views import ActorProfile, ActorRow, Page
from graph_schema.vocabulary import ActorType

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", response_model=Page[ActorRow], responses=LISTED)
async def list_actors(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    q: Annotated[Words | None, Query(description="part of a name or alias")] = None,
    type: Annotated[ActorType | None, Query(description="person, organization or country")] = None,  # noqa: A002
    country: Annotated[Code | None, Query(description="ISO 3166 alpha-2")] = None,
) -> Response:
    """List actors, those with most statements first.

    Example: `/v1/actors?q=lavrov`
    """
    find = partial(find_actors, graph, q=q, type=type, country=country)
    return await listed(request, cut, ACTORS, lambda cursor, limit: find(cursor=cursor, limit=limit))


@router.get("/{id}")
async def get_one_actor(graph: GraphOf, id: Name) -> ActorProfile:  # noqa: A002
    """Show one actor, by id or name: positions over time, counts by act and stance, first and last day.

    Example: `/v1/actors/wang-yi`
    """
    return await get_actor(graph, id)


@router.get("/{id}/statements", response_model=StatementPage, responses=LISTED)
async def list_statements_of_actor(
    request: Request,
    graph: GraphOf,
    id: Name,  # noqa: A002
    asked: SpeakerlessFilterAsked,
    cut: CutAsked,
    order: OrderAsked = Order.NEWEST,
) -> Response:
    """List what an actor says, alone or jointly; all other filters can be added.

    Example: `/v1/actors/wang-yi/statements?topic=trade`
    """
    own = asked.model_copy(update={"speaker": (id,)})
    return await listed_statements(request, graph, own, cut, order)


@router.get("/{id}/topics", response_model=Page[TopicCount], responses=LISTED)
async def list_topics_of_actor(
    request: Request,
    graph: GraphOf,
    id: Name,  # noqa: A002
    asked: SpeakerlessFilterAsked,
    cut: CutAsked,
) -> Response:
    """List what an actor speaks about, the most frequent first, and how often in favour and against.

    Example: `/v1/actors/wang-yi/topics`
    """
    rows = await count_topics(graph, asked.model_copy(update={"speaker": (id,)}), LONGEST_WHOLE)
    return await listed_whole(request, cut, TOPIC_COUNTS, rows)


@router.get("/{id}/interlocutors", response_model=Page[Interlocutor], responses=LISTED)
async def list_interlocutors(
    request: Request,
    graph: GraphOf,
    id: Name,  # noqa: A002
    cut: CutAsked,
) -> Response:
    """List with whom an actor has to do: whom it addresses, who addresses it, speaks jointly, or meets.

    Example: `/v1/actors/wang-yi/interlocutors`
    """
    return await listed_whole(request, cut, INTERLOCUTORS, await find_interlocutors(graph, id))
