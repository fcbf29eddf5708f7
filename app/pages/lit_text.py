"""A text with some of its stretches lit: paragraphs cut where a stretch begins or ends, all of it escaped."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from app.pages.markup import Inside, tag

PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Lit:
    """A stretch [start, end) of a text, and what its words are put into."""

    start: int
    end: int
    put: Callable[[str], Markup]


def lit_paragraphs(text: str, lit: Sequence[Lit], *, around: Sequence[Lit] = ()) -> list[Inside]:
    """Return a text's paragraphs; with `around`, only those that a stretch of it touches."""
    return [
        tag("p", list(pieces(text, found.start(), found.end(), lit)))
        for found in PARAGRAPH.finditer(text)
        if found.group().strip() and (not around or touched(found.start(), found.end(), around))
    ]


def touched(start: int, end: int, lit: Sequence[Lit]) -> bool:
    """Tell whether any stretch lies within [start, end), wholly or in part."""
    return any(each.start < end and each.end > start for each in lit)


def pieces(text: str, start: int, end: int, lit: Sequence[Lit]) -> Iterator[Inside]:
    """Yield the text between two places, the lit stretches in what they are put into.

    Where stretches overlap, the shorter one is shown.
    """
    inside = [each for each in lit if each.start < end and each.end > start]
    cuts = sorted(
        {start, end, *(min(max(at, start), end) for each in inside for at in (each.start, each.end))}
    )
    for left, right in pairwise(cuts):
        over = [each for each in inside if each.start <= left and right <= each.end]
        words = text[left:right]
        yield min(over, key=lambda each: each.end - each.start).put(words) if over else words
