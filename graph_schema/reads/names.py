"""Names to ids: what readers call actors and topics, found without guessing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from graph_schema.errors import AmbiguousName, UnknownName
from graph_schema.identity import fold
from graph_schema.reads.standing import get_standing_version
from graph_schema.store import Graph, Rows

NEAREST, LIKENESS = 3, 60.0

# How a thing may be called, the surest way first; the first way that anything answers to decides.
NAME, ALIAS, WEAK_ALIAS, FIRST_OR_LAST = range(4)


@dataclass(slots=True)
class NameBook:
    """All names of one kind of thing, folded, as of one version of the data."""

    kind: str
    version: int
    labels: dict[str, str] = field(default_factory=dict)
    ways: tuple[dict[str, set[str]], ...] = field(
        default_factory=lambda: tuple(defaultdict(set) for _ in range(4))
    )

    def add(self, key: str, name: str, aliases: Iterable[str], weak: Iterable[str], surname: bool) -> None:
        """Take in a thing with its names; a person may also be called by the first or last of them."""
        self.labels[key] = name
        words = fold(name).split() if surname else []
        for way, names in enumerate(([name], aliases, weak, [*words[:1], *words[-1:]])):
            for called in names:
                self.ways[way][fold(called)].add(key)

    def find(self, name: str) -> str:
        """Return the id of what answers to the name; raise AmbiguousName or UnknownName."""
        if name in self.labels:
            return name
        for way in self.ways:
            found = sorted(way.get(fold(name), ()))
            if len(found) == 1:
                return found[0]
            if found:
                raise AmbiguousName(self.kind, name, [(key, self.labels[key]) for key in found])
        raise UnknownName(self.kind, name, self.nearest(name))

    def nearest(self, name: str) -> list[str]:
        """Return the names most like it."""
        folded = {key: fold(label) for key, label in self.labels.items()}
        found = process.extract(fold(name), folded, scorer=fuzz.WRatio, limit=NEAREST, score_cutoff=LIKENESS)
        return [self.labels[key] for _, _, key in found]

    def containing(self, words: str) -> Iterator[str]:
        """Yield the ids of all that have a name or alias in which these words stand."""
        part = fold(words)
        yield from sorted(
            {key for way in self.ways[:3] for name, keys in way.items() if part in name for key in keys}
        )


async def resolve_actor(graph: Graph, name: str) -> str:
    """Return the id of the actor with that id, name, alias or slug ("wang-yi").

    Raises AmbiguousName with the candidates where several answer to it, UnknownName with the nearest where
    nobody does.
    """
    return (await name_book(graph, "actor")).find(name)


async def resolve_topic(graph: Graph, name: str) -> str:
    """Return the id of the topic with that id, label, alias or slug; raises as `resolve_actor` does."""
    return (await name_book(graph, "topic")).find(name)


async def resolve_position(graph: Graph, name: str) -> str:
    """Return the id of the position with that id, name or slug; raises as `resolve_actor` does."""
    return (await name_book(graph, "position")).find(name)


async def name_book(graph: Graph, kind: str) -> NameBook:
    """Return all names of actors, topics or positions; kept with the graph until the data changes."""
    version = await get_standing_version(graph)
    known = graph.memory.get(f"names of {kind}s")
    if isinstance(known, NameBook) and known.version == version:
        return known
    book = NameBook(kind, version)
    rows: Rows = await graph.read(f"names/{kind}s")
    for row in rows:
        weak = row.get("weak_aliases") or ()
        book.add(row["id"], row["name"], row["aliases"] or (), weak, row.get("type") == "person")
    graph.memory[f"names of {kind}s"] = book
    return book
