"""Feeds: the newest statements for any filter, for feed readers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf
from app.exports.atom import atom
from app.filters import FilterAsked
from app.listing import PAGE
from graph_schema.reads import find_statements


class Atom(Response):
    """A feed."""

    media_type = "application/atom+xml"


router = APIRouter(prefix="/feeds", tags=["files"])
LONGEST_FEED = 200


@router.get("/statements.atom", response_class=Atom)
async def feed_statements(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    limit: Annotated[int, Query(ge=1, le=LONGEST_FEED, description="how many entries")] = PAGE,
) -> Response:
    """Subscribe to the newest statements that match: an Atom feed.

    Example: `/v1/feeds/statements.atom?topic=ukraine-war`
    """
    page = await find_statements(graph, asked, limit=limit)
    feed = atom(page.data, address=str(request.url), base=str(request.base_url))
    return Atom(feed)
