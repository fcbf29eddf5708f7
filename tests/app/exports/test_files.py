"""Tables as files, read back by readers that we did not write."""

import csv
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from app.exports.parquet import parquet
from app.exports.separated import BOM, separated
from app.exports.table import Column, Pages, Table, Type
from app.exports.workbook import workbook

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Saying:
    words: str
    day: date | None
    at: datetime | None
    stance: int
    sure: float
    joint: bool


TABLE: Table[Saying] = Table(
    "sayings",
    (
        Column("words", Type.TEXT, lambda row: row.words),
        Column("day", Type.DATE, lambda row: row.day),
        Column("at", Type.TIME, lambda row: row.at),
        Column("stance", Type.INTEGER, lambda row: row.stance),
        Column("sure", Type.NUMBER, lambda row: row.sure),
        Column("joint", Type.BOOLEAN, lambda row: row.joint),
    ),
)
DAY, AT = date(2023, 8, 7), datetime(2023, 8, 7, 23, 4, tzinfo=UTC)
ROWS = [
    Saying('peace, "at last"\nfor all', DAY, AT, 1, 0.5, True),
    Saying("=HYPERLINK(1)", None, None, -1, 1.0, False),
    Saying("Erdoğan 王毅", DAY, AT, 0, 0.25, False),
]


async def pages(*given: Sequence[Saying]) -> Pages[Saying]:
    for page in given:
        yield page


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def test_csv_comes_back_as_it_went() -> None:
    data = await whole(separated(TABLE, pages(ROWS[:2], ROWS[2:])))
    header, *rows = csv.reader(StringIO(data.decode("utf-8"), newline=""))
    assert header == TABLE.header
    assert rows[0] == [ROWS[0].words, "2023-08-07", "2023-08-07T23:04:00+00:00", "1", "0.5", "true"]
    assert rows[1][1:3] == ["", ""]
    assert rows[2][0] == "Erdoğan 王毅"


async def test_csv_runs_no_formula_and_leaves_numbers_alone() -> None:
    data = await whole(separated(TABLE, pages(ROWS)))
    rows = list(csv.reader(StringIO(data.decode("utf-8"), newline="")))
    assert rows[2][0] == "'=HYPERLINK(1)"
    assert rows[2][3] == "-1"


async def test_csv_by_choice_with_a_mark_for_excel() -> None:
    assert (await whole(separated(TABLE, pages(ROWS), bom=True))).startswith(BOM)
    assert not (await whole(separated(TABLE, pages(ROWS)))).startswith(BOM)


async def test_parquet_keeps_types_and_values() -> None:
    table = pq.read_table(BytesIO(await whole(parquet(TABLE, pages(ROWS[:2], ROWS[2:])))))
    assert table.column("words").to_pylist() == [row.words for row in ROWS]
    assert table.column("day").to_pylist() == [DAY, None, DAY]
    assert table.column("at").to_pylist() == [AT, None, AT]
    assert [str(kind) for kind in table.schema.types[3:]] == ["int64", "double", "bool"]


async def test_parquet_is_sent_as_it_is_written() -> None:
    chunks = [chunk async for chunk in parquet(TABLE, pages(*[ROWS * 2000] * 3))]
    assert len([chunk for chunk in chunks if chunk]) > 1
    assert pq.read_table(BytesIO(b"".join(chunks))).num_rows == 18_000


@pytest.mark.parametrize("make", [separated, parquet, workbook])
async def test_no_rows_still_have_their_columns(make: object) -> None:
    data = await whole(make(TABLE, pages()))  # type: ignore[operator]
    assert data


async def test_a_workbook_has_text_dates_and_no_formulas() -> None:
    sheet = load_workbook(BytesIO(await whole(workbook(TABLE, pages(ROWS[:2], ROWS[2:]))))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == TABLE.header
    assert rows[1][0] == ROWS[0].words
    assert rows[1][1] == datetime(2023, 8, 7)
    assert rows[1][3:] == (1, 0.5, True)
    assert rows[2][0] == "=HYPERLINK(1)"
    assert sheet.cell(3, 1).data_type == "s"
