"""Exports for one kind of tool."""

from functools import partial

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from app.dependencies import GraphOf
from app.exports.dna import EVENTS, coded
from app.exports.separated import separated
from app.filters import FilterAsked
from app.listing import LONGEST_PAGE, onward
from graph_schema.reads import find_statements


class Csv(StreamingResponse):
    """A table as CSV."""

    media_type = "text/csv"


router = APIRouter(prefix="/exports", tags=["files"])


@router.get("/dna.csv", response_class=Csv)
async def export_dna_events(graph: GraphOf, asked: FilterAsked) -> Response:
    """Download the statements that match as the event list of Discourse Network Analyzer.

    One row a speaker; the main topic is the concept, the stance (-1, 0, 1) the agreement.

    Example: `/v1/exports/dna.csv?since=2023-01-01`
    """
    find = partial(find_statements, graph, asked)
    first = await find(cursor=None, limit=LONGEST_PAGE)
    pages = onward(first, lambda cursor, limit: find(cursor=cursor, limit=limit))
    return Csv(
        separated(EVENTS, coded(pages), separator=";"),
        headers={"Content-Disposition": 'attachment; filename="dna.csv"'},
    )
