"""Where in a sentence the one spoken to stands: between cue and content, before a passive, after "to"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.annotations import Attribution, Span
from ingest.reading import Reading
from ingest.stages import telling

_LINKS = re.compile(
    r"[\s,:“\"‘'—–-]*\b(?:for|on|about|of|that|with|over|to|against|in|regarding|as|by|at|from"
    r"|not|and|also|again|both)$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:\s|,|also\b|again\b|personally\b|warmly\b|sincerely\b|today\b|yesterday\b|separately\b|recently\b"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)+",
    re.I,
)
_TO = re.compile(r"(?:(?:in|at|by|through|via|during)\s[^,;:]{2,40}?\s)?(?:to|with)\s+", re.I)
_NO_OBJECT = re.compile(r"(?:in|at|on|during|from|by|as|after|before|when|while|ahead|following)\b", re.I)
# When, how and as what it was said is no part of the object.
_ASIDE = re.compile(
    r",?\s(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|in (?:a|an)"
    r"|during|over the (?:tele)?phone|by (?:tele)?phone|at (?:a|an)"
    r"|as (?:a|an|well)|last|late(?!-)|earl(?:y|ier)|ahead|after|via)\b.*$",
    re.I | re.S,
)
_NAME = re.compile(r"(?:the |former |the incoming )?[A-Z]|the \w+ (?:of|people)\b")
_CLAUSE = re.compile(r"\b(?:that|is|are|was|were|has|have|will|would|who|which)\b")
_WITHIN = re.compile(
    r"\bto ((?:[A-Z]|his |her |the )[^,]*?)(?= (?:his|her|its|their)\b)|\bdrew (.+?)['’]s attention"
)
# How far, in words, who is bidden may reach, and what he cannot be made of.
_REACH = 25
_NO_OBJECT_TAGS = frozenset({"VB", "VBZ", "VBD", "VBP", "MD", "TO", "WDT", "WP", "WRB", "EX"})
_FROM = re.compile(r"\bfrom\s+(?=(?:the )?[A-Z])")
# Whose help is asked for: Egypt's support, the backing of Egypt.
_HELP = r"(?:support|backing|help|assistance|aid|approval|consent|permission|advice|protection|forgiveness)"
_OWNED = re.compile(
    rf"((?:the )?[A-Z][^,;:.]{{1,50}}?)['’]s? (?:\w+ )?{_HELP}\b|(?:the )?{_HELP} of ((?:the )?[A-Z][^,;:]*)"
)
# What only describes the one spoken to: Poland, a stalwart ally; a forum held in Cairo.
_DESCRIBING = re.compile(
    r",\s(?:an?|who|which|whose)\s.*$|\s(?:hosted|held|organi[sz]ed|attended)\s.*$", re.S
)
_BEHIND = re.compile(r"\s+(?:to|from)\s+(?=[\w“])")
_WITH = re.compile(r"\s+with\s+(?=[\w“])")
_FRONTED = re.compile(r"\s*To ((?:[A-Z]|the |his |her )[^,;:.\n]{2,60}), ")
_STOP = re.compile(
    r"[.;:“”\"\n]|,\s|\s(?:in|at|on|during|after|before|by|via|when|while|as|late|early|earlier)\s"
)


def between(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
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
    lead = to.end() if to else lead
    for trailing in (_DESCRIBING,) if follows else (_ASIDE, _DESCRIBING):
        gap = gap[: found.start()] if (found := trailing.search(gap, lead)) else gap
    direct = telling.OBJECT.search(cue) or (
        (to or cue.endswith((" to", " with")))
        and (telling.DATIVE.search(cue) or telling.REACHING.search(cue))
    )
    if not gap[lead:] or len(gap) > 160 or telling.NOBODY.search(gap) or not direct:
        return None
    return None if _NO_OBJECT.match(gap, lead) else Span(mark.end + lead, mark.end + len(gap))


def within(_: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return the addressee inside a cue: *expressed to President Chaves his concern about*."""
    assert attribution.cue is not None
    match = _WITHIN.search(cue) or telling.GIVEN.match(cue)
    if match is None:
        return None
    start, end = match.span(match.lastindex or 0)
    return Span(attribution.cue.start + start, attribution.cue.start + end)


def behind(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return to whom greetings, wishes, a letter go, or with whom a thing is raised: after the content."""
    text, last = reading.text(attribution), attribution.contents[-1]
    if telling.TALKED.match(cue) and (match := _WITH.match(text, last.end)):
        return phrase(text, match.end())
    if not (telling.OBJECT.search(cue) or telling.DATIVE.search(cue)):
        return None
    match = telling.SENT.search(text, attribution.contents[0].start, last.end + 12)
    match = match or _BEHIND.match(text, last.end)
    return phrase(text, match.end()) if match else None


def occasion(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return with whom an interview is, to whom a letter: in the sentence of the cue, outside the content."""
    text, mark = reading.text(attribution), attribution.cue
    assert mark is not None
    if not re.match(r"said|say|add|told|stat|wrot|not|stress|explain|read", cue):
        return None
    begin = max(text.rfind(". ", 0, mark.start), text.rfind("\n", 0, mark.start)) + 1
    if begin < mark.start and (fronted := _FRONTED.match(text, begin, mark.start)):
        return Span(*fronted.span(1))
    for match in telling.OCCASION.finditer(text, begin, mark.end + 90):
        if outside(attribution, match.start()) and "." not in text[mark.end : match.start()]:
            span = phrase(text, match.end())
            return None if telling.NOBODY.search(text, span.start, span.end) else span
    return None


def bidden(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return who is bidden do something, where the content takes him in: *called on* {Egypt to help}."""
    content = attribution.contents[0]
    if attribution.cue is None or not telling.BIDDING.search(cue) or content.start > attribution.cue.end + 1:
        return None
    named: list[Token] = []
    for token in list(reading.tokens(attribution, content) or ())[:_REACH]:
        if token.tag_ == "TO" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VB":
            named = named[:-1] if named and named[-1].dep_ == "neg" else named
            return Span(content.start, named[-1].idx + len(named[-1])) if _somebody(named) else None
        if token.tag_ in _NO_OBJECT_TAGS or token.lower_ in {"a", "an", "that"}:
            return None
        named.append(token)
    return None


def _somebody(named: list[Token]) -> bool:
    """Whether a noun phrase may be somebody: its head is a name or a plural, not *progress on the issues*."""
    before = next((at for at, token in enumerate(named) if token.tag_ == "IN"), len(named))
    nouns = [token for token in named[:before] if token.tag_.startswith("NN")]
    return bool(nouns) and (nouns[-1].tag_ != "NN" or nouns[-1].lower_ in {"people", "world", "community"})


def outside(attribution: Attribution, at: int) -> bool:
    """Whether an offset is in none of the contents."""
    return not any(content.start <= at < content.end for content in attribution.contents)


def praised(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return whom a content begins with that says what for he is thanked: *Indonesia on its election*."""
    claim = reading.words(attribution, attribution.contents[0])
    start = attribution.contents[0].start
    if (
        not telling.WHOLE.search(cue)
        or re.search(r"\b(?:for|on|of|over)$", cue)
        or telling.PASSIVE.match(cue)
    ):
        return None
    match = re.match(r"(.{2,60}?) (?:on|for|upon|over|following)\b", claim)
    if match is None and (len(claim) > 100 or _CLAUSE.search(claim) or not _NAME.match(claim)):
        return None
    return Span(start, start + (match.end(1) if match else len(claim)))


def demanded(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return from whom something is demanded: an explanation from Russia."""
    content = attribution.contents[-1]
    if not telling.DEMANDED.match(cue):
        return None
    text = reading.text(attribution)
    if owned := _OWNED.match(text, content.start, content.end):
        return Span(*owned.span(owned.lastindex or 0))
    match = _FROM.search(text, content.start, content.end)
    if match and telling.LEAVING.search(text, content.start, match.start()):
        return None
    return Span(match.end(), content.end) if match else None


def asked(reading: Reading, attribution: Attribution, cue: str) -> Span | None:
    """Return who is to do what is wanted, or who stands before a passive: the parties are urged to."""
    content = reading.tokens(attribution, attribution.contents[0])
    verb = reading.tokens(attribution, attribution.cue)
    if verb is None or content is None:
        return None
    if telling.PASSIVE.match(cue):
        subjects = [c for c in verb.root.children if c.dep_ == "nsubjpass" and c not in content]
        return _whole(subjects[0]) if subjects else None
    if verb.root.dep_ == "acl" and verb.root.tag_ == "VBN" and verb.root.head.i < verb.start:
        noun = verb.root.head
        return Span(noun.left_edge.idx, noun.idx + len(noun)) if telling.OBJECT.search(cue) else None
    if not telling.WANTED.match(cue) or content.root.tag_ not in {"VB", "VBP"}:
        return None
    subjects = [c for c in content.root.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i >= content.start]
    return _whole(subjects[0]) if subjects else None


def headed(reading: Reading, attribution: Attribution) -> Span | None:
    """Return who stands before the colon of a headline: *Araghchi to E3: ...*."""
    text, source, content = reading.text(attribution), attribution.source, attribution.contents[0]
    if source is None or not attribution.in_headline or source.end > content.start:
        return None
    match = re.compile(r"\s+to\s+([^:]{2,40}?)\s*:").match(text, source.end, content.start)
    return Span(*match.span(1)) if match else None


def called(reading: Reading, attribution: Attribution) -> Span | None:
    """Return whom a speaker turns to in words of his own: *We urge Israel to ...*."""
    text = reading.text(attribution)
    for content in attribution.contents:
        if match := telling.OWN_WORDS.search(text, content.start, content.end):
            span = phrase(text, match.end())
            to = text.find(" to ", span.start, span.end)
            return Span(span.start, to) if to > 0 else span
    return None


def performed(reading: Reading, attribution: Attribution, _: str) -> Span | None:
    """Return whom a speaker turns to by what he says he does: *said it congratulated Chad on ...*."""
    text, content = reading.text(attribution), attribution.contents[0]
    match = telling.PERFORMED.match(text, content.start, content.end)
    return phrase(text, match.end()) if match else None


def phrase(text: str, start: int) -> Span:
    """Return the words from an offset to the next stop or link."""
    stop = _STOP.search(text, start, start + 80)
    end = stop.start() if stop else min(len(text), start + 80)
    return Span(start, end)


def _whole(noun: Token) -> Span:
    last = noun.right_edge
    return Span(noun.left_edge.idx, last.idx + len(last))
