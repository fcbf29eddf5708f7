"""Documents as Discourse Network Analyzer keeps them: a `.dna` file, which is SQLite, read and never written.

Its offsets count as Java counts, in UTF-16; here they count characters. A boolean agreement is -1 or 1.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph_schema.errors import UnreadableArticle

LAST_OF_ONE_UNIT = 0xFFFF
DOCUMENTS = "SELECT ID, Title, Text, Author, Source, Section, Type, Date FROM DOCUMENTS ORDER BY ID"
STATEMENTS = """
SELECT s.ID AS id, s.DocumentId AS document, s.Start AS start, s.Stop AS stop, c.Name AS coder
FROM STATEMENTS s LEFT JOIN CODERS c ON c.ID = s.Coder ORDER BY s.DocumentId, s.Start, s.ID
"""
VALUES = """
SELECT d.StatementId AS statement, v.Variable AS name, e.Value AS value, v.DataType AS type
FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity
UNION ALL SELECT d.StatementId, v.Variable, d.Value, v.DataType
FROM DATALONGTEXT d JOIN VARIABLES v ON v.ID = d.VariableId
UNION ALL SELECT d.StatementId, v.Variable, d.Value, v.DataType
FROM DATAINTEGER d JOIN VARIABLES v ON v.ID = d.VariableId
UNION ALL SELECT d.StatementId, v.Variable, 2 * d.Value - 1, v.DataType
FROM DATABOOLEAN d JOIN VARIABLES v ON v.ID = d.VariableId
"""


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """What a coder marked: text[start:stop], and the value of each variable that has one."""

    id: str
    start: int
    stop: int
    coder: str
    values: Mapping[str, str]

    def value(self, name: str) -> str:
        """Return a variable's value, empty where it has none."""
        return self.values.get(name, "").strip()

    @property
    def stance(self) -> int:
        """Return the agreement as -1, 0 or 1; 0 where it has none."""
        try:
            number = float(self.value("agreement") or 0)
        except ValueError:
            return 0
        return (number > 0) - (number < 0)


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with all that was coded in it; `partial` where only the coded passages are known."""

    id: str
    title: str
    text: str
    author: str = ""
    source: str = ""
    section: str = ""
    type: str = ""
    published_at: datetime | None = None
    partial: bool = False
    statements: tuple[CodedStatement, ...] = field(default=())


def dna_documents(path: Path) -> list[CodedDocument]:
    """Return the documents of a `.dna` file; raises UnreadableArticle where it is none."""
    if not path.is_file():
        raise UnreadableArticle("there is no such file", file=str(path))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        return list(_documents(connection))
    except sqlite3.DatabaseError as error:
        raise UnreadableArticle(
            f"this is no file of Discourse Network Analyzer 3 ({error})", file=str(path)
        ) from error
    finally:
        connection.close()


def _documents(connection: sqlite3.Connection) -> Iterator[CodedDocument]:
    values: dict[int, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(VALUES):
        values[row["statement"]][row["name"]] = str(row["value"] or "" if row["value"] != 0 else 0)
    coded: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(STATEMENTS):
        coded[row["document"]].append(row)
    for row in connection.execute(DOCUMENTS):
        place = _places(row["Text"])
        yield CodedDocument(
            id=str(row["ID"]),
            title=row["Title"],
            text=row["Text"],
            author=row["Author"],
            source=row["Source"],
            section=row["Section"],
            type=row["Type"],
            published_at=datetime.fromtimestamp(row["Date"], UTC),
            statements=tuple(
                CodedStatement(
                    str(each["id"]),
                    place(each["start"]),
                    place(each["stop"]),
                    each["coder"] or "",
                    values[each["id"]],
                )
                for each in coded[row["ID"]]
            ),
        )


def _places(text: str) -> Callable[[int], int]:
    """Return what turns an offset that counts UTF-16 units into one that counts characters."""
    if all(ord(char) <= LAST_OF_ONE_UNIT for char in text):
        return int
    units = text.encode("utf-16-le")
    return lambda offset: len(units[: 2 * offset].decode("utf-16-le", "ignore"))
