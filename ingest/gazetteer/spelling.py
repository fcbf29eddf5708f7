"""Names spelt another way: Zelensky for Zelenskyy, Lavrow for Lavrov, Yi Wang for Wang Yi."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from ingest.gazetteer.entries import Person
from ingest.gazetteer.words import fold


class Spellings:
    """The full names of people, to be searched for what resembles a name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ids: list[str] = []
        self._names: list[str] = []
        for person in people:
            for name in (person.name, *person.aliases):
                if " " in (folded := fold(name)):
                    self._ids.append(person.id)
                    self._names.append(folded)

    def similar(self, name: str, at_least: float) -> list[tuple[str, float]]:
        """Return (id, score up to 100) of the people whose names resemble a name, the best first."""
        hits = process.extract(
            fold(name), self._names, scorer=fuzz.token_sort_ratio, score_cutoff=at_least, limit=20
        )
        best: dict[str, float] = {}
        for _, score, index in hits:
            best.setdefault(self._ids[index], round(score, 1))
        return list(best.items())
