"""What the readouts of one event report, side by side."""

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel

from app.sides import Side, sides
from app.versions import Claim, aligned
from graph_schema.filters import StatementFilter
from graph_schema.occasions import EventDetail
from graph_schema.reads import find_statements
from graph_schema.reads.events import get_event
from graph_schema.store import Graph

MOST = 1000  # statements of one event


class SidedClaim(Claim):
    """A claim with the sides that report it (by their ids), and whether all sides of the event do."""

    sides: tuple[str, ...]
    on_all_sides: bool


class EventVersions(BaseModel):
    """What the articles of an event report, claim by claim; which of them are on one side, by publisher.

    `n` counts claims: all, those on all sides, and those on one side only (`only_US`).
    """

    event: EventDetail
    sides: list[Side]
    n: dict[str, int]
    claims: list[SidedClaim]


async def versions(graph: Graph, event: str) -> EventVersions:
    """Return what the articles of an event report; raises NotFound where there is no such event."""
    found = await get_event(graph, event)
    page = await find_statements(graph, StatementFilter(event=(event,)), limit=MOST)
    told = sides(found.reported_by)
    claims = [sided(claim, told) for claim in aligned(found.reported_by, page.data)]
    return EventVersions(event=found, sides=told, n=counted(claims, told), claims=claims)


def sided(claim: Claim, told: Sequence[Side]) -> SidedClaim:
    """Return a claim with the sides that report it."""
    on = tuple(side.id for side in told if {*side.articles} & {*claim.reported_by})
    return SidedClaim(**dict(claim), sides=on, on_all_sides=len(on) == len(told))


def counted(claims: Sequence[SidedClaim], told: Sequence[Side]) -> dict[str, int]:
    """Return how many claims are on all sides, and, where there are several, how many on each side only."""
    alone = Counter(claim.sides[0] for claim in claims if len(claim.sides) == 1)
    only = {f"only_{side.id}": alone[side.id] for side in told} if len(told) > 1 else {}
    return {"claims": len(claims), "on_all_sides": sum(claim.on_all_sides for claim in claims)} | only
