"""The words of a text as names and topic phrases are looked up by: folded, with their case and place.

`St. Kitts`, `St Kitts` and `ST. KITTS` have the same folded words; `US` and `us` too, but not the same case.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
# letters that Unicode does not take apart into a plain one and an accent
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


class Word(NamedTuple):
    """One word: text[start:end], without case and accents in `folded`, and its first letter's case."""

    start: int
    end: int
    folded: str
    capitalised: bool
    capitals: bool


def fold(text: str) -> str:
    """Return a text's words as they are looked up: no case, accents or punctuation, one space apart."""
    return " ".join(_WORD.findall(_plain(text)))


@lru_cache(maxsize=64)  # names, titles and topics of a text are looked up one after the other
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; offsets count characters of the text as given."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Word(match.start(), match.end(), _plain(word), word[0].isupper(), word.isupper()))
    return tuple(found)


def _plain(text: str) -> str:
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))
