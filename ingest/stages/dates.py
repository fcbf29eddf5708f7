"""Say on which day each statement was made, and how exactly that is known.

The day that the sentence names beside its cue (*said on Monday*), outside of what is said; else the day named
for the statement before it in the paragraph; else the day of the occasion. Nobody speaks after publication.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from graph_schema.vocabulary import Precision
from ingest.annotations import Attribution, Span
from ingest.reading import Reading
from ingest.stages.days import NamedDay, named_days


def date_statements(reading: Reading) -> None:
    """Set said_on and its precision on each attribution; needs contents and the occasion."""
    published = reading.published_on
    contents = [span for a in reading.attributions if not a.in_headline for span in a.contents]
    days = [
        named
        for named in named_days(reading.body_text, published)
        if not (published and named.day > published) and not _touches(named, contents)
    ]
    default = _default(reading)
    carried: tuple[int, NamedDay] | None = None
    for attribution in reading.attributions:
        found = None if attribution.in_headline else _beside(reading, attribution, days)
        paragraph = _paragraph(reading, attribution)
        if found:
            carried = (paragraph, found)
        elif carried and carried[0] == paragraph and carried[1].precision is Precision.DAY:
            found = carried[1]
        attribution.said_on = found.day if found else default
        attribution.said_on_precision = found.precision if found else Precision.DAY if default else None


def _default(reading: Reading) -> date | None:
    day = reading.occasion.starts_on if reading.occasion else None
    published = reading.published_on
    return min(day, published) if day and published else day or published


def _beside(reading: Reading, attribution: Attribution, days: list[NamedDay]) -> NamedDay | None:
    """Return the day that says when the cue's verb, or one that governs it, took place; the nearest."""
    cue = reading.tokens(attribution, attribution.cue)
    if cue is None:
        return None
    governing = {*cue, *cue.root.ancestors}
    sentence = cue.sent
    inside = [named for named in days if sentence.start_char <= named.start < sentence.end_char]
    told = [named for named in inside if _event(reading.body, named) in governing]
    return min(told, key=lambda named: abs(named.start - cue.start_char), default=None)


def _event(body: Doc, named: NamedDay) -> Token | None:
    """Return the verb whose time a named day gives, past participles that only modify a noun."""
    span = body.char_span(named.start, named.end, alignment_mode="expand")
    ancestors = span.root.ancestors if span is not None else ()
    return next((token for token in ancestors if token.pos_ in ("VERB", "AUX") and token.dep_ != "acl"), None)


def _touches(named: NamedDay, spans: list[Span]) -> bool:
    return any(span.start < named.end and named.start < span.end for span in spans)


def _paragraph(reading: Reading, attribution: Attribution) -> int:
    """Return where the attribution's paragraph begins; -1 for the headline."""
    if attribution.in_headline:
        return -1
    return reading.body_text.rfind("\n", 0, attribution.contents[0].start)
