"""Whom the object of a verb of saying means."""

from __future__ import annotations

import re

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.linking import lexicon
from ingest.linking.references import Discourse

_WORD = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
_OPPOSITE = frozenset(
    "him her them other latter counterpart colleague interlocutor host guest majesty highness excellency".split()
)
_SIDES = frozenset("sides countries parties nations".split())
# Words at the beginning of what is no noun phrase, or of a name left half.
_NO_NOUN = re.compile(r"(?:in|at|on|off|off|that|all of|his|by|as|for|to|from|he|she|it|they|\d)\b", re.I)
_SMALL = frozenset("the a an his her their its our all both two these those".split())


def spoken_to(discourse: Discourse, span: Span, attribution: Attribution, plainly: bool) -> list[Party]:
    """Return whom the words at a span mean; a pronoun there never means the speaker.

    `plainly`: the verb takes the one spoken to as its object, so that whoever stands there is one, named or not.
    """
    text = discourse.reading.words(attribution, span)
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return []
    if words[0] in {"him", "her", "them"} or (len(words) < 4 and words[-1] in _OPPOSITE):
        return _others(discourse, attribution, span.start, "them" in words)
    if _SIDES & set(words) and len([w for w in words if w not in _SMALL]) == 1:
        return _their_states(discourse, attribution, span.start)
    if set(words) - _SMALL <= {"government", "authorities"}:
        return _their_states(discourse, attribution, span.start)[-1:]
    if not discourse.cast.within(span, attribution.in_headline) and not set(words) & lexicon.GROUPS:
        return [_unnamed(text)] if plainly and len(words) < 7 and not _NO_NOUN.match(text) else []
    return discourse.meant(span, attribution.in_headline).parties


def _others(discourse: Discourse, attribution: Attribution, at: int, several: bool) -> list[Party]:
    """Return who else is at the table than the speakers."""
    speaking = {party.id for party in attribution.speakers}
    together = discourse.together(at)
    others = [p for p in together.parties if p.id not in speaking] if together else []
    return others if several else others[:1]


def _their_states(discourse: Discourse, attribution: Attribution, at: int) -> list[Party]:
    """Return the states of those at the table; of three, the two that do not speak."""
    together = discourse.together(at)
    codes = list(dict.fromkeys(p.country for p in together.parties if p.country)) if together else []
    own = {party.country for party in attribution.speakers}
    if len(codes) > 2:
        codes = [code for code in codes if code not in own]
    return [party for code in codes if (party := discourse.state(code))]


def _unnamed(text: str) -> Party:
    name = re.sub(r"^(?:the|a|an|all|his|her|their)\s+", "", text, flags=re.I)
    return Party(name, ActorType.ORGANIZATION, actor_id(name, None), as_written=text, reason="as written")
