"""Event lists of Discourse Network Analyzer: CSV, a row a statement, as it writes them and as we do.

A list has the coded passages and not the documents; a document's text is then its passages, one a paragraph.
Rows of one statement (a joint one has several speakers) share its id.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from graph_schema.errors import UnreadableArticle
from ingest.given.dna import CodedDocument, CodedStatement

NEEDED = ("statement_id", "time", "text", "coder", "document_id", "document_title")
ABOUT_DOCUMENT = ("author", "source", "section", "type")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what our own exports put an apostrophe before
Row = Mapping[str, str]


def event_list(path: Path) -> list[CodedDocument]:
    """Return the documents of an event list; raises UnreadableArticle, which names the line."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableArticle(f"this cannot be read as UTF-8 text ({error})", file=str(path)) from error
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True)
    documents: dict[str, list[Row]] = defaultdict(list)
    try:
        missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise UnreadableArticle(
                f"an event list has the columns {', '.join(missing)} too, separated by ;", file=str(path)
            )
        for row in rows:
            cells = {name: harmed(cell or "") for name, cell in row.items() if isinstance(name, str)}
            documents[cells["document_id"]].append(cells | {"line": str(rows.line_num)})
    except csv.Error as error:
        raise UnreadableArticle(str(error), file=str(path), line=rows.line_num) from error
    return [document(key, found, str(path)) for key, found in documents.items()]


def harmed(cell: str) -> str:
    """Return a cell as it was before an export made it harmless to spreadsheets."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def document(key: str, rows: Sequence[Row], file: str) -> CodedDocument:
    """Return one document of an event list."""
    boolean = all(row["statement_id"].isdigit() and row.get("agreement") in {"0", "1", ""} for row in rows)
    passages = list(dict.fromkeys(row["text"] for row in sorted(rows, key=position) if row["text"]))
    text = "\n\n".join(passages)
    starts, at = {}, 0
    for passage in passages:
        starts[passage] = at
        at += len(passage) + 2
    first = rows[0]
    return CodedDocument(
        id=key,
        title=first["document_title"],
        text=text,
        published_at=moment(first["time"], file, int(first["line"])),
        partial=True,
        statements=tuple(
            statement(row, starts[row["text"]], boolean) for row in rows if row["text"] in starts
        ),
        **{name: first.get(f"document_{name}", "") for name in ABOUT_DOCUMENT},
    )


def statement(row: Row, start: int, boolean: bool) -> CodedStatement:
    """Return one row as a statement; all columns that are none of the list's own are variables."""
    values = dict(row)
    if boolean and values.get("agreement"):
        values["agreement"] = "1" if values["agreement"] == "1" else "-1"
    return CodedStatement(row["statement_id"], start, start + len(row["text"]), row["coder"], values)


def position(row: Row) -> int:
    """Return where a row's passage begins in its document, as far as the list tells."""
    given = row.get("start_position", "")
    return int(given) if given.isdigit() else 0


def moment(time: str, file: str, line: int) -> datetime | None:
    """Return a row's time."""
    try:
        return datetime.fromisoformat(time).replace(tzinfo=UTC) if time else None
    except ValueError as error:
        raise UnreadableArticle(f"{time!r} is no time", file=file, line=line) from error
