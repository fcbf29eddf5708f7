"""To whom it is said: told Wang, urged Israel to, thanked the President for, called on the two sides to.

The words between a cue and its content name the one spoken to; where the cue is a passive, the words before
it do; and where something is called for or demanded, whoever is to do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.annotations import Attribution, Party, Span
from ingest.linking.addressing import spoken_to
from ingest.linking.discourse import Discourse, in_order
from ingest.reading import Reading

# Verbs whose object is the one spoken to, and those that reach him with "to".
_OBJECT = re.compile(
    r"\b(?:t(?:ell|old)\w*|urg\w+|call\w* (?:\w+ )?(?:on|upon|for)|appeal\w* to|thank\w*|congratulat\w+"
    r"|assur\w+|inform\w*|warn\w*|ask\w*|request\w*|invit\w+|encourag\w+|brief\w*|remind\w*|instruct\w*|order\w*"
    r"|commend\w*|wish\w*|promis\w+|notif\w+|advis\w+|direct\w*|press\w*|demand\w*|greet\w*|answer\w*"
    r"|acquaint\w*|persuad\w+|grateful to|gratitude to|thanks to|spoke with|invitation to|sent|send|implor\w+"
    r"|updat\w+|caution\w*|petition\w*|pledg\w+|question\w*|salut\w+|summon\w*)\b",
    re.I,
)
_DATIVE = re.compile(
    r"\b(?:express\w*|convey\w*|extend\w*|said|say\w*|spoke|speak\w*|propos\w+|offer\w*|deliver\w*|gave|giv\w+"
    r"|present\w*|confirm\w*|explain\w*|describ\w+|report\w*|reaffirm\w*|reiterat\w+|stress\w*|emphasi\w+"
    r"|suggest\w*|apologi\w+|complain\w*|appeal\w*|voic\w+|commit\w*|address\w*|posted|wrote|recall\w*)\b",
    re.I,
)
# What is to be done by somebody: he is spoken to, though he stands in the content.
_WANTED = re.compile(r"^(?:urg|demand|call\w* for|appeal\w* for|insist\w* that|propos|request|suggest)", re.I)
_PASSIVE = re.compile(
    r"^(?:is|are|was|were|been|be|being|have|has|had)\b.*?(?:urg|invit|ask|call|request|told|inform|brief|advis|thank|remind)",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:reporters?|journalists?|press|media|public|crowd|audience|viewers|news(?:men)?|briefing|conference)\b"
)
_LINKS = re.compile(
    r"[\s,:“\"‘'—–-]*\b(?:for|on|about|of|that|with|over|to|against|in|regarding|as|by|at|from|not|and|also|again|both)$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:\s|,|also\b|again\b|personally\b|warmly\b|sincerely\b|today\b|yesterday\b|separately\b|recently\b"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)+",
    re.I,
)
_TO = re.compile(r"(?:to|with)\s+", re.I)
# A noun that is sent to somebody: the addressee stands behind it, in the content or after it.
_SENT = re.compile(
    r"\b(?:greetings|condolences|congratulations|wishes|thanks|appreciation|gratitude|sympath\w+|regards|respects"
    r"|letter|message|invitation|apolog\w+|success)\b[^.;:,]{0,40}?\bto\s+(?=[\w“])",
    re.I,
)
# The occasion on which it was said to one: in an interview with, in a letter to.
_OCCASION = re.compile(
    r"\b(?:interview (?:with|to|for)|speaking (?:to|with)|statements? to|comments? to|remarks to|letter to"
    r"|note to|message to|writing to|wrote to|in a (?:call|meeting|conversation) with)\s+",
    re.I,
)
_STOP = re.compile(
    r"[.;:“”\"\n]|,\s|\s(?:in|at|on|during|after|before|by|via|when|while|as|late|early|earlier)\s"
)


def addressees(reading: Reading) -> None:
    """Write on each attribution whom it is said to."""
    discourse = Discourse(reading)
    for attribution in in_order(reading.attributions):
        attribution.addressees = list(_addressees(discourse, attribution))
        discourse.note(attribution)


def _addressees(discourse: Discourse, attribution: Attribution) -> Iterator[Party]:
    reading = discourse.reading
    cue = reading.words(attribution, attribution.cue)
    if not cue:
        return
    speaking = {party.id for party in attribution.speakers}
    places = (_between, _within, _asked, _behind, _occasion, _praised)
    for span in (find(reading, attribution, cue) for find in places):
        found = spoken_to(discourse, span, attribution, plainly=bool(_OBJECT.search(cue))) if span else []
        found = [replace(party) for party in found if party.id not in speaking]
        if found:
            yield from found
            return


def _between(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return the object's words between cue and content, or after a cue that follows the content."""
    text, mark = reading.text(attribution), attribution.cue
    assert mark is not None
    end = next((c.start for c in attribution.contents if c.start >= mark.end), None)
    follows = end is None
    gap = text[mark.end : mark.end + 120] if end is None else text[mark.end : end]
    if follows or gap.count('"') + gap.count("“"):
        gap = gap[: stop.start()] if (stop := _STOP.search(gap)) else gap
    while link := _LINKS.search(gap.rstrip(" ,:“\"‘'")):
        gap = gap[: link.start()]
    gap = gap.rstrip(" ,:“\"‘'")
    lead = match.end() if (match := _LEAD.match(gap)) else 0
    to = _TO.match(gap, lead)
    if to:
        lead = to.end()
    direct = _OBJECT.search(cue) or (to and _DATIVE.search(cue))
    if not gap[lead:] or len(gap) > 160 or _NOBODY.search(gap) or not direct:
        return None
    return Span(mark.end + lead, mark.end + len(gap))


def _within(_: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return the addressee inside a cue: *expressed to President Chaves his concern about*."""
    assert attribution.cue is not None
    match = re.search(
        r"\bto ((?:[A-Z]|his |her |the )[^,]*?)(?= (?:his|her|its|their)\b)|\bdrew (.+?)['’]s attention", cue
    )
    if match is None:
        return None
    group = 1 if match[1] else 2
    return Span(attribution.cue.start + match.start(group), attribution.cue.start + match.end(group))


def _behind(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return to whom greetings, wishes, a letter go: named in the content's end or after it."""
    text, last = reading.text(attribution), attribution.contents[-1]
    if not (_OBJECT.search(cue) or _DATIVE.search(cue)):
        return None
    match = _SENT.search(text, attribution.contents[0].start, last.end + 12)
    if match is None:
        match = re.compile(r"\s+(?:to|from)\s+(?=[\w“])").match(text, last.end)
    return _phrase(text, match.end()) if match else None


def _occasion(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return with whom an interview is, to whom a letter: in the sentence of the cue, outside the content."""
    text, mark = reading.text(attribution), attribution.cue
    assert mark is not None
    if not re.match(r"said|say|add|told|stat|wrot|not|stress|explain|read", cue):
        return None
    begin = max(text.rfind(". ", 0, mark.start), text.rfind("\n", 0, mark.start)) + 1
    for match in _OCCASION.finditer(text, begin, mark.end + 90):
        if (
            not any(c.start <= match.start() < c.end for c in attribution.contents)
            and "." not in text[mark.end : match.start()]
        ):
            return _phrase(text, match.end())
    return None


def _praised(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return whom a content begins with that says what for he is thanked: *Indonesia on its election*."""
    claim = reading.words(attribution, attribution.contents[0])
    match = re.match(r"(.{2,60}?) (?:on|for|upon|over)\b", claim)
    if match is None or not re.match(r"congratulat|thank", cue, re.I):
        return None
    start = attribution.contents[0].start
    return Span(start, start + match.end(1))


def _phrase(text: str, start: int) -> Span:
    """Return the words from an offset to the next stop or link."""
    stop = _STOP.search(text, start, start + 80)
    end = stop.start() if stop else min(len(text), start + 80)
    return Span(start, end)


def _asked(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return who is to do what is wanted, or who stands before a passive: the parties are urged to."""
    content = reading.tokens(attribution, attribution.contents[0])
    assert attribution.cue is not None
    if _PASSIVE.match(cue):
        verb = reading.tokens(attribution, attribution.cue)
        subjects = [c for c in verb.root.children if c.dep_ == "nsubjpass"] if verb else []
        return _span(subjects[0]) if subjects else None
    if content is None or not _WANTED.match(cue):
        return None
    for child in content.root.children:
        if (
            child.dep_ in {"nsubj", "nsubjpass"}
            and content.root.tag_ in {"VB", "VBP"}
            and child.i >= content.start
        ):
            return _span(child)
    return None


def _span(noun: Token) -> Span:
    last = noun.right_edge
    return Span(noun.left_edge.idx, last.idx + len(last))
