"""The stream of new statements."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse

from app.dependencies import GraphOf
from app.filters import FilterAsked
from app.news import events
from app.refusals import Fault, InvalidParameters
from graph_schema.reads.asking import parameters

router = APIRouter(prefix="/stream", tags=["files"])


class EventStream(StreamingResponse):
    """Server-Sent Events."""

    media_type = "text/event-stream"


@router.get("", response_class=EventStream)
async def stream_new_statements(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    last_event_id: Annotated[str | None, Header(description="go on after this event")] = None,
) -> Response:
    """Follow new statements that match, as they are read: Server-Sent Events, for ever.

    Each event is named `statement`; its data is one row as lists have it, its id the moment it was read. A
    reader that comes back with `Last-Event-ID` misses nothing; without it, the stream starts now, or at
    `updated_since`.
    """
    start = moment(last_event_id) if last_event_id else asked.updated_since or datetime.now(UTC)
    unbounded = asked.model_copy(update={"updated_since": None})
    await parameters(graph, unbounded)  # names that are not known are told before the stream begins
    del request.state.tag
    pause = request.app.state.settings.stream_pause
    return EventStream(events(graph, unbounded, start, pause=pause), headers={"X-Accel-Buffering": "no"})


def moment(event_id: str) -> datetime:
    """Return the moment that an event's id is."""
    try:
        found = datetime.fromisoformat(event_id)
    except ValueError:
        raise InvalidParameters(
            [Fault("Last-Event-ID", "this is no id of an event of this stream")]
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
