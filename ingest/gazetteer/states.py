"""Bodies of a state that are called by a common name beside their state's: the Chinese foreign ministry."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from ingest.gazetteer.entries import Organization
from ingest.gazetteer.names import Candidate, Mention, NameIndex, NameKind
from ingest.gazetteer.words import fold

_STATE_FIRST = re.compile(r"(?:['’]s?)?\s+")  # China's foreign ministry, the Chinese foreign ministry
_STATE_LAST = re.compile(r"\s+of\s+(?:the\s+)?")  # the foreign ministry of the Netherlands
_OF_A_STATE = {NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM}


class StateBodies:
    """States' bodies by common name and state."""

    def __init__(self, organizations: Iterable[Organization], iso_of: Mapping[str, str]) -> None:
        self._iso_of = iso_of
        self._named: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._nouns = NameIndex()
        for body in organizations:
            for noun in body.common_names:
                self._named[fold(noun), body.country].append(body.id)
        for noun in {noun for noun, _ in self._named}:
            self._nouns.add(noun, Candidate(noun, NameKind.TITLE, strong=False))

    def named(self, noun: str, iso: str) -> tuple[str, ...]:
        """Return the ids of the bodies that a state (ISO code) calls so."""
        return tuple(self._named.get((fold(noun), iso), ()))

    def joined(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions with each state and common name beside each other made one mention."""
        free = [noun for noun in self._nouns.scan(text) if not _overlaps(noun, mentions)]
        parts = sorted([*mentions, *free], key=lambda m: m.start)
        bodies = [body for left, right in pairwise(parts) if (body := self._body(text, left, right))]
        return sorted([*bodies, *(m for m in mentions if not _overlaps(m, bodies))], key=lambda m: m.start)

    def _body(self, text: str, left: Mention, right: Mention) -> Mention | None:
        for state, noun, between in ((left, right, _STATE_FIRST), (right, left, _STATE_LAST)):
            if noun.kind is NameKind.TITLE and between.fullmatch(text, left.end, right.start):
                bodies = [
                    Candidate(body, NameKind.ORGANIZATION, strong=True)
                    for c in state.candidates
                    if c.kind in _OF_A_STATE
                    for body in self.named(noun.ids[0], self._iso_of[c.id])
                ]
                if bodies:
                    return Mention(left.start, right.end, tuple(dict.fromkeys(bodies)))
        return None


def _overlaps(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)
