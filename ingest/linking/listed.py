"""Sources that are more than the words found: the last of a list, a paper that quotes somebody."""

from __future__ import annotations

import re

from ingest.annotations import Attribution, Span
from ingest.linking.discourse import Discourse
from ingest.linking.sentences import sentences

_QUOTED = re.compile(r"\s*(?:also )?(?:quot|cit)(?:ed|es|ing)\s+(?P<who>.{2,120}?)\s+as\s*", re.I)
_LAST = re.compile(r"[,;]? and ")
_JOINING = re.compile(r",? and |, |; (?:and )?")


def quoted(discourse: Discourse, attribution: Attribution) -> Span | None:
    """Return who is quoted by the source: Wang, in "the agency quoted Wang as saying"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start:
        return None
    between = discourse.words(Span(source.end, cue.start), attribution.in_headline)
    match = _QUOTED.fullmatch(between)
    return Span(source.end + match.start("who"), source.end + match.end("who")) if match else None


def whole(discourse: Discourse, attribution: Attribution) -> Span:
    """Return a source with those listed before it from the beginning of its sentence: A, B and C."""
    source = attribution.source
    assert source is not None
    named = discourse.cast.within(source, attribution.in_headline)
    alone = len(named) == 1 and named[0].figure is not None and named[0].figure.is_person
    if attribution.in_headline or not alone:
        return source
    first, joining = named[0], _LAST
    for sighting in discourse.cast.before(first.start):
        between = Span(sighting.phrase.end, first.start)
        words = discourse.reading.body_text[between.start : between.end]
        joined = between.start <= between.end and joining.fullmatch(words)
        if sighting.in_headline or not joined or sighting.figure is None or not sighting.figure.is_person:
            break
        first, joining = sighting, _JOINING
    if first is named[0]:
        return source
    begins = any(span.start == first.start for span in sentences(discourse.reading.body))
    return Span(first.start, source.end) if begins else source
