"""Rows of the gazetteer's files: ours, a TSV file a table, and a user's, TOML files of `[[people]]` entries.

A user's rows add to ours; a row with the id of one of ours replaces the fields that it names.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph_schema.errors import InvalidGazetteer
from ingest.gazetteer.entries import Country, Lookalike, Organization, Person, Position, Term, Topic
from ingest.gazetteer.fields import build

Row = dict[str, Any]
Rows = dict[str, Row]

TABLES: dict[str, type] = {
    "countries": Country,
    "organizations": Organization,
    "people": Person,
    "positions": Position,
    "terms": Term,
    "topics": Topic,
    "lookalikes": Lookalike,
}


def read_tables(folder: Path, extra: Path | None, but: str = "") -> dict[str, Rows]:
    """Return every table's rows by key: those of the TSV files in `folder`, then a user's `extra`/*.toml.

    The user's file called `but` is left out.
    """
    tables = {table: _tsv_rows(folder / f"{table}.tsv", table) for table in TABLES}
    for path in sorted(extra.glob("*.toml")) if extra else ():
        if path.name != but:
            lay_over(tables, path)
    return tables


def lay_over(tables: dict[str, Rows], path: Path) -> None:
    """Lay the rows of a user's TOML file over tables; raises InvalidGazetteer, which names the row."""
    for table, place, row in _toml_rows(path):
        key = _key(row, table, place)
        tables[table][key] = {**tables[table].get(key, {}), **row}
        build(TABLES[table], tables[table][key], place)


def _tsv_rows(path: Path, table: str) -> Rows:
    header, *lines = path.read_text("utf-8").splitlines()
    columns = header.split("\t")
    rows: Rows = {}
    for number, line in enumerate(lines, start=2):
        cells, place = line.split("\t"), f"{path.name}, line {number}"
        if len(cells) != len(columns):
            raise InvalidGazetteer(f"{place}: {len(cells)} cells where the header has {len(columns)}")
        row = {column: cell for column, cell in zip(columns, cells, strict=True) if cell}
        key = _key(row, table, place)
        if key in rows:
            raise InvalidGazetteer(f"{place}: {key} has a row already")
        rows[key] = row
    return rows


def _toml_rows(path: Path) -> Iterator[tuple[str, str, Row]]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidGazetteer(f"{path.name} is not TOML: {error}") from error
    for table, rows in content.items():
        if table not in TABLES or not isinstance(rows, list):
            raise InvalidGazetteer(
                f"{path.name}: write [[name]] with one of {', '.join(TABLES)}, not {table}"
            )
        for number, row in enumerate(rows, start=1):
            yield table, f"{path.name}, [[{table}]] number {number}", row


def _key(row: Mapping[str, Any], table: str, place: str) -> str:
    """Return what a row is known by: its id, or person, position and first day of a term."""
    names = ("person", "position", "since") if table == "terms" else ("id",)
    if not row.get(names[0]):
        raise InvalidGazetteer(f"{place}: {names[0]} is missing")
    return " ".join(str(row.get(name, "")) for name in names)
