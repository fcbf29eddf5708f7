"""Trim contents to the convention: no outer quotation marks, no leading *that*, no final stop or comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.annotations import Span
from ingest.reading import Reading

_EDGE_BEFORE = re.compile(r"[\s,;:.–—-]*")
_EDGE_AFTER = re.compile(r"[\s,;:–—-]+$|(?<!\.\w)\.[\s,;:]*$")  # the stop of "U.S." stays
_MARK = re.compile(r"''|``|[\"“”„‟«»‹›＂'’‘]")
_WORD = re.compile(r"\w")


def trim_contents(reading: Reading) -> None:
    """Trim the contents of each attribution and drop what has no word in it; needs the quotations."""
    for attribution in reading.attributions:
        doc, text = reading.doc(attribution), reading.text(attribution)
        trimmings = [trimmed(doc, text, span, reading.quoted(attribution)) for span in attribution.contents]
        attribution.contents = [span for span in trimmings if _WORD.search(text, *span)]
    reading.attributions = [attribution for attribution in reading.attributions if attribution.contents]


def trimmed(doc: Doc, text: str, content: Span, quoted: Sequence[Span]) -> Span:
    """Return a content without what the convention leaves out, given the quotations of its text.

    `text` is the document's, which spaCy would join anew each time it is asked for it.
    """
    before = None
    while content != before:
        before = content
        content = _without_that(doc, text, _without_marks(text, _without_edges(text, content), quoted))
    return content


def _without_edges(text: str, span: Span) -> Span:
    start = _EDGE_BEFORE.match(text, *span).end()  # type: ignore[union-attr]
    after = _EDGE_AFTER.search(text[start : span.end])
    return Span(start, start + after.start() if after else span.end)


def _without_marks(text: str, span: Span, quoted: Sequence[Span]) -> Span:
    """Take off the marks of the quotation that holds the whole span, where they stand at its edges."""
    around = next((q for q in quoted if q.start <= span.start and span.end <= q.end), None)
    if around is None:
        return span
    opening, closing = _MARK.match(text, span.start), _MARK.search(text, max(span.start, around.end - 2))
    start = opening.end() if opening and span.start == around.start else span.start
    end = closing.start() if closing and closing.end() == span.end == around.end else span.end
    return Span(start, max(start, end))


def _without_that(doc: Doc, text: str, span: Span) -> Span:
    if text[span.start : span.start + 5] != "that ":
        return span
    token = doc.char_span(span.start, span.start + 4)
    return Span(span.start + 5, span.end) if token is not None and token[0].tag_ == "IN" else span
