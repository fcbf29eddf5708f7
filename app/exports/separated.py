"""CSV (RFC 4180, UTF-8): what pandas, DuckDB, R and spreadsheets read by address."""

import csv
from collections.abc import AsyncIterator, Iterable
from datetime import date
from io import StringIO

from app.exports.table import Cell, Pages, Row, Table

BOM = b"\xef\xbb\xbf"
# Spreadsheets run a cell that begins so as a formula; an apostrophe makes it text (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def separated(
    table: Table[Row], pages: Pages[Row], *, separator: str = ",", bom: bool = False
) -> AsyncIterator[bytes]:
    """Yield a table as CSV, page by page; `bom` marks it as UTF-8 for Excel."""
    yield (BOM if bom else b"") + lines([table.header], separator)
    async for page in pages:
        yield lines((table.cells(row) for row in page), separator)


def lines(rows: Iterable[Iterable[Cell]], separator: str = ",") -> bytes:
    """Return rows as CSV lines."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=separator)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8", "replace")


def harmless(cell: Cell) -> Cell:
    """Return a cell as CSV shows it, and so that no spreadsheet runs it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
