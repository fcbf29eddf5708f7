"""Alerts: saved queries with names, as feeds, streams and signed webhooks."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.alerts import NAME, URL, Alert, AlertBook
from app.dead_deliveries import DeadDelivery
from app.deliveries import Deliveries
from app.dependencies import GraphOf
from app.exports.atom import atom
from app.keys import Scope
from app.listing import PAGE
from app.news import events
from app.refusals import KeyRequired
from app.routers.feeds import LONGEST_FEED, Atom
from app.routers.stream import EventStream, moment
from app.security import Credentials, checked
from graph_schema.reads import find_statements
from graph_schema.reads.asking import parameters
from graph_schema.views import Page

router = APIRouter(prefix="/alerts", tags=["alerts"])
AlertName = Annotated[str, Path(pattern=NAME, description="the alert's name")]
DeliveryId = Annotated[str, Path(min_length=1, description="the dead letter's `delivery`")]


class NewAlert(BaseModel):
    """An alert to be saved."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=NAME, examples=["taiwan-threats"])
    query: str = Field(max_length=2000, examples=["topic=taiwan&act=THREATEN"])
    webhook: str | None = Field(default=None, max_length=2000, pattern=URL)
    allow_private: bool = Field(default=False, description="the webhook may be a private address")


def admin(request: Request, credentials: Credentials) -> None:
    """Raise KeyRequired where no good key was given, KeyLacksScope where it does not open administration."""
    if credentials is None:
        raise KeyRequired("alerts need a key that opens administration: send `Authorization: Bearer ...`")
    checked(credentials, request.app.state.settings, Scope.ADMIN)


def book_of(request: Request) -> AlertBook:
    """Return the alerts of the service's data folder."""
    return AlertBook(request.app.state.settings.data)


def deliveries_of(request: Request) -> Deliveries:
    """Return what the alerts of the service's data folder have told."""
    return Deliveries(request.app.state.settings.data)


ADMIN = [Depends(admin)]
Book = Annotated[AlertBook, Depends(book_of)]
Told = Annotated[Deliveries, Depends(deliveries_of)]


@router.get("", dependencies=ADMIN)
def list_alerts(request: Request, book: Book) -> Page[Alert]:
    """List the saved alerts, without their secrets. Needs a key that opens administration."""
    del request.state.tag  # alerts change without the graph
    hidden = tuple(alert.model_copy(update={"secret": None}) for alert in book.all())
    return Page[Alert](data=hidden, next_cursor=None)


@router.post("", status_code=201, dependencies=ADMIN)
async def create_alert(graph: GraphOf, book: Book, given: NewAlert) -> Alert:
    """Save a query under a name: it becomes a feed and a stream, and tells a webhook if one is given.

    The answer holds the webhook's `secret`, this once. Each request is signed: `Communique-Signature` is
    `t=SECONDS,v1=` and the HMAC-SHA256 of `SECONDS.BODY`. Needs a key that opens administration.
    """
    alert = Alert(**given.model_dump(), created_at=datetime.now(UTC))
    await parameters(graph, alert.asked)  # names that are not known are told at once
    return book.create(alert)


@router.delete("/{name}", status_code=204, dependencies=ADMIN)
def delete_alert(book: Book, name: AlertName) -> None:
    """Delete an alert. Needs a key that opens administration."""
    book.delete(name)


@router.get("/{name}/statements.atom", response_class=Atom)
async def feed_alert(
    request: Request,
    graph: GraphOf,
    book: Book,
    name: AlertName,
    limit: Annotated[int, Query(ge=1, le=LONGEST_FEED, description="how many entries")] = PAGE,
) -> Response:
    """Subscribe to the newest statements of an alert: an Atom feed."""
    page = await find_statements(graph, book.get(name).asked, limit=limit)
    return Atom(atom(page.data, address=str(request.url), base=str(request.base_url)))


@router.get("/{name}/stream", response_class=EventStream)
async def stream_alert(
    request: Request,
    graph: GraphOf,
    book: Book,
    name: AlertName,
    last_event_id: Annotated[str | None, Header(description="go on after this event")] = None,
) -> Response:
    """Follow the new statements of an alert as they are read: Server-Sent Events, for ever."""
    asked = book.get(name).asked
    start = moment(last_event_id) if last_event_id else datetime.now(UTC)
    await parameters(graph, asked)
    del request.state.tag
    pause = request.app.state.settings.stream_pause
    return EventStream(events(graph, asked, start, pause=pause), headers={"X-Accel-Buffering": "no"})


@router.get("/{name}/dead-letters", dependencies=ADMIN)
def list_dead_deliveries(request: Request, told: Told, name: AlertName) -> Page[DeadDelivery]:
    """List what an alert's webhook did not take, whole. Needs a key that opens administration."""
    del request.state.tag
    told.book.get(name)
    return Page[DeadDelivery](data=tuple(told.dead.all(name)), next_cursor=None)


@router.post("/{name}/dead-letters/retry", dependencies=ADMIN)
async def retry_dead_deliveries(told: Told, name: AlertName) -> Page[DeadDelivery]:
    """Send an alert's dead letters once more, the oldest first, until one is not taken; list what is left.

    Needs a key that opens administration.
    """
    told.book.get(name)
    return Page[DeadDelivery](data=tuple(await told.retry(told.dead.all(name))), next_cursor=None)


@router.delete("/{name}/dead-letters/{delivery}", status_code=204, dependencies=ADMIN)
def drop_dead_delivery(told: Told, name: AlertName, delivery: DeliveryId) -> None:
    """Forget a dead letter of an alert. Needs a key that opens administration."""
    told.book.get(name)
    for dead in told.dead.named([delivery], name):
        told.dead.drop(dead)
