"""Articles: the texts in which statements are written."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Day, GraphOf, Key, Words
from app.exports.columns import ARTICLES
from app.formats import LISTED
from app.listing import CutAsked, listed
from graph_schema.reads import find_articles, get_article
from graph_schema.views import ArticleDetail, ArticleRow, Page

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get("", response_model=Page[ArticleRow], responses=LISTED)
async def list_articles(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    publisher: Annotated[Words | None, Query(description="who published it, as written")] = None,
    since: Annotated[Day | None, Query(description="published on this day or later")] = None,
    until: Annotated[Day | None, Query(description="published on this day or earlier")] = None,
) -> Response:
    """List articles, the latest published first; articles without a day come last.

    Example: `/v1/articles?limit=5`
    """
    find = partial(find_articles, graph, publisher=publisher, since=since, until=until)
    return await listed(request, cut, ARTICLES, lambda cursor, limit: find(cursor=cursor, limit=limit))


@router.get("/{id:path}")
async def get_one_article(graph: GraphOf, id: Key) -> ArticleDetail:  # noqa: A002
    """Show one article with its text, and where each of its statements stands: `text[start:end]`."""
    return await get_article(graph, id)
