"""Topics: what is talked about, as a tree."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf, Name, Words
from app.exports.columns import TOPICS
from app.formats import LISTED
from app.listing import CutAsked, listed
from graph_schema.reads import find_topics, get_topic
from graph_schema.views import Page, TopicProfile, TopicRow

router = APIRouter(prefix="/topics", tags=["topics"])


@router.get("", response_model=Page[TopicRow], responses=LISTED)
async def list_topics(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    q: Annotated[Words | None, Query(description="part of a label or alias")] = None,
) -> Response:
    """List the topics with how many statements each has, alone and with its narrower topics.

    Example: `/v1/topics?q=ukraine`
    """
    topics = await find_topics(graph, q=q)

    async def page(cursor: str | None, limit: int) -> Page[TopicRow]:
        rest = [topic for topic in topics if cursor is None or topic.id > cursor]
        return Page[TopicRow](
            data=tuple(rest[:limit]), next_cursor=rest[limit - 1].id if len(rest) > limit else None
        )

    return await listed(request, cut, TOPICS, page)


@router.get("/{id}")
async def get_one_topic(graph: GraphOf, id: Name) -> TopicProfile:  # noqa: A002
    """Show one topic, by id or label: its place in the tree, counts, and who speaks most on it.

    Example: `/v1/topics/ukraine-war`
    """
    return await get_topic(graph, id)
