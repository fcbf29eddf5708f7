"""The queries in `queries/`, loaded by name: one a file, with its purpose and typed parameters on top.

// What it answers, in one or more lines.
// $speaker: list[str]
// $since: date | null
MATCH ...
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

_PARAMETER = re.compile(r"^\$(\w+): (.+)$")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "str": str,
    "int": int,
    "float": (int, float),
    "bool": bool,
    "date": date,
    "datetime": datetime,
    "map": dict,
    "null": type(None),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A query with its purpose and the types of its parameters."""

    name: str
    purpose: str
    types: Mapping[str, str]
    text: str

    def check(self, parameters: Mapping[str, Any]) -> None:
        """Raise TypeError where a parameter is missing, unknown or of another type than declared."""
        if parameters.keys() != self.types.keys():
            odd = ", ".join(sorted(parameters.keys() ^ self.types.keys()))
            raise TypeError(f"query {self.name} has other parameters than given: {odd}")
        for name, value in parameters.items():
            if not any(_is(value, kind) for kind in self.types[name].split(" | ")):
                raise TypeError(f"query {self.name}: ${name} is {value!r}, not {self.types[name]}")


@cache
def load(name: str) -> Query:
    """Return the query of that name, the path below `queries/` without ending."""
    lines = files("graph_schema").joinpath("queries", f"{name}.cypher").read_text("utf-8").splitlines()
    head = [line.removeprefix("//").strip() for line in lines if line.startswith("//")]
    types = {match[1]: match[2] for line in head if (match := _PARAMETER.match(line))}
    return Query(
        name=name,
        purpose=" ".join(line for line in head if not _PARAMETER.match(line)),
        types=types,
        text="\n".join(line for line in lines if not line.startswith("//")).strip(),
    )


def names() -> tuple[str, ...]:
    """Return the names of all queries, sorted."""
    root = files("graph_schema").joinpath("queries")
    return tuple(sorted(_names(root, "")))


def _names(folder: Any, prefix: str) -> list[str]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _names(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".cypher"):
            found.append(prefix + entry.name.removesuffix(".cypher"))
    return found


def _is(value: Any, kind: str) -> bool:
    if kind.startswith("list["):
        return isinstance(value, list | tuple) and all(_is(item, kind[5:-1]) for item in value)
    return isinstance(value, _TYPES[kind])
