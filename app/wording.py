"""How two wordings differ: word by word, what both have and what only one of them has."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

WORDS = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


class Where(StrEnum):
    """Which of the two wordings has the words."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


class Stretch(BaseModel):
    """Words in a row that both wordings have, or only the first, or only the second."""

    model_config = ConfigDict(frozen=True)

    where: Where
    words: str


def differences(first: str, second: str) -> list[Stretch]:
    """Return both wordings as one row of stretches; case does not count, words of both are the first's."""
    return list(_stretches(WORDS.findall(first), WORDS.findall(second)))


def _stretches(first: list[str], second: list[str]) -> Iterator[Stretch]:
    one, two = ([word.casefold() for word in words] for words in (first, second))
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch(where=Where.BOTH, words=" ".join(first[a:b]))
            continue
        for where, words in ((Where.FIRST, first[a:b]), (Where.SECOND, second[c:d])):
            if words:
                yield Stretch(where=where, words=" ".join(words))
