"""Annotations: events as marks on a time axis, for Grafana and other charts."""

from datetime import datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Day, GraphOf, Words
from app.exports.table import Column, Table, Type
from app.formats import LISTED
from app.listing import CutAsked, listed
from app.points import midnight
from graph_schema.occasions import EventRow
from graph_schema.reads.events import find_events
from graph_schema.views import Page, View
from graph_schema.vocabulary import EventKind

router = APIRouter(prefix="/annotations", tags=["counts"])


class Annotation(View):
    """An event as a mark: at `time`, the beginning of its day, with a text and tags to filter by."""

    time: datetime | None
    title: str
    text: str
    tags: tuple[str, ...]
    id: str


ANNOTATIONS: Table[Annotation] = Table(
    "annotations",
    (
        Column("time", Type.TIME, lambda row: row.time),
        Column("title", Type.TEXT, lambda row: row.title),
        Column("text", Type.TEXT, lambda row: row.text),
        Column("tags", Type.TEXT, lambda row: "; ".join(row.tags)),
        Column("id", Type.TEXT, lambda row: row.id),
    ),
)


@router.get("", response_model=Page[Annotation], responses=LISTED)
async def list_annotations(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    kind: Annotated[tuple[EventKind, ...], Query(description="what kind of occasion")] = (),
    participant: Annotated[tuple[Words, ...], Query(description="who took part (all): id or name")] = (),
    since: Annotated[Day | None, Query(description="on this day or later")] = None,
    until: Annotated[Day | None, Query(description="on this day or earlier")] = None,
) -> Response:
    """List calls, meetings and visits as annotations of a time axis, the latest first.

    In Grafana: an annotation query of the Infinity data source, rows under `data`, `time` as the time.

    Example: `/v1/annotations?participant=Wang Yi&since=2023-08-01`
    """
    find = partial(find_events, graph, kind=kind, participant=participant, since=since, until=until)

    async def fetch(cursor: str | None, limit: int) -> Page[Annotation]:
        page = await find(cursor=cursor, limit=limit)
        return Page[Annotation](data=tuple(map(mark, page.data)), next_cursor=page.next_cursor)

    return await listed(request, cut, ANNOTATIONS, fetch)


def mark(event: EventRow) -> Annotation:
    """Return an event as a mark."""
    names = tuple(actor.name for actor in event.participants)
    return Annotation(
        time=midnight(event.starts_on) if event.starts_on else None,
        title=event.name,
        text=f"{event.statements} statements in {event.articles} articles",
        tags=(event.kind, *names),
        id=event.id,
    )
