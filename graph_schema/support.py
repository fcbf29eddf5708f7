"""Which article supports what, worked out from a graph as it is exported without the service's own notes.

Taking an article out needs to know what only that article supported (see `rows.py`). An export without these
notes tells enough to make them again: an article is taken to say of the world what touches what it speaks of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph_schema.rows import MINTED

Note = tuple[str, ...]  # kind, start, end, and for HOLDS since and until
_TO_ACTORS = frozenset({"SPOKEN_BY", "VOICES", "ON_BEHALF_OF", "ADDRESSED_TO", "MENTIONS"})


def _many() -> defaultdict[str, list[Any]]:
    return defaultdict(list)


@dataclass(slots=True)
class Support:
    """What relationships tell, by their ends; fed with `add`, then asked."""

    articles: defaultdict[str, list[str]] = field(default_factory=_many)  # by statement
    statements: defaultdict[str, list[str]] = field(default_factory=_many)  # by article
    actors: defaultdict[str, list[str]] = field(default_factory=_many)  # by statement
    topics: defaultdict[str, list[str]] = field(default_factory=_many)  # by statement
    events: defaultdict[str, list[str]] = field(default_factory=_many)  # by article
    notes: defaultdict[str, list[Note]] = field(default_factory=_many)  # by the end that leads to them
    _counts: Counter[Note] = field(default_factory=Counter)
    _speakers: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, start: str, end: str, properties: dict[str, Any]) -> None:
        """Take in a relationship."""
        if kind == "REPORTED_IN":
            self.articles[start].append(end)
            self.statements[end].append(start)
        elif kind in _TO_ACTORS:
            self.actors[start].append(end)
        elif kind == "ABOUT":
            self.topics[start].append(end)
        elif kind == "REPORTS":
            self.events[start].append(end)
        elif kind in ("TOOK_PART_IN", "HOLDS", "WITHIN", "BROADER"):
            note = noted(kind, start, end, properties)
            self.notes[end if kind == "TOOK_PART_IN" else start].append(note)

    def settle(self) -> None:
        """Count what all articles say of the world, and choose by which article each new actor is known."""
        for article in sorted(self.statements.keys() | self.events.keys()):
            self._counts.update(self.background(article))
            for actor in self._touched(article):
                if actor.startswith(MINTED):
                    self._speakers.setdefault(actor, article)

    def background(self, article: str) -> list[Note]:
        """Return what an article says of the world, sorted."""
        met = [note for event in self.events[article] for note in self.notes.get(event, ())]
        actors = self._touched(article)
        held = [n for actor in actors for n in self.notes.get(actor, ()) if n[0] == "holds"]
        within = [n for position in {n[2] for n in held} for n in self.notes.get(position, ())]
        broader = self._climbed(t for s in self.statements[article] for t in self.topics[s])
        return sorted({*met, *held, *within, *broader})

    def count(self, note: Note) -> int:
        """Return how many articles say so; one where none is known to."""
        return self._counts[note] or 1

    def read_in(self, key: str) -> str | None:
        """Return by which article a statement, or an actor not in the gazetteer, is known: the first."""
        if key in self.articles:
            return min(self.articles[key])
        return self._speakers.get(key)

    def _touched(self, article: str) -> set[str]:
        met = {n[1] for event in self.events[article] for n in self.notes.get(event, ())}
        return met | {actor for s in self.statements[article] for actor in self.actors[s]}

    def _climbed(self, topics: Iterable[str]) -> Iterator[Note]:
        seen, waiting = set[str](), list(topics)
        while waiting:
            topic = waiting.pop()
            if topic not in seen:
                seen.add(topic)
                for note in self.notes.get(topic, ()):
                    yield note
                    waiting.append(note[2])


def noted(kind: str, start: str, end: str, properties: dict[str, Any]) -> Note:
    """Return a relationship as a note of what an article says of the world."""
    ends = (kind.lower(), start, end)
    return (*ends, properties.get("since", ""), properties.get("until", "")) if kind == "HOLDS" else ends
