"""Who met or called whom, and where the article says so: the groups that *the two sides* may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.annotations import Span
from ingest.linking.figures import Cast, Encounter, Figure

_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|spoke|talk(?:s|ed)?|call(?:s|ed)?|conversation|consultations|negotiations|summit"
    r"|gathered|convened|received|hosted|welcomed|visit(?:s|ed)?|hold|held|conferred|dialogue|joined"
    r"|exchange[ds]?|discussions?|sat down|hosts?|phoned|telephoned|readout)\b",
    re.I,
)
# What comes after these in the sentence is the purpose, the place or the background, not the parties.
_BEYOND = re.compile(
    r"\b(?:to discuss|to congratulate|on the (?:sidelines|margins)|in the presence|following|ahead of|after"
    r"|before|at the (?:request|invitation)|at the initiative|in which|during which|where|while|since)\b"
    r"|, (?:who|which|saying|stressing|noting)\b"
)


def encounters(cast: Cast, headline: str, body: Doc) -> list[Encounter]:
    """Return the encounters that an article tells of, in order."""
    found = [Encounter(sentence.start, parties) for sentence, parties in _told(cast, body) if len(parties) > 1]
    parties = tuple(dict.fromkeys(s.figure for s in cast.headline if s.figure and s.figure.is_person and not s.figure.faint))
    if len(parties) > 1 and _MEETING.search(headline):
        found.insert(0, Encounter(0, parties))
    return found


def _told(cast: Cast, body: Doc) -> Iterator[tuple[Span, tuple[Figure, ...]]]:
    for sentence in body.sents:
        span = Span(sentence.start_char, sentence.end_char)
        if _MEETING.search(body.text, span.start, span.end):
            edge = _BEYOND.search(body.text, span.start, span.end)
            near = Span(span.start, edge.start() if edge and edge.start() > span.start + 20 else span.end)
            figures = (s.figure for s in cast.within(near) if s.start >= span.start)
            people = (f for f in figures if f and f.is_person and not f.faint and f is not cast.herald)
            yield span, tuple(dict.fromkeys(people))
