"""Phrases with open endings, and where they stand in a text: see `topics` for how they are written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph_schema.errors import InvalidGazetteer
from ingest.gazetteer.words import Word, fold, words

_PART = re.compile(r"[^\W_]+\*?")


class Part(NamedTuple):
    """One word of a phrase; `open` if any ending fits, `capitals` if it must be written in capitals."""

    folded: str
    open: bool
    capitals: bool

    def fits(self, word: Word) -> bool:
        """Return whether a word of a text is this one."""
        same = word.folded.startswith(self.folded) if self.open else word.folded == self.folded
        return same and (word.capitals or not self.capitals)


class Phrase(NamedTuple):
    """A phrase as written in `pattern`, what it means and how much it weighs."""

    pattern: str
    parts: tuple[Part, ...]
    means: str
    weight: float


def read_phrase(pattern: str, means: str) -> Phrase:
    """Return a phrase from its pattern; raises InvalidGazetteer for a bad weight or no word."""
    text, _, weight = pattern.partition("^")
    parts = tuple(_part(match.group()) for match in _PART.finditer(text))
    try:
        likely = float(weight or 0.5)
    except ValueError:
        likely = 0.0
    if not parts or not 0 < likely < 1:
        raise InvalidGazetteer(
            f"topic {means}: the pattern {pattern!r} is no phrase^weight with a weight below 1"
        )
    return Phrase(text, parts, means, likely)


class PhraseIndex:
    """Finds phrases in running text, by their first word or its beginning."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._open: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            first = phrase.parts[0]
            (self._open if first.open else self._whole)[first.folded].append(phrase)
        self._lengths = sorted({len(stem) for stem in self._open})
        self._starting = lru_cache(maxsize=50_000)(self._starting_with)  # texts repeat their words

    def scan(self, text: str) -> Iterator[tuple[int, int, Phrase]]:
        """Yield (start, end, phrase) in text order, without those inside a longer one."""
        parts, covered = words(text), 0
        for at in range(len(parts)):
            fitting = list(self._at(parts, at))
            longest = max((len(p.parts) for p in fitting), default=0)
            if at + longest > covered:
                covered = at + longest
                for phrase in fitting:
                    if len(phrase.parts) == longest:
                        yield parts[at].start, parts[covered - 1].end, phrase

    def _at(self, parts: Sequence[Word], at: int) -> Iterator[Phrase]:
        for phrase in self._starting(parts[at].folded):
            run = parts[at : at + len(phrase.parts)]
            if len(run) == len(phrase.parts) and all(
                p.fits(w) for p, w in zip(phrase.parts, run, strict=True)
            ):
                yield phrase

    def _starting_with(self, word: str) -> tuple[Phrase, ...]:
        beginnings = (word[:n] for n in self._lengths if n <= len(word))
        starting = [self._whole.get(word, ()), *(self._open.get(stem, ()) for stem in beginnings)]
        return tuple(phrase for phrases in starting for phrase in phrases)


def _part(text: str) -> Part:
    stem = text.removesuffix("*")
    return Part(fold(stem), text.endswith("*"), stem.isupper() and len(stem) > 1)
