"""Who said what, in columns: all that networks count, read once a version of the data and kept.

Two hundred thousand statements take six megabytes, and are counted in any way in the time in which an engine
looks at a tenth of them.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from graph_schema.identity import day_in
from graph_schema.reads.standing import get_standing_version
from graph_schema.store import Graph

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Codes: TypeAlias = npt.NDArray[np.int32]

PLACE, DOOR, BEGUN = "columns", "door to the columns", "columns begun"
NO_DAY = 0


@dataclass(frozen=True, slots=True)
class Who:
    """An actor with what makes it a person, an organization or of a country."""

    id: str
    name: str
    type: str
    iso: str | None


@dataclass(frozen=True, slots=True)
class Columns:
    """Arrays of one length, an entry for each actor of each statement.

    `actor` and `topic` are places in `actors` and `topics`, in which '' is no topic; `statement` and
    `article` are numbers from 0 on, one for each; `day` is as in `date.toordinal`, 0 where it is not known.
    Only `whole` columns have what is spoken on behalf of organizations.
    """

    version: int
    whole: bool
    actors: tuple[Who, ...]
    topics: tuple[str, ...]
    actor: Codes
    topic: Codes
    statement: Codes
    article: Codes
    day: Codes
    stance: npt.NDArray[np.int8]
    spoken: npt.NDArray[np.bool_]  # by the actor itself; else on its behalf


class Days(dict[str, int]):
    """Days by the first ten letters of a place in the list."""

    def __missing__(self, start: str) -> int:
        """Find a day once: there are few."""
        day = day_in(start)
        self[start] = number = day.toordinal() if day else NO_DAY
        return number


@dataclass(slots=True)
class Gathering:
    """Columns of one version of the data as they come, an actor at a time."""

    version: int
    actors: dict[str, tuple[int, Who]] = field(default_factory=dict)
    topics: defaultdict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))
    days: Days = field(default_factory=Days)
    parts: defaultdict[str, list[npt.NDArray[Any]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, row: dict[str, Any], spoken: bool) -> None:
        """Take in what an actor spoke, or what was spoken on its behalf."""
        import numpy as np

        size = len(row["places"])
        who = Who(row["id"], row["name"], row["type"], row["iso"])
        at, _ = self.actors.setdefault(who.id, (len(self.actors), who))
        # Ids as hashes of 64 bits, for which text would take ten times the memory: that any two of a million
        # are the same has odds of one in thirty million.
        found: dict[str, npt.NDArray[Any]] = {
            "actor": np.full(size, at, np.int32),
            "topic": np.fromiter(map(self.topics.__getitem__, row["topics"]), np.int32, size),
            "statement": np.fromiter(map(hash, row["places"]), np.int64, size),
            "article": np.fromiter(map(hash, row["articles"]), np.int64, size),
            "day": np.fromiter((self.days[place[:10]] for place in row["places"]), np.int32, size),
            "stance": np.array(row["stances"], np.int8),
            "spoken": np.full(size, spoken),
        }
        for name, part in found.items():
            self.parts[name].append(part)

    def columns(self, whole: bool) -> Columns:
        """Return all that was taken in."""
        import numpy as np

        joined = {name: np.concatenate(parts) for name, parts in self.parts.items()}
        if not joined:
            joined = dict.fromkeys(("actor", "topic", "statement", "article", "day"), np.zeros(0, np.int32))
            joined |= {"stance": np.zeros(0, np.int8), "spoken": np.zeros(0, bool)}
        for name in ("statement", "article"):
            joined[name] = np.unique(joined[name], return_inverse=True)[1].astype(np.int32)
        actors = tuple(who for _, who in self.actors.values())
        return Columns(self.version, whole, actors, tuple(self.topics), **joined)


async def get_columns(graph: Graph, *, whole: bool = False) -> Columns:
    """Return the columns as of the data's version; who asks while they are read waits for them."""
    version = await get_standing_version(graph)
    if (known := kept(graph, version, whole)) is not None:
        return known
    door = graph.memory.setdefault(DOOR, asyncio.Lock())
    assert isinstance(door, asyncio.Lock)
    async with door:
        if (known := kept(graph, version, whole)) is None:
            graph.memory[PLACE] = known = await read_columns(graph, version, whole)
    return known


async def are_at_hand(graph: Graph, *, whole: bool = False) -> bool:
    """Tell whether the columns as of the data's version need not be read."""
    return kept(graph, await get_standing_version(graph), whole) is not None


def kept(graph: Graph, version: int, whole: bool) -> Columns | None:
    """Return the columns that are kept where they are of this version, and whole where that is asked."""
    known = graph.memory.get(PLACE)
    fits = isinstance(known, Columns) and known.version == version and known.whole >= whole
    return known if fits else None  # type: ignore[return-value]


async def read_columns(graph: Graph, version: int, whole: bool) -> Columns:
    """Read the columns, of which this is the version, or the rest of them where they were begun.

    An actor at a time: their text is never held.
    """
    begun = graph.memory.pop(BEGUN, None)
    if not isinstance(begun, Gathering) or begun.version != version:
        begun = Gathering(version)
        async for row in graph.rows("columns/spoken_by"):
            begun.take(row, spoken=True)
    if whole:
        async for row in graph.rows("columns/on_behalf_of"):
            begun.take(row, spoken=False)
    else:
        graph.memory[BEGUN] = begun
    return begun.columns(whole)
