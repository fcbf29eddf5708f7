"""A graph from its JSON lines (see `exporting.py`): everything is checked before anything is written."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any

from graph_schema.cypher import names
from graph_schema.errors import GraphNotEmpty, InvalidExport
from graph_schema.exporting import KINDS
from graph_schema.identity import place_in_list
from graph_schema.rows import BACKGROUND, MINTED, Row
from graph_schema.store import Graph, Transaction
from graph_schema.support import Support, noted

BATCH, CLEARED = 500, 2_000
_ACTORS = {"person": "persons", "organization": "organizations", "country": "countries"}
_DAYS = frozenset({"said_on", "starts_on"})
_WRITABLE = frozenset(name.removeprefix("write/") for name in names() if name.startswith("write/"))

Lines = Callable[[], Iterable[str]]  # the lines from the first one, each time it is called


@dataclass(frozen=True, slots=True)
class Size:
    """How many nodes and relationships were written."""

    nodes: int = 0
    relationships: int = 0


async def is_empty(graph: Graph) -> bool:
    """Tell whether the graph holds nothing."""
    return not any([await graph.read(f"export/{plural}", after="", limit=1) for plural in KINDS.values()])


async def import_lines(
    graph: Graph, lines: Lines, *, replace: bool = False, advance: Callable[[int], None] = lambda _: None
) -> Size:
    """Write a whole graph; `advance` is told how many lines more are written.

    Raises InvalidExport, before anything is written, for lines that are no export, and GraphNotEmpty where
    the graph holds something that is not to be replaced. An interrupted import leaves a part of the graph:
    import again with `replace`.
    """
    support = surveyed(lines())
    if not await is_empty(graph):
        if not replace:
            raise GraphNotEmpty(
                "the graph is not empty: give --replace to put this in the place of all it holds"
            )
        await clear(graph)
    nodes = relationships = 0
    for query, rows in batches(lines(), support):
        await graph.write(_writing(query, rows))
        advance(len(rows))
        is_node = "start" not in rows[0]
        nodes, relationships = nodes + is_node * len(rows), relationships + (not is_node) * len(rows)
    return Size(nodes, relationships)


async def clear(graph: Graph) -> None:
    """Take everything out of the graph."""

    async def work(transaction: Transaction) -> int:
        await transaction.run("meta/bump_data_version")
        return int((await transaction.run("replace/clear", limit=CLEARED))[0]["n"])

    while await graph.write(work):
        pass


def surveyed(lines: Iterable[str]) -> Support:
    """Return what supports what; raises InvalidExport for the first line that cannot be written."""
    support, known = Support(), set[str]()
    for number, text in enumerate(lines, start=1):
        line = _parsed(text, number)
        if "node" in line:
            known.add(line["id"])
            continue
        for end in (line["start"], line["end"]):
            if end not in known:
                raise InvalidExport(f"line {number}: no node before it is {end!r}; is the file whole?")
        support.add(line["relationship"], line["start"], line["end"], line["properties"])
    support.settle()
    return support


def batches(lines: Iterable[str], support: Support) -> Iterator[tuple[str, list[Row]]]:
    """Yield rows with the name of the query that writes them."""
    made = (_row(_parsed(text, number), support) for number, text in enumerate(lines, start=1))
    for query, rows in groupby(made, key=lambda each: each[0]):
        while batch := [row for _, row in islice(rows, BATCH)]:
            yield query, batch


def _parsed(text: str, number: int) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except ValueError:
        line = None
    if not isinstance(line, dict) or not _is_known(line):
        raise InvalidExport(f"line {number} is not a node or relationship that this program knows")
    return line


def _is_known(line: dict[str, Any]) -> bool:
    needed = ("node", "id") if "node" in line else ("relationship", "start", "end")
    if not all(isinstance(line.get(key), str) for key in needed):
        return False
    known = line["node"] in KINDS if "node" in line else line["relationship"].lower() in _WRITABLE
    return known and isinstance(line.get("properties"), dict)


def _row(line: dict[str, Any], support: Support) -> tuple[str, Row]:
    properties = {name: _typed(name, value) for name, value in line["properties"].items()}
    if "node" in line:
        return _node(line["node"], line["id"], properties, support)
    kind, ends = line["relationship"], {"start": line["start"], "end": line["end"]}
    if kind.lower() in BACKGROUND:
        note = noted(kind, line["start"], line["end"], properties)
        counted = {"articles": properties.get("articles", support.count(note))}
        return kind.lower(), ends | dict(zip(("since", "until"), note[3:], strict=False)) | counted
    return kind.lower(), ends | {"properties": properties}


def _node(label: str, key: str, properties: dict[str, Any], support: Support) -> tuple[str, Row]:
    kept: dict[str, Any] = {"id": key}
    if label == "Article":
        notes = [json.dumps(note) for note in support.background(key)]
        kept |= {"place": place_in_list(properties.get("published_at"), key), "background": notes}
    elif label == "Statement":
        kept |= {"place": place_in_list(properties.get("said_on"), key), "read_in": support.read_in(key)}
    elif label == "Actor" and key.startswith(MINTED):
        kept |= {"read_in": support.read_in(key)}
    query = _ACTORS[properties["type"]] if label == "Actor" else KINDS[label]
    return query, {"id": key, "properties": kept | properties}


def _typed(name: str, value: Any) -> Any:
    if name in _DAYS:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if name.endswith("_at") and isinstance(value, str) else value


def _writing(query: str, rows: list[Row]) -> Callable[[Transaction], Any]:
    async def work(transaction: Transaction) -> None:
        await transaction.run("meta/bump_data_version")
        await transaction.run(f"write/{query}", rows=rows)

    return work
