"""Articles: lists of them, and one of them with the places of its statements."""

from datetime import date

from graph_schema.store import Graph
from graph_schema.views import ArticleDetail, ArticleRow, Page


async def find_articles(
    graph: Graph,
    *,
    publisher: str | None = None,
    since: date | None = None,
    until: date | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[ArticleRow]:
    """Return articles by day of publication, newest first (unknown days last), then id."""
    raise NotImplementedError


async def get_article(graph: Graph, article: str) -> ArticleDetail:
    """Return the article of that id; raise NotFound where there is none."""
    raise NotImplementedError
