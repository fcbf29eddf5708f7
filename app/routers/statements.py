"""Statements: who said what about which topic, to whom, when, and where it is written."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import GraphOf, Key, Moment
from app.exports.bibtex import bibtex
from app.exports.citations import citations
from app.exports.columns import REMOVED
from app.exports.csl import csl
from app.exports.jsonld import jsonld
from app.exports.ris import ris
from app.exports.turtle import turtle
from app.filters import FilterAsked
from app.formats import LISTED, offered
from app.listing import CutAsked, listed
from app.statement_lists import Order, OrderAsked, StatementPage, listed_statements
from graph_schema.reads import get_statement
from graph_schema.reads.asking import in_utc
from graph_schema.reads.removed import find_removed
from graph_schema.tombstones import RemovedRow
from graph_schema.views import Page, StatementDetail

router = APIRouter(prefix="/statements", tags=["statements"])


class Style(StrEnum):
    """In what form one statement is sent."""

    JSON = "json"
    JSONLD = "jsonld"
    TURTLE = "turtle"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"


STYLES = {
    Style.JSON: "application/json",
    Style.JSONLD: "application/ld+json",
    Style.TURTLE: "text/turtle",
    Style.BIBTEX: "application/x-bibtex",
    Style.RIS: "application/x-research-info-systems",
    Style.CSL: "application/vnd.citationstyles.csl+json",
}


@router.get("", response_model=StatementPage, responses=LISTED)
async def list_statements(
    request: Request,
    graph: GraphOf,
    asked: FilterAsked,
    cut: CutAsked,
    order: OrderAsked = Order.NEWEST,
) -> Response:
    """List statements, newest first: all filters can be combined.

    Give a filter several times to let any of its values do. Each row has the spans of its words in the
    articles that carry it.

    To keep a copy up to date, ask with `updated_since`, a little before your last request: `data` has what
    was read since, and after the last of it `removed` has the ids of what is gone since, with `removed_at`.
    Follow `next_cursor` to the end. Files, feeds and the stream have no place for what is gone:
    `/v1/statements/removed` lists it in every format.

    Example: `/v1/statements?speaker=Wang Yi&topic=ukraine-war`
    """
    return await listed_statements(request, graph, asked, cut, order)


@router.get("/removed", response_model=Page[RemovedRow], responses=LISTED)
async def list_removed_statements(
    request: Request,
    graph: GraphOf,
    cut: CutAsked,
    since: Annotated[Moment, Query(description="gone at this time or later")],
) -> Response:
    """List statements that are gone, the first gone first: no article carries them any more.

    Of each, the id and the time are kept. One that comes back, because its article was taken in again, is no
    longer listed.

    Example: `/v1/statements/removed?since=2023-08-07T00:00:00Z`
    """
    since = in_utc(since)
    return await listed(
        request, cut, REMOVED, lambda cursor, limit: find_removed(graph, since, cursor=cursor, limit=limit)
    )


@router.get("/{id}", response_model=StatementDetail, responses=offered(STYLES.values()))
async def get_one_statement(
    request: Request,
    graph: GraphOf,
    id: Key,  # noqa: A002 - the names of parameters are fixed
    format: Annotated[Style, Query(description="linked data, or a reference to cite")] = Style.JSON,  # noqa: A002
) -> Response:
    """Show everything that is known about one statement, or cite it.

    Speakers with the office held on that day and the words that name them, topics with the reasons for them,
    the occasion, and each article that carries it, with spans, prefix and suffix.

    Example: `/v1/statements/{id}?format=jsonld`
    """
    statement = await get_statement(graph, id)
    return Response(written(statement, format, str(request.base_url)), media_type=STYLES[format])


def written(statement: StatementDetail, style: Style, base: str) -> str:
    """Return a statement in the form asked for; `base` is the address of the service."""
    match style:
        case Style.JSON:
            return statement.model_dump_json()
        case Style.JSONLD:
            return jsonld(statement, base)
        case Style.TURTLE:
            return turtle(jsonld(statement, base))
        case Style.BIBTEX:
            return bibtex(citations(statement))
        case Style.RIS:
            return ris(citations(statement))
        case Style.CSL:
            return csl(citations(statement))
