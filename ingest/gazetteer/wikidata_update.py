"""`gazetteer.d/wikidata.toml`: what Wikidata knows and we do not, laid over our rows like a user's own."""

import json
import tomllib
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from graph_schema.errors import InvalidGazetteer
from ingest.gazetteer.contradictions import check
from ingest.gazetteer.entries import PositionKind
from ingest.gazetteer.loading import FOLDER, assemble
from ingest.gazetteer.tables import Row, Rows, lay_over, read_tables
from ingest.gazetteer.wikidata import QueryService
from ingest.gazetteer.wikidata_changes import Change, Kind, changes
from ingest.gazetteer.wikidata_terms import ITEM, held_posts

NAME = "wikidata.toml"
KINDS = {PositionKind.HEAD_OF_STATE, PositionKind.HEAD_OF_GOVERNMENT, PositionKind.FOREIGN_MINISTER}
HEAD = """\
# Terms that Wikidata (CC0) states and the gazetteer lacks, written by `communique gazetteer update`, which
# writes them anew each time. Rows of your own belong in a file of your own: they are left alone.
"""


@dataclass(frozen=True, slots=True)
class Update:
    """What an update does.

    `news` differ from the last update's rows, `gone` are those that it had and this one has not, `differing`
    stay as we have them. `unknown` posts have no id in Wikidata. `contradictions` come new with the update.
    """

    news: tuple[Change, ...]
    gone: tuple[str, ...]
    differing: tuple[Change, ...]
    asked: int
    unknown: int
    contradictions: tuple[str, ...]


def update(service: QueryService, extra: Path, path: Path, ours: Path = FOLDER) -> Update:
    """Ask Wikidata for heads of state and government and foreign ministers, and write what is new to `path`.

    `extra` is the user's folder of gazetteer files, `ours` that of the tables. Raises SourceUnavailable and
    InvalidGazetteer, and then nothing is changed. The file is replaced whole, and only where its rows change.
    """
    tables = read_tables(ours, extra, but=NAME)
    posts = [key for key, row in tables["positions"].items() if row["kind"] in KINDS]
    known = [key for key in posts if ITEM.fullmatch(key)]
    shipped = read_tables(ours, None)["terms"]
    users = {key for key, row in tables["terms"].items() if shipped.get(key) != row}  # what they wrote stands
    found = [one for one in changes(tables, held_posts(service, known)) if _key(one.term) not in users]
    taken = [one for one in found if one.kind is not Kind.DIFFERS]
    old = {_key(row): row for row in _rows(path).get("terms", [])}
    new = {_key(one.term): one for one in taken}
    return Update(
        contradictions=_write(path, _toml(taken), tables),
        news=tuple(one for key, one in new.items() if old.get(key) != one.term),
        gone=tuple(_says(row) for key, row in old.items() if key not in new),
        differing=tuple(one for one in found if one.kind is Kind.DIFFERS),
        asked=len(known),
        unknown=len(posts) - len(known),
    )


def _write(path: Path, text: str, tables: dict[str, Rows]) -> tuple[str, ...]:
    """Replace the file where its rows are others; return what contradicts itself only with it."""
    part = path.with_name(path.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        part.write_text(text, "utf-8")
        before, after = set(check(assemble(tables))), deepcopy(tables)
        lay_over(after, part)
        contradictions = check(assemble(after))
        if _rows(part) != _rows(path):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return tuple(sentence for sentence in contradictions if sentence not in before)


def _rows(path: Path) -> dict[str, list[Row]]:
    """Return the rows of a file, none where there is no such file."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidGazetteer(f"{path.name} is not TOML: {error}") from error


def _toml(taken: list[Change]) -> str:
    people = {one.person["id"]: one.person for one in taken if one.person}
    tables = {"people": [people[key] for key in sorted(people)], "terms": [one.term for one in taken]}
    parts = [f"[[{table}]]\n{_fields(row)}" for table, rows in tables.items() for row in rows]
    return "\n".join([HEAD, *parts])


def _fields(row: Row) -> str:
    """Return a row in TOML; JSON's strings and lists are TOML's."""
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in row.items())


def _key(row: Row) -> str:
    return " ".join(row.get(name, "") for name in ("person", "position", "since"))


def _says(row: Row) -> str:
    until = f" until {row['until']}" if "until" in row else ""
    return f"{row['position']}: {row['person']} since {row.get('since') or 'an unknown day'}{until}"
