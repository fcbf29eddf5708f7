"""A list as it is sent: a page of JSON, or all of it as a file that streams."""

from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass
from typing import Annotated, Protocol, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from app.exports.lines import json_lines
from app.exports.separated import separated
from app.exports.table import Pages, Table
from app.exports.workbook import workbook
from app.formats import MEDIA_TYPES, Format, FormatAsked, accepted
from graph_schema import cursors
from graph_schema.views import Page

Row = TypeVar("Row", bound=BaseModel)
PAGE, LONGEST_PAGE = 50, 1000
SENT_PAGE = 500  # rows of a whole list that are held at once
LONGEST_WHOLE = 10_000  # rows of a list that is counted in one go


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list is asked for, and in which format; without a limit, a file has all of it."""

    format: Format
    limit: int | None
    cursor: str | None
    bom: bool


async def cut(
    request: Request,
    format: FormatAsked = None,  # noqa: A002 - the parameter's name is fixed
    limit: Annotated[
        int | None,
        Query(ge=1, le=LONGEST_PAGE, description=f"rows of a page; else {PAGE}, and a file has all"),
    ] = None,
    cursor: Annotated[str | None, Query(min_length=1, description="`next_cursor` of the page before")] = None,
    bom: Annotated[bool, Query(description="mark CSV as UTF-8, for Excel")] = False,
) -> Cut:
    """Return what the parameters ask for."""
    return Cut(format or accepted(request.headers.get("accept", "")), limit, cursor, bom)


CutAsked = Annotated[Cut, Depends(cut)]


class Fetch(Protocol[Row]):
    """Gives the page after a cursor, of at most so many rows."""

    def __call__(self, cursor: str | None, limit: int) -> Awaitable[Page[Row]]:
        """Return the page."""
        ...


async def listed(
    request: Request, cut: Cut, table: Table[Row], fetch: Fetch[Row], page_size: int = PAGE
) -> Response:
    """Return a list in the format asked for; `fetch` gives the page after a cursor."""
    if cut.format is Format.JSON:
        page = await fetch(cut.cursor, cut.limit or page_size)
        return Response(page.model_dump_json(), headers=link(request, page), media_type="application/json")
    first = await fetch(cut.cursor, cut.limit or SENT_PAGE)
    pages = only(first.data) if cut.limit else onward(first, fetch)
    headers = link(request, first) if cut.limit else {}
    headers["Content-Disposition"] = f'attachment; filename="{table.name}.{cut.format}"'
    return StreamingResponse(file(table, pages, cut), headers=headers, media_type=MEDIA_TYPES[cut.format])


def file(table: Table[Row], pages: Pages[Row], cut: Cut) -> AsyncIterator[bytes]:
    """Return the bytes of a list as a file, as they come."""
    match cut.format:
        case Format.CSV:
            return separated(table, pages, bom=cut.bom)
        case Format.XLSX:
            return workbook(table, pages)
        case Format.PARQUET:
            # Not at the top: pyarrow takes 35 MB, for this format only.
            from app.exports.parquet import parquet

            return parquet(table, pages)
        case _:
            return json_lines(pages)


def link(request: Request, page: Page[Row]) -> dict[str, str]:
    """Return the header that leads to the next page, where there is one (RFC 8288)."""
    if page.next_cursor is None:
        return {}
    return {"Link": f'<{request.url.include_query_params(cursor=page.next_cursor)}>; rel="next"'}


async def listed_whole(
    request: Request, cut: Cut, table: Table[Row], rows: Sequence[Row], page_size: int = PAGE
) -> Response:
    """Return a short list that is known as a whole; its cursors count rows."""

    async def fetch(cursor: str | None, limit: int) -> Page[Row]:
        (start,) = cursors.decode(table.name, cursor, int) if cursor else [0]
        assert isinstance(start, int)
        end = max(start, 0) + limit
        more = cursors.encode(table.name, [end]) if end < len(rows) else None
        return Page[Row](data=tuple(rows[end - limit : end]), next_cursor=more)

    return await listed(request, cut, table, fetch, page_size)


async def only(rows: Sequence[Row]) -> Pages[Row]:
    """Yield one page."""
    yield rows


async def onward(page: Page[Row], fetch: Fetch[Row]) -> Pages[Row]:
    """Yield a page and all pages after it."""
    yield page.data
    while page.next_cursor is not None:
        page = await fetch(page.next_cursor, SENT_PAGE)
        yield page.data
