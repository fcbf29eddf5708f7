"""How alike two claims are, in parts that can be shown: their words, actors, topics and acts.

Words count the more the fewer claims of the event have them: what everybody says tells no claims apart. Of a
word only its first letters count, so that *expands* is *expanding*.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from pydantic import BaseModel, ConfigDict

from graph_schema.views import ActorName, Speaker, StatementRow

STEM = 6  # letters of a word that count
ENOUGH, ENOUGH_WORDS = 0.3, 0.24  # a score, and shared words, from which two claims are the same
WEIGHTS = {"words": 0.7, "topics": 0.15, "actors": 0.1, "act": 0.05}
_WORD = re.compile(r"[^\W_]+")
EMPTY = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "for", "from", "had", "has"}
    | {"have", "he", "her", "his", "in", "into", "is", "it", "its", "of", "on", "or", "our", "she", "that"}
    | {"the", "their", "them", "these", "they", "this", "those", "to", "was", "we", "were", "which", "who"}
    | {"will", "with", "would"}
)


class Likeness(BaseModel):
    """Each part from 0 to 1; `total` is their weighted sum (words 0.7, topics 0.15, actors 0.1, act 0.05)."""

    model_config = ConfigDict(frozen=True)

    words: float
    topics: float
    actors: float
    act: float
    total: float

    @property
    def same(self) -> bool:
        """Whether claims that are so alike are taken for the same."""
        return self.total >= ENOUGH and self.words >= ENOUGH_WORDS


def stems(claim: str) -> frozenset[str]:
    """Return what of a claim's words counts."""
    found = (word.casefold() for word in _WORD.findall(claim))
    return frozenset(word[:STEM] for word in found if word not in EMPTY)


def telling(rows: Sequence[StatementRow]) -> Mapping[str, float]:
    """Return how much each stem tells claims apart: the logarithm of one in how many has it.

    Names of those who speak, and of their states, do not: they count as actors.
    """
    found = [stems(row.claim) for row in rows]
    named = {stem for row in rows for each in (*parties(row), *row.on_behalf_of) for stem in stems(each.name)}
    counts = Counter(stem for each in found for stem in each)
    return {stem: 0.0 if stem in named else log(1 + len(rows) / count) for stem, count in counts.items()}


def likeness(one: StatementRow, two: StatementRow, weight: Mapping[str, float]) -> Likeness:
    """Return how alike two statements' claims are."""
    parts = {
        "words": overlap(stems(one.claim), stems(two.claim), weight),
        "topics": share([each.id for each in one.topics], [each.id for each in two.topics]),
        "actors": share(actors(one), actors(two)),
        "act": float(one.act == two.act),
    }
    total = sum(WEIGHTS[name] * value for name, value in parts.items())
    return Likeness(**{name: round(value, 3) for name, value in (parts | {"total": total}).items()})


def overlap(one: frozenset[str], two: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return the weight of shared stems: the mean of its share of both claims and of the shorter one."""
    shared, first, second = (sum(weight[stem] for stem in each) for each in (one & two, one, two))
    if not shared:
        return 0.0
    return (2 * shared / (first + second) + shared / min(first, second)) / 2


def share(one: Sequence[str], two: Sequence[str]) -> float:
    """Return how many of all ids both have."""
    together = {*one, *two}
    return len({*one} & {*two}) / len(together) if together else 0.0


def actors(row: StatementRow) -> list[str]:
    """Return who speaks, in whose voice and to whom: each side names its own as the speaker."""
    return [each.id for each in parties(row)]


def parties(row: StatementRow) -> tuple[Speaker | ActorName, ...]:
    """Return everybody whom a statement ties together."""
    return (*row.speakers, *row.voice, *row.addressees)
