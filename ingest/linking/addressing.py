"""Whom the object of a verb of saying means."""

from __future__ import annotations

import re

from ingest.annotations import Attribution, Party, Span
from ingest.linking import lexicon
from ingest.linking.discourse import Discourse
from ingest.linking.lexicon import word_set
from ingest.linking.recall import OPPOSITE
from ingest.linking.references import as_written, meant, words_of

_SOMEBODY_ELSE = OPPOSITE | word_set("him her them other latter majesty highness excellency")
_SIDES = word_set("sides countries parties nations")
_STATE = word_set("government authorities")
_SMALL = word_set("the a an his her their its our all both two these those")
# Words at the beginning of what is no noun phrase, or of a name left half.
_NO_NOUN = re.compile(r"(?:in|at|on|off|that|all of|his|by|as|for|to|from|he|she|it|they|\d)\b", re.I)
_LONGEST = 6


def spoken_to(discourse: Discourse, span: Span, attribution: Attribution, plainly: bool) -> list[Party]:
    """Return whom the words at a span mean; a pronoun there never means the speaker.

    `plainly`: the verb takes the one spoken to as its object, so that whoever stands there is one, even
    without a name.
    """
    text = discourse.words(span, attribution.in_headline)
    words = words_of(text)
    if not words:
        return []
    if words[0] in {"him", "her", "them"} or (len(words) < 4 and words[-1] in _SOMEBODY_ELSE):
        others = _others(discourse, attribution, span.start)
        return others if "them" in words else others[:1]
    plain = [word for word in words if word not in _SMALL]
    if len(plain) == 1 and plain[0] in _SIDES | _STATE:
        states = _their_states(discourse, attribution, span.start)
        return states if plain[0] in _SIDES else states[-1:]
    if not discourse.cast.within(span, attribution.in_headline) and not set(words) & lexicon.GROUPS:
        nameable = plainly and len(words) <= _LONGEST and not _NO_NOUN.match(text)
        return [as_written(text)] if nameable else []
    return meant(discourse, span, attribution.in_headline).parties


def _others(discourse: Discourse, attribution: Attribution, at: int) -> list[Party]:
    """Return who else is at the table than the speakers."""
    speaking = {party.id for party in attribution.speakers}
    together = discourse.together(at)
    return [party for party in together.parties if party.id not in speaking] if together else []


def _their_states(discourse: Discourse, attribution: Attribution, at: int) -> list[Party]:
    """Return the states of those at the table; of three, the two that do not speak."""
    together = discourse.together(at)
    codes = list(dict.fromkeys(p.country for p in together.parties if p.country)) if together else []
    if len(codes) > 2:
        own = {party.country for party in attribution.speakers}
        codes = [code for code in codes if code not in own]
    return [party for code in codes if (party := discourse.state(code))]
