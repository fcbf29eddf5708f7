"""What Wikidata's terms add to ours: rows to lay over them, each with the sentence that says what changes.

Ours stay where Wikidata says nothing, says the same less exactly, or says otherwise: a person may decide.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from ingest.gazetteer.contradictions import common_day
from ingest.gazetteer.entries import Position, Term
from ingest.gazetteer.fields import build
from ingest.gazetteer.tables import Row, Rows
from ingest.gazetteer.wikidata_people import People, continuous, term
from ingest.gazetteer.wikidata_terms import Held


class Kind(StrEnum):
    """What happens to a term; one that differs stays as we have it."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Change:
    """A term's row, with the person's where we lack that too."""

    kind: Kind
    says: str
    term: Row
    person: Row | None = None


def changes(tables: dict[str, Rows], found: Iterable[Held]) -> list[Change]:
    """Return what Wikidata's statements change in tables, sorted by what they say."""
    told: dict[str, list[Held]] = defaultdict(list)
    for held in found:
        told[held.position].append(held)
    people = People(tables)
    posts = [build(Position, tables["positions"][key], key) for key in sorted(told)]
    made = (_Post(post, people, told[post.id]).changes() for post in posts)
    return sorted(chain.from_iterable(made), key=lambda change: change.says)


class _Post:
    """One post: our terms and Wikidata's, by the ids under which we know the persons."""

    def __init__(self, post: Position, people: People, told: list[Held]) -> None:
        self.post, self.people = post, people
        begun = {str(row.get("since", "")) for row in people.terms[post.id]}
        self.told = [(people.key(held, post), held) for held in continuous(told, begun)]
        self.terms: list[Term] = []  # as they will be

    def changes(self) -> Iterator[Change]:
        """Yield what happens to our terms, then what is new."""
        left, new = list(self.people.terms[self.post.id]), []
        for key, held in self.told:
            ours = _counterpart(left, key, held)
            if ours is None:
                new.append((key, held))
            else:
                left.remove(ours)
                yield from self._ended(ours, held)
        for row in left:
            yield from self._ended(row, None)
        for key, held in new:
            if held.since and (held.until or not (held.over or self._later(key, held.since))):
                yield self._added(key, held)

    def _ended(self, ours: Row, held: Held | None) -> Iterator[Change]:
        """Yield a change where Wikidata knows an end that we do not, or knows it more exactly."""
        before, since = str(ours.get("until", "")), str(ours.get("since", ""))
        after = held.until if held else ""
        if not (before or after):  # who has a successor is no longer there
            after = min(self._later(ours["person"], since), default="")
        if not after or before.startswith(after) or after < since:
            self.terms.append(term(ours))
            return
        name = self.people.by_id[ours["person"]].name
        source = f"{ours.get('source', '')}; wikidata {held.person if held else self.post.id}".lstrip("; ")
        row: Row = {key: str(ours[key]) for key in ("person", "position", "since") if key in ours}
        row |= {"until": after, "source": source}
        kind = (Kind.CHANGED if after.startswith(before) else Kind.DIFFERS) if before else Kind.ENDED
        self.terms.append(term(ours if kind is Kind.DIFFERS else row))
        yield Change(kind, self._says(name, row) + (f"; ours says {before}" if before else ""), row)

    def _added(self, key: str, held: Held) -> Change:
        row: Row = {"person": key, "position": self.post.id, "since": held.since}
        row |= {"until": held.until} if held.until else {}
        row["source"] = f"wikidata {held.person}"
        new = term(row)
        rivals = [t for t in self.terms if self.post.single and t.person != key and common_day(t, new)]
        if rivals:
            other = self.people.by_id.get(rivals[0].person)
            says = f"{self._says(held.name, row)}; ours says {other.name if other else rivals[0].person}"
            return Change(Kind.DIFFERS, says, row)
        self.terms.append(new)
        return Change(Kind.ADDED, self._says(held.name, row), row, self.people.row(key, held, self.post))

    def _later(self, key: str, since: str) -> list[str]:
        """Return when others took a post that has one holder after that day."""
        told = self.told if self.post.single and since else ()
        return [held.since for other, held in told if other != key and held.since > since]

    def _says(self, name: str, row: Row) -> str:
        until = f" until {row['until']}" if "until" in row else ""
        return f"{self.post.name}: {name} since {row.get('since') or 'an unknown day'}{until}"


def _counterpart(ours: list[Row], key: str, held: Held) -> Row | None:
    """Return our term that a statement speaks of: with the same beginning, else with days in common."""
    own = [row for row in ours if row["person"] == key]
    for meets in (_begins_alike, _overlaps):
        for row in own:
            if meets(str(row.get("since", "")), str(row.get("until", "")), held):
                return row
    return None


def _begins_alike(since: str, until: str, held: Held) -> bool:  # noqa: ARG001  (as _overlaps)
    alike = since.startswith(held.since) or held.since.startswith(since)
    return bool(since and held.since) and alike


def _overlaps(since: str, until: str, held: Held) -> bool:
    return (not until or held.since <= until) and (not held.until or since <= held.until)
