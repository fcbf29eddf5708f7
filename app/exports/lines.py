"""JSON Lines: whole rows, one a line, as the JSON lists have them."""

from collections.abc import AsyncIterator

from pydantic import BaseModel

from app.exports.table import Pages


async def json_lines(pages: Pages[BaseModel]) -> AsyncIterator[bytes]:
    """Yield rows as JSON Lines, page by page."""
    async for page in pages:
        yield "".join(f"{row.model_dump_json()}\n" for row in page).encode()
