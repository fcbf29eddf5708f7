"""Text selectors: where a statement's words stand (Web Annotation TextPosition- and TextQuoteSelector)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph_schema.errors import SpanMismatch

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Selector:
    """Character ranges into a text, what stands there, and up to 32 characters on either side."""

    ranges: tuple[tuple[int, int], ...]
    exact: str
    prefix: str
    suffix: str


def exact_of(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return the words of the ranges, joined by a space."""
    return " ".join(text[start:end] for start, end in ranges)


def select(text: str, ranges: Sequence[tuple[int, int]]) -> Selector:
    """Return the selector of [start, end) ranges; raise SpanMismatch where one is empty or outside."""
    for start, end in ranges:
        if not 0 <= start < end <= len(text):
            raise SpanMismatch(f"the span {start}:{end} does not fit a text of {len(text)} characters")
    if not ranges:
        raise SpanMismatch("a statement without a span cannot be placed in its article")
    first, last = ranges[0][0], ranges[-1][1]
    return Selector(
        ranges=tuple((start, end) for start, end in ranges),
        exact=exact_of(text, ranges),
        prefix=text[max(0, first - CONTEXT) : first],
        suffix=text[last : last + CONTEXT],
    )


def reanchor(selector: Selector, text: str) -> Selector | None:
    """Find the selector's words again in an edited text; None where they are gone.

    Of several places the one with the most similar surroundings wins. Only selectors of one range move.
    """
    if exact_of(text, selector.ranges) == selector.exact and selector.ranges[-1][1] <= len(text):
        return select(text, selector.ranges)
    if len(selector.ranges) != 1:
        return None
    places = list(_occurrences(text, selector.exact))
    if not places:
        return None
    best = max(places, key=lambda start: _likeness(selector, text, start))
    return select(text, [(best, best + len(selector.exact))])


def _occurrences(text: str, words: str) -> Sequence[int]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def _likeness(selector: Selector, text: str, start: int) -> int:
    before = text[max(0, start - CONTEXT) : start]
    after = text[start + len(selector.exact) :][:CONTEXT]
    left = _common(reversed(before), reversed(selector.prefix))
    return left + _common(after, selector.suffix)


def _common(left: Iterable[str], right: Iterable[str]) -> int:
    """Return the length of the common beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
