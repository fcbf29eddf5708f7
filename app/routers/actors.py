"""Actors: persons, organizations and countries that speak or are spoken to."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Code, GraphOf, Name, Words
from app.exports.columns import ACTORS
from app.formats import LISTED
from app.listing import CutAsked, listed
from graph_schema.reads import find_actors, get_actor
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
