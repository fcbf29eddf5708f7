"""Events: the calls, meetings and visits at which something was said, and what each side reports of them."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Day, GraphOf, Key, Words
from app.exports.columns import EVENTS
from app.formats import LISTED
from app.listing import CutAsked, listed
from app.readouts import EventVersions, versions
from graph_schema.occasions import EventDetail, EventRow
from graph_schema.reads.events import find_events, get_event
from graph_schema.views import Page
from graph_schema.vocabulary import EventKind

router = APIRouter(prefix="/events", tags=["events"])


@router.get("", response_model=Page[EventRow], responses=LISTED)
async def list_events(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    kind: Annotated[tuple[EventKind, ...], Query(description="what kind of occasion")] = (),
    participant: Annotated[
        tuple[Words, ...], Query(description="who took part (all of them): id or name")
    ] = (),
    since: Annotated[Day | None, Query(description="on this day or later")] = None,
    until: Annotated[Day | None, Query(description="on this day or earlier")] = None,
) -> Response:
    """List calls, meetings, visits and other occasions, the latest first.

    Example: `/v1/events?participant=Wang Yi&kind=call`
    """
    find = partial(find_events, graph, kind=kind, participant=participant, since=since, until=until)
    return await listed(request, cut, EVENTS, lambda cursor, limit: find(cursor=cursor, limit=limit))


@router.get("/{id}")
async def get_one_event(graph: GraphOf, id: Key) -> EventDetail:  # noqa: A002
    """Show one event: who took part, and the articles that report it.

    Example: `/v1/events/{id}`
    """
    return await get_event(graph, id)


@router.get("/{id}/versions")
async def compare_versions(graph: GraphOf, id: Key) -> EventVersions:  # noqa: A002
    """Show side by side what each side reports of an event: in both readouts, in one of them only.

    A side is who published: a state's offices and its media are one side, the press is apart. Claims are
    assigned one to one, so that the sum of their `likeness` is the highest; its parts (words, topics, actors,
    act) are shown, and `wording` tells how the two readouts word it.

    Example: `/v1/events/{id}/versions`
    """
    return await versions(graph, id)
