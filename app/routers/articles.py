"""Articles: the texts in which statements are written."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from app.articles import NewArticle, article_in
from app.dependencies import Day, GraphOf, Key, Words
from app.exports.columns import ARTICLES
from app.formats import LISTED
from app.listing import CutAsked, listed
from app.security import writer
from app.submissions import Job, submissions_of
from graph_schema.reads import find_articles, get_article
from graph_schema.views import ArticleDetail, ArticleRow, Page

router = APIRouter(prefix="/articles", tags=["articles"])
WRITER = [Depends(writer)]
ACCEPTED = {
    "description": "It is kept, and will be read",
    "headers": {"Location": {"description": "the job", "schema": {"type": "string"}}},
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": NewArticle.model_json_schema()}},
    }
}


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
    """Show one article with its text, and where each of its statements stands: `text[start:end]`.

    Example: `/v1/articles/{id}`
    """
    return await get_article(graph, id)


@router.post("", status_code=202, dependencies=WRITER, openapi_extra=BODY, responses={202: ACCEPTED})
async def submit_article(request: Request, response: Response) -> Job:
    """Hand in an article, or the address of one; a worker reads it later. Needs a key with scope `write`.

    The body is a row as of a `.jsonl` file, or only a `url`. The answer is a job that is safe on the disk;
    `Location` says where to ask how far it has come. The same article handed in again ends as `unchanged`;
    with the same `id` (or `url`) and other words it replaces what it said before. Fields that are not known
    are left alone.
    """
    job = await submissions_of(request).submit(await article_in(request))
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return job


@router.delete("/{id:path}", status_code=204, dependencies=WRITER)
async def remove_article(request: Request, graph: GraphOf, id: Key) -> None:  # noqa: A002
    """Take an article out, with everything that only it supported. Needs a key with scope `write`.

    Handed in again, it is as if it had never been away. 503 with `Retry-After` while a worker is busy.
    """
    await submissions_of(request).remove(graph, id)
