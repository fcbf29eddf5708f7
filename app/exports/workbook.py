"""Excel workbooks (.xlsx): one sheet, a frozen header, real dates, no formulas."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from anyio import to_thread
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from app.exports.table import Cell, Pages, Row, Table

# A sheet has 1,048,576 rows; the last says that the rest is missing.
LAST_ROW = 1_048_575
CHUNK = 1 << 16
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "remove_timezone": True,
    "default_date_format": "yyyy-mm-dd",
}


async def workbook(table: Table[Row], pages: Pages[Row]) -> AsyncIterator[bytes]:
    """Yield a table as an Excel workbook: rows go to disk as they come, the file follows when it is whole."""
    with SpooledTemporaryFile(max_size=1 << 20) as file:
        book = Workbook(file, OPTIONS)
        sheet = book.add_worksheet(table.name[:31])
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.header, book.add_format({"bold": True}))
        row = 1
        async for page in pages:
            row = await to_thread.run_sync(write, sheet, table, page, row)
        await to_thread.run_sync(book.close)
        async for chunk in chunks(file):
            yield chunk


def write(sheet: Worksheet, table: Table[Row], page: Sequence[Row], first: int) -> int:
    """Write a page of rows below the others; return the number of the next row."""
    for number, row in enumerate(page[: LAST_ROW - first], start=first):
        for column, cell in enumerate(table.cells(row)):
            put(sheet, number, column, cell)
    if first <= LAST_ROW < first + len(page):
        sheet.write_string(LAST_ROW, 0, "An Excel sheet ends here; CSV and Parquet have all rows.")
    return first + len(page)


def put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Write one cell as what it is."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, datetime):
        sheet.write_string(row, column, cell.isoformat())
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


async def chunks(file: IO[bytes]) -> AsyncIterator[bytes]:
    """Yield a file from its beginning, piece by piece."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk
