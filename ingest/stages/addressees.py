"""To whom it is said: told Wang, urged Israel to, thanked the President for, called on the two sides to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.annotations import Attribution, Party, Span
from ingest.linking.references import Discourse, Meant, place
from ingest.reading import Reading

# Verbs (and nouns) of saying whose object, or whose "to", is the one spoken to.
_ADDRESSING = re.compile(
    r"\b(?:tell|tells|told|telling|urg\w+|call(?:s|ed|ing)? (?:\w+ )?(?:on|upon)|appeal\w*|thank\w*|congratulat\w+"
    r"|assur\w+|inform\w*|warn\w*|ask\w*|request\w*|invit\w+|encourag\w+|brief\w*|remind\w*|instruct\w*"
    r"|order\w*|commend\w*|wish\w*|convey\w*|promis\w+|notif\w+|advis\w+|direct\w*|press\w*|demand\w*"
    r"|apologi\w+|express\w*|extend\w*|greet\w*|answer\w*|spoke|speak\w*|propos\w+|offer\w*|sent|send\w*"
    r"|deliver\w*|acquaint\w*|drew|draw\w*|gave|giv\w+|present\w*|reaffirm\w*|reiterat\w+|stress\w*|emphasi\w+"
    r"|handed|confirm\w*|explain\w*|describ\w+|pledg\w+|persuad\w+|grateful|gratitude|invitation|report)\b",
    re.I,
)
_OBJECT = re.compile(r"^\s*(?:(?:again|also|personally|warmly|sincerely|publicly|separately|all)\s+)*(?:to\s+|with\s+)?(?P<who>[^\s].*?)\s*$", re.S)
_NOBODY = re.compile(r"\b(?:reporters?|journalists?|press|media|public|crowd|audience|viewers|newsmen)\b", re.I)
_LINK = re.compile(r"\s*\b(?:for|on|about|of|that|with|over|to|against|in|regarding|as|by|at|from|not)\b[\s“\"‘']*$", re.I)


def addressees(reading: Reading) -> None:
    """Write on each attribution whom it is said to."""
    discourse = Discourse(reading)
    for attribution in sorted(reading.attributions, key=lambda a: (not a.in_headline, place(a))):
        attribution.addressees = list(_addressees(discourse, attribution))
        if not attribution.in_headline:
            discourse.spoken.append((place(attribution), Meant(attribution.speakers, attribution.joint)))


def _addressees(discourse: Discourse, attribution: Attribution) -> Iterator[Party]:
    reading = discourse.reading
    cue = reading.words(attribution, attribution.cue)
    if not cue or not _ADDRESSING.search(cue):
        return
    span = _gap(reading, attribution)
    if span is None:
        return
    speaking = {party.id for party in attribution.speakers}
    for party in discourse.spoken_to(span, attribution):
        if party.id not in speaking:
            yield replace(party)


def _gap(reading: Reading, attribution: Attribution) -> Span | None:
    """Return the words between cue and content, without the particle that links them."""
    text, cue = reading.text(attribution), attribution.cue
    assert cue is not None
    start = attribution.contents[0].start
    end = next((c.start for c in attribution.contents if c.start >= cue.end), None)
    if end is None:
        end = min([m.start() for m in re.finditer(r"[.,;:\n“\"]", text[cue.end : cue.end + 120])] or [0]) + cue.end
    gap = text[cue.end : end]
    while (link := _LINK.search(gap)) and link.start() < len(gap):
        gap = gap[: link.start()]
    gap = gap.rstrip(" ,:“\"‘'")
    lead = len(gap) - len(gap.lstrip())
    gap = gap.strip()
    for word in ("to ", "with ", "also ", "all "):
        if gap.startswith(word):
            lead, gap = lead + len(word), gap[len(word) :]
    if not gap or len(gap) > 160 or _NOBODY.search(gap):
        return None
    return Span(cue.end + lead, cue.end + lead + len(gap))
