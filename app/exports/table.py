"""Rows as flat tables: named, typed columns, the same for every row; what CSV, Excel and Parquet share."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

Row = TypeVar("Row")
Cell: TypeAlias = str | int | float | bool | date | datetime | None
Pages: TypeAlias = AsyncIterator[Sequence[Row]]


class Type(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name, the type of its cells, and how a row fills it."""

    name: str
    type: Type
    cell: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A flat view of rows: `name` becomes the file's name."""

    name: str
    columns: tuple[Column[Row], ...]

    @property
    def header(self) -> list[str]:
        """Return the names of the columns."""
        return [column.name for column in self.columns]

    def cells(self, row: Row) -> list[Cell]:
        """Return one row's cells, in the order of the columns."""
        return [column.cell(row) for column in self.columns]
