"""The fields of an entry, read from cells of a table or values of a TOML file."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Any, TypeVar

from graph_schema.errors import InvalidGazetteer
from ingest.gazetteer.entries import Names, PositionKind

Reader = Callable[[Any], Any]
Entry = TypeVar("Entry")


def build(entry: type[Entry], row: Mapping[str, Any], place: str) -> Entry:
    """Return a row as an entry; raises InvalidGazetteer where a field is unknown, missing or malformed."""
    readers, required = _fields(entry)  # type: ignore[arg-type]  # classes are hashable
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name not in readers:
            raise InvalidGazetteer(f"{place}: there is no field {name}, only {', '.join(readers)}")
        try:
            values[name] = readers[name](value)
        except (TypeError, ValueError, LookupError) as error:
            raise InvalidGazetteer(f"{place}: {value!r} is no {name}") from error
    missing = required.difference(name for name, value in values.items() if value)
    if missing:
        raise InvalidGazetteer(f"{place}: {', '.join(sorted(missing))} is missing")
    return entry(**values)


@cache
def _fields(entry: type[Any]) -> tuple[dict[str, Reader], frozenset[str]]:
    readers = {f.name: _READERS.get(f.name) or _READERS.get(f.type, _text) for f in fields(entry)}
    required = frozenset(f.name for f in fields(entry) if f.default is MISSING)
    return readers, required


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value.strip()


def _names(value: Any) -> Names:
    if isinstance(value, str):
        return tuple(value.split("|"))
    return tuple(_text(item) for item in value)


def _flag(value: Any) -> bool:
    return {True: True, False: False, "1": True, "0": False}[value]


def _since(value: Any) -> date:
    """Return the first day of a year, a month or a day."""
    year, month, day = _date_parts(value)
    return date(year, month or 1, day or 1)


def _until(value: Any) -> date:
    """Return the last day of a year, a month or a day."""
    year, month, day = _date_parts(value)
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _date_parts(value: Any) -> tuple[int, int, int]:
    """Return year, month and day of 2023, 2023-08 or 2023-08-07, zero where they are not given."""
    parts = [int(part) for part in str(value).split("-")]
    year, month, day = parts + [0] * (3 - len(parts))
    return year, month, day


_READERS: dict[Any, Reader] = {
    "since": _since,
    "until": _until,
    Names: _names,
    bool: _flag,
    PositionKind: PositionKind,
}
