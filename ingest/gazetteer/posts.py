"""Posts and who holds them: the foreign minister of China on a day, the posts of a person on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from ingest.gazetteer.entries import Position, PositionKind, Term
from ingest.gazetteer.words import fold


class Posts:
    """Positions by title and by kind, their holders by day, the positions of a person by day.

    Where a day is asked for, None means whenever. Handover days belong to both; the newer comes first.
    """

    def __init__(self, positions: Iterable[Position], terms: Iterable[Term]) -> None:
        self.by_id = {position.id: position for position in positions}
        self.terms = tuple(terms)
        self._titled: dict[tuple[str, str], list[Position]] = defaultdict(list)
        self._of_kind: dict[tuple[PositionKind, str], list[Position]] = defaultdict(list)
        self._terms_in: dict[str, list[Term]] = defaultdict(list)
        self._terms_of: dict[str, list[Term]] = defaultdict(list)
        for position in self.by_id.values():
            self._of_kind[position.kind, position.of].append(position)
            for title in position.titles:
                self._titled[fold(title), position.of].append(position)
        for term in sorted(self.terms, key=lambda t: t.since or date.min, reverse=True):
            self._terms_in[term.position].append(term)
            self._terms_of[term.person].append(term)

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles, folded, each once."""
        return _unique(title for title, _ in self._titled)

    def titled(self, title: str, of: str) -> tuple[Position, ...]:
        """Return the positions that a state or body (ISO or organisation code) calls by this title."""
        return tuple(self._titled.get((fold(title), of), ()))

    def of_kind(self, kind: PositionKind, of: str) -> tuple[Position, ...]:
        """Return the positions of a kind in a state or body (ISO or organisation code)."""
        return tuple(self._of_kind.get((kind, of), ()))

    def holders(self, position: str, on: date | None = None) -> tuple[str, ...]:
        """Return the ids of the persons who hold a position on a day, the newest first."""
        return _unique(t.person for t in self._terms_in.get(position, ()) if on is None or t.covers(on))

    def held_by(self, person: str, on: date | None = None) -> tuple[Position, ...]:
        """Return the positions that a person holds on a day, the newest first."""
        held = _unique(term.position for term in self.terms_of(person, on))
        return tuple(self.by_id[position] for position in held if position in self.by_id)

    def terms_of(self, person: str, on: date | None = None) -> tuple[Term, ...]:
        """Return the terms of a person that cover a day, the newest first."""
        return tuple(t for t in self._terms_of.get(person, ()) if on is None or t.covers(on))


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
