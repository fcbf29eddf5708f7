"""Wikidata's persons among ours, and their statements of one post made one where they follow each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from ingest.gazetteer.entries import Person, Position, Term
from ingest.gazetteer.fields import build
from ingest.gazetteer.tables import Row, Rows
from ingest.gazetteer.wikidata_terms import ITEM, Held
from ingest.gazetteer.words import fold

GAP = timedelta(days=31)  # between two cabinets a minister stays in office


class People:
    """Our people by id and name, and our terms by post."""

    def __init__(self, tables: dict[str, Rows]) -> None:
        self.by_id = {key: build(Person, row, key) for key, row in tables["people"].items()}
        self.terms: dict[str, list[Row]] = defaultdict(list)
        for row in tables["terms"].values():
            self.terms[row["position"]].append(row)
        self._states = {str(row["iso"]) for row in tables["countries"].values()}
        self._named: dict[str, list[Person]] = defaultdict(list)
        for person in self.by_id.values():
            for name in {fold(name) for name in (person.name, *person.aliases)}:
                self._named[name].append(person)

    def key(self, held: Held, post: Position) -> str:
        """Return the id by which we know a person: Wikidata's, or ours.

        Ours is meant where somebody without Wikidata's id holds the post under that name or from that day
        on, or goes by that name in that state.
        """
        if held.person in self.by_id:
            return held.person
        terms = self.terms[post.id]
        holders = {row["person"] for row in terms}
        found = {p.id for p in self._named[fold(held.name)] if p.id in holders or p.country == post.of}
        found |= {row["person"] for row in terms if str(row.get("since")) == held.since != held.since[:7]}
        ours = [key for key in found if not ITEM.fullmatch(key)]
        return ours[0] if len(ours) == 1 else held.person

    def row(self, key: str, held: Held, post: Position) -> Row | None:
        """Return a row for a person that we lack; its name is weak where another bears it."""
        if key in self.by_id:
            return None
        row: Row = {
            "id": key,
            "name": held.name,
            "weak_aliases": [held.name] if self._named[fold(held.name)] else [],
            "gender": held.gender,
            "country": post.of if post.of in self._states else "",
            "description": post.name,
            "source": f"wikidata {key}",
        }
        return {name: value for name, value in row.items() if value}


def continuous(told: Iterable[Held], ours: Collection[str]) -> list[Held]:
    """Return a post's statements by beginning, those of one person that follow each other as one.

    One that begins on a day in `ours`, on which a term of ours begins, stays apart.
    """
    found: list[Held] = []
    last: dict[str, int] = {}
    for held in sorted(told, key=lambda one: (one.since, one.until or "9", one.person)):
        at = last.get(held.person)
        if at is not None and held.since and held.since not in ours and _goes_on(found[at], held):
            found[at] = _joined(found[at], held)
        else:
            last[held.person] = len(found)
            found.append(held)
    return found


def term(row: Row) -> Term:
    """Return a row as a term."""
    return build(Term, row, f"terms, {row['person']}")


def _goes_on(one: Held, other: Held) -> bool:
    ends = term({"person": one.person, "position": one.position, "until": one.until}) if one.until else None
    begins = term({"person": other.person, "position": other.position, "since": other.since})
    last, first = (ends.until if ends else None) or date.max, begins.since or date.min
    return bool(one.since) and (last == date.max or first - last <= GAP)


def _joined(one: Held, other: Held) -> Held:
    if not (one.over and other.over):
        return replace(one, until="", over=False)
    return replace(one, until=max(one.until, other.until) if one.until and other.until else "")
