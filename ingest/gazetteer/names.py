"""An index of names: who or what answers to a name, and where names stand in a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.annotations import Span
from ingest.gazetteer.words import Word, fold, words

# what may stand between two words of one name: spaces, hyphens, apostrophes, the dots of U.S. and St.
_JOINED = re.compile(r"[\s.'’ʼ&/\-‐‑–]*")


class NameKind(StrEnum):
    """How a name means its entry."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ORGANIZATION = "organization"
    PERSON = "person"
    TITLE = "title"
    LOOKALIKE = "lookalike"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry that a name may mean; strong names mean it anywhere, weak ones need context."""

    id: str
    kind: NameKind
    strong: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, text[start:end], with all it may mean, strong ones first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the candidates, strong ones first."""
        return tuple(c.id for c in self.candidates)

    @property
    def kind(self) -> NameKind:
        """The kind of the first candidate."""
        return self.candidates[0].kind

    @property
    def strong(self) -> bool:
        """Whether any candidate is meant anywhere."""
        return self.candidates[0].strong


@dataclass(slots=True)
class _Form:
    """A name as one spelling has it, with the case of each of its words."""

    shape: tuple[str, ...]
    candidates: tuple[Candidate, ...]


class NameIndex:
    """Names to candidates, by folded words; in running text case counts: Turkey is not turkey, US not us."""

    def __init__(self) -> None:
        self._forms: dict[str, list[_Form]] = {}
        self._longest: dict[str, int] = {}

    def add(self, name: str, candidate: Candidate) -> None:
        """Let a name mean an entry; a leading article in lower case is not part of it."""
        parts = words(name.removeprefix("the "))
        if not parts:
            return
        first = parts[0].folded
        self._longest[first] = max(self._longest.get(first, 0), len(parts))
        forms = self._forms.setdefault(" ".join(p.folded for p in parts), [])
        shape = tuple(_case(p) for p in parts)
        form = next((f for f in forms if f.shape == shape), None)
        if form is None:
            forms.append(_Form(shape, (candidate,)))
        else:
            form.candidates = _merged((*form.candidates, candidate))

    def get(self, name: str) -> tuple[Candidate, ...]:
        """Return what a name may mean, whatever its case; strong candidates first."""
        key = fold(name)
        forms = self._forms.get(key) or self._forms.get(key.removeprefix("the ")) or ()
        return _merged(c for form in forms for c in form.candidates)

    def scan(self, text: str) -> list[Mention]:
        """Return the names in a text in order, the longest at each place, never overlapping."""
        found, parts, at = [], words(text), 0
        while at < len(parts):
            mention = self._longest_at(text, parts, at)
            if mention is None:
                at += 1
            else:
                length, candidates = mention
                end = _with_dot(text, parts[at + length - 1])
                found.append(Mention(parts[at].start, end, candidates))
                at += length
        return found

    def _longest_at(
        self, text: str, parts: Sequence[Word], at: int
    ) -> tuple[int, tuple[Candidate, ...]] | None:
        limit = min(self._longest.get(parts[at].folded, 0), len(parts) - at)
        for length in range(_reach(text, parts, at, limit), 0, -1):
            run = parts[at : at + length]
            forms = self._forms.get(" ".join(p.folded for p in run), ())
            candidates = _merged(c for f in forms if _fits(run, f.shape) for c in f.candidates)
            if candidates:
                return length, candidates
        return None


def _with_dot(text: str, last: Word) -> int:
    """Return the end of a name's last word, with the dot that closes U.S. and D.R.C."""
    dotted = last.end - last.start == 1 and text[last.start - 1 : last.start] == "."
    return last.end + (dotted and text.startswith(".", last.end))


def _reach(text: str, parts: Sequence[Word], at: int, limit: int) -> int:
    """Return how many words from `at` on may belong to one name, at most `limit`."""
    for n in range(1, limit):
        if not _JOINED.fullmatch(text, parts[at + n - 1].end, parts[at + n].start):
            return n
    return limit


def _case(word: Word) -> str:
    """Return A for capitals (US), a capital first letter as T (Turkey), anything else as empty."""
    if word.capitals and word.end - word.start > 1:
        return "A"
    return "T" if word.capitalised else ""


def _fits(run: Sequence[Word], shape: tuple[str, ...]) -> bool:
    """Whether the words have at least the capitals that the name has."""
    return all(
        word.capitals if case == "A" else word.capitalised if case == "T" else True
        for word, case in zip(run, shape, strict=True)
    )


def _merged(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates without repeats, strong ones first."""
    return tuple(sorted(dict.fromkeys(candidates), key=lambda c: not c.strong))
