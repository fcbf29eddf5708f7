"""Topics: what is talked about, as a tree."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf, Name, Words
from app.exports.columns import SPEAKERS, TOPICS
from app.filters import TopiclessFilterAsked
from app.formats import LISTED
from app.listing import LONGEST_WHOLE, CutAsked, listed_whole
from app.statement_lists import Order, OrderAsked, StatementPage, listed_statements
from graph_schema.reads import find_topics, get_topic
from graph_schema.reads.tallies import count_speakers
from graph_schema.tallies import SpeakerStances
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
    return await listed_whole(request, cut, TOPICS, await find_topics(graph, q=q))


@router.get("/{id}")
async def get_one_topic(graph: GraphOf, id: Name) -> TopicProfile:  # noqa: A002
    """Show one topic, by id or label: its place in the tree, counts, and who speaks most on it.

    Example: `/v1/topics/ukraine-war`
    """
    return await get_topic(graph, id)


@router.get("/{id}/statements", response_model=StatementPage, responses=LISTED)
async def list_statements_on_topic(
    request: Request,
    graph: GraphOf,
    id: Name,  # noqa: A002
    asked: TopiclessFilterAsked,
    cut: CutAsked,
    order: OrderAsked = Order.NEWEST,
) -> Response:
    """List the statements on a topic and its narrower ones; all other filters can be added.

    Example: `/v1/topics/ukraine-war/statements?act=AGREE`
    """
    own = asked.model_copy(update={"topic": (id,)})
    return await listed_statements(request, graph, own, cut, order)


@router.get("/{id}/speakers", response_model=Page[SpeakerStances], responses=LISTED)
async def list_speakers_on_topic(
    request: Request,
    graph: GraphOf,
    id: Name,  # noqa: A002
    asked: TopiclessFilterAsked,
    cut: CutAsked,
) -> Response:
    """List who speaks on a topic, the most frequent first, and how often in favour and against.

    Example: `/v1/topics/ukraine-war/speakers`
    """
    rows = await count_speakers(graph, asked.model_copy(update={"topic": (id,)}), LONGEST_WHOLE)
    return await listed_whole(request, cut, SPEAKERS, rows)
