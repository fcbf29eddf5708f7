"""Tell quoted words from reported ones: direct, indirect or mixed.

A statement is direct where all its words stand between quotation marks, indirect where none do. Scare quotes
inside a paraphrase make it mixed. In a transcript the layout (*Name: ...*) stands for quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_schema.vocabulary import AttributionKind, Kind
from ingest.annotations import Attribution, Span
from ingest.reading import Reading

_WORD = re.compile(r"\w+")


def tell_kinds(reading: Reading) -> None:
    """Set the kind of each attribution; needs the quotations."""
    turn = False
    for attribution in reading.attributions:
        attribution.kind = kind(reading.text(attribution), attribution.contents, reading.quoted(attribution))
        if not attribution.in_headline:
            turn = _is_turn(reading, attribution, turn)
            attribution.kind = Kind.DIRECT if turn else attribution.kind


def kind(text: str, contents: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    """Return the kind of a content, given the quotations of its text."""
    words = [match.start() for span in contents for match in _WORD.finditer(text, *span)]
    inside = sum(any(start <= at < end for start, end in quoted) for at in words)
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside == len(words) else Kind.MIXED


def _is_turn(reading: Reading, attribution: Attribution, goes_on: bool) -> bool:
    """Say whether the words are a turn of a transcript, or carried over from one."""
    if attribution.attribution is AttributionKind.CARRIED_OVER:
        return goes_on
    if reading.words(attribution, attribution.cue) != ":" or attribution.source is None:
        return False
    text = reading.body_text
    return not text[text.rfind("\n", 0, attribution.source.start) + 1 : attribution.source.start].strip()
