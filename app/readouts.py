"""What the readouts of one event report, side by side."""

from pydantic import BaseModel

from app.versions import Claim, aligned
from graph_schema.filters import StatementFilter
from graph_schema.occasions import EventDetail
from graph_schema.reads import find_statements
from graph_schema.reads.events import get_event
from graph_schema.store import Graph

MOST = 1000  # statements of one event


class EventVersions(BaseModel):
    """What the articles of an event report, claim by claim."""

    event: EventDetail
    claims: list[Claim]


async def versions(graph: Graph, event: str) -> EventVersions:
    """Return what the articles of an event report; raises NotFound where there is no such event."""
    found = await get_event(graph, event)
    page = await find_statements(graph, StatementFilter(event=(event,)), limit=MOST)
    return EventVersions(event=found, claims=aligned(found.reported_by, page.data))
