"""Find what stands between quotation marks.

A quotation is the span with its marks; of nested ones only the outermost is kept. Marks pair up inside a
paragraph: a quotation of several paragraphs opens each of them and closes the last, so one that stays open
counts to the end of its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.annotations import Span
from ingest.reading import Reading

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"''|``|[\"“”„‟«»‹›＂]")
_OPENS_ONLY = frozenset(["``", "“", "„", "‟", "«", "‹"])
_CLOSES_ONLY = frozenset(["”", "»", "›"])
# a mark that may open or close opens after a space or bracket and before a word
_OPENS_HERE = re.compile(r"(?<![^\s(\[—–-])(?:''|[\"＂‟])(?=\w)")
# a single mark opens before a word, unless letters or digits are elided there ('em, '90s) ...
_SINGLE_OPENS = re.compile(
    r"(?<![\w'’])['‘](?!'|\d\ds\b|(?:em|til|tis|twas|cause|n)\b)(?=[\w\"“\[(…])", re.IGNORECASE
)
# ... and closes after a word or its punctuation
_SINGLE_CLOSES = re.compile(r"(?<=[^\s'])['’](?![\w'])")
_POSSESSIVE = re.compile(r"s['’] [a-z]")


def find_quotations(reading: Reading) -> None:
    """Write the quotations of text and headline on the reading, in text order."""
    reading.quotations = quotations(reading.body_text)
    reading.headline_quotations = quotations(reading.headline_text)


def quotations(text: str) -> list[Span]:
    """Return the outermost quotations of a text, marks included, in order."""
    found: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        paragraph = Span(*match.span())
        found += _outermost([*_doubles(text, paragraph), *_singles(text, paragraph)])
    return found


def _doubles(text: str, paragraph: Span) -> Iterator[Span]:
    depth, opened = 0, paragraph.start
    for match in _DOUBLE.finditer(text, *paragraph):
        if _opens(match, text[opened] if depth else ""):
            opened = opened if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield Span(opened, match.end())
    if depth:
        yield Span(opened, paragraph.end)


def _opens(match: re.Match[str], outermost: str) -> bool:
    """Say whether a mark opens a quotation, given the mark that opened the outermost one ("" outside)."""
    mark, text, at = match.group(), match.string, match.start()
    if mark in _OPENS_ONLY:
        return (mark, outermost) != ("“", "„")
    if mark in _CLOSES_ONLY:
        return False
    return bool(_OPENS_HERE.match(text, at)) or (not outermost and not text[at - 1 : at].isalnum())


def _singles(text: str, paragraph: Span) -> Iterator[Span]:
    reached = paragraph.start
    while opening := _SINGLE_OPENS.search(text, reached, paragraph.end):
        following = _SINGLE_OPENS.search(text, opening.end(), paragraph.end)
        limit = following.start() if following else paragraph.end
        closings = list(_SINGLE_CLOSES.finditer(text, opening.end() + 1, limit))
        closing = next((mark for mark in closings if not _is_possessive(text, mark.start())), None)
        closing = closing or (closings[0] if closings else None)
        if closing:
            yield Span(opening.start(), closing.end())
        reached = closing.end() if closing else opening.end()


def _is_possessive(text: str, mark: int) -> bool:
    return bool(_POSSESSIVE.match(text, mark - 1))


def _outermost(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
