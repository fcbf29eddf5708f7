"""Whom the object of a verb of saying means."""

from __future__ import annotations

import re

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.gazetteer.entries import Organization
from ingest.gazetteer.names import Mention
from ingest.linking import lexicon
from ingest.linking.descriptions import DESCRIBED, described
from ingest.linking.discourse import Discourse, Meant
from ingest.linking.lexicon import word_set
from ingest.linking.recall import OPPOSITE
from ingest.linking.references import as_written, lower_case, meant, words_of
from ingest.linking.register import code_of

_SOMEBODY_ELSE = OPPOSITE | word_set("him her them other latter majesty highness excellency brother")
# Plurals for those at the other side of the table.
_OTHERS = word_set(
    """
    leaders counterparts colleagues guests hosts interlocutors presidents ministers attendees principals two
    """
)
_OPPOSITE_NUMBER = re.compile(r"\b(?:counterparts?|opposite numbers?|colleagues?|guests?|hosts?)\b")
_SIDES = word_set("sides countries parties nations governments neighbours neighbors")
_STATE = word_set("government authorities")
_SMALL = word_set("the a an his her their its our all both two three other these those")
# Plurals that mean those at the table only with an article: the participants, but not participants.
_AT_LARGE = _OTHERS | _SIDES | word_set("participants delegates states officials members delegations teams")
# Words at the beginning of what is no noun phrase, or of a name left half.
_NO_NOUN = re.compile(
    r"(?:in|at|on|off|that|all of|his|by|as|for|to|from|he|she|it|they|how|what|why|when|where|who|whether|if"
    r"|\d|(?:the |a |all |further |additional |more |new |urgent )?"
    r"(?:questions?|efforts|steps|measures|talks|attempts|plans|actions|reforms))\b"
    r"|\W",
    re.I,
)
_LONGEST = 8
_GENDERS = {"him": "m", "her": "f"}
# Who was killed is told by who they leave behind: one name for all such words.
_VICTIMS = re.compile(
    r"\bof (?:those|people|(?:the )?(?:soldiers|citizens|civilians)) (?:who|whose|killed|that|lost)\b.*",
    re.I | re.S,
)


def spoken_to(discourse: Discourse, span: Span, attribution: Attribution, plainly: bool) -> list[Party]:
    """Return whom the words at a span mean; a pronoun there never means the speaker.

    `plainly`: the verb takes the one spoken to as its object, so that whoever stands there is one, even
    without a name.
    """
    text = discourse.words(span, attribution.in_headline)
    words = words_of(text)
    if not words:
        return []
    if words[0] in {"him", "her", "them"}:
        return _whom(discourse, attribution, words[0], span.start)
    named = discourse.cast.within(span, attribution.in_headline)
    if plainly and not named and words[-1] in _AT_LARGE and words[0] not in _SMALL:
        return [as_written(text)]
    found = _across(discourse, span, attribution, text, words) or _states(discourse, span, attribution, words)
    if found is not None:
        return found
    if at_home := _of_home(discourse, attribution, words, span.start):
        return [at_home]
    if not named and not set(words) & lexicon.GROUPS:
        return _unnamed(discourse, attribution, text, words) if plainly else []
    return _not_himself(discourse, span, attribution)


def _unnamed(discourse: Discourse, attribution: Attribution, text: str, words: list[str]) -> list[Party]:
    """Return whom words without a capital mean, as they are written: the families of those killed."""
    called = [word for word in words if word not in _SMALL and word != "and"]
    found = [party for word in called for party in lower_case(discourse, [word])]
    if attribution.in_headline and found and len(found) == len(called):
        return list({party.id: party for party in found}.values())
    text = _VICTIMS.sub("of the victims", text)
    nameable = len(words_of(text)) <= _LONGEST and not _NO_NOUN.match(text)
    return [as_written(text)] if nameable else []


def _not_himself(discourse: Discourse, span: Span, attribution: Attribution) -> list[Party]:
    """Return whom names and titles mean; a title that would be the speaker's means another who bears it."""
    found = meant(discourse, span, attribution.in_headline).parties
    speaking = {party.id for party in attribution.speakers}
    if len(found) > 1 or found[0].id not in speaking or found[0].type is not ActorType.PERSON:
        return found
    for sighting in discourse.cast.within(span, attribution.in_headline)[:1]:
        return [p for p in described(discourse, sighting, speaking) if p.reason != DESCRIBED]
    return found


def _whom(discourse: Discourse, attribution: Attribution, word: str, at: int) -> list[Party]:
    """Return whom a pronoun means: to whom the same speaker spoke just before, else who sits at the table."""
    before = _spoken_to_before(discourse, attribution)
    if before and (word == "them" or before[0].type is ActorType.PERSON):
        return before if word == "them" else before[-1:]
    others = _others(discourse, attribution, at)
    if word == "them":
        return others
    return (
        _just_named(discourse, attribution, word, at)
        or others[:1]
        or _named_before(discourse, attribution, word, at)
    )


def _just_named(discourse: Discourse, attribution: Attribution, word: str, at: int) -> list[Party]:
    """Return who is named between the speaker and a pronoun in a sentence: *wrote to Sisi, urging him*."""
    source = attribution.source
    if source is None or attribution.in_headline or source.end > at:
        return []
    if ". " in discourse.words(Span(source.end, at), in_headline=False):
        return []
    return _last_named(discourse, attribution, word, Span(source.end, at))


def _named_before(discourse: Discourse, attribution: Attribution, word: str, at: int) -> list[Party]:
    """Return the last person named before in the paragraph: a letter to the minister, urging her to."""
    begin = discourse.reading.body_text.rfind("\n", 0, at)
    return _last_named(discourse, attribution, word, Span(begin, at))


def _last_named(discourse: Discourse, attribution: Attribution, word: str, span: Span) -> list[Party]:
    """Return the last person named in a span of the body whom a pronoun may mean, but the speaker."""
    speaking = {party.id for party in attribution.speakers}
    for sighting in reversed(discourse.cast.within(span)):
        figure = sighting.figure
        if figure is None or not figure.is_person or figure.faint or figure.party.id in speaking:
            continue
        if figure.gender in {"", _GENDERS.get(word, figure.gender)}:
            return [figure.party]
    return []


def _spoken_to_before(discourse: Discourse, attribution: Attribution) -> list[Party]:
    """Return to whom the statement before was said, if it is the same speaker's in the same paragraph."""
    last = discourse.noted[-1] if discourse.noted else None
    if last is None or last.cue is None or attribution.cue is None or attribution.in_headline:
        return []
    same = {party.id for party in last.speakers} == {party.id for party in attribution.speakers}
    between = discourse.reading.body_text[last.cue.end : attribution.cue.start]
    return last.addressees if same and "\n" not in between else []


def _across(
    discourse: Discourse, span: Span, attribution: Attribution, text: str, words: list[str]
) -> list[Party] | None:
    """Return who sits at the other side of the table, where the words call them by that."""
    sightings = discourse.cast.within(span, attribution.in_headline)
    if _OPPOSITE_NUMBER.search(text) and sightings:
        named = [s.figure for s in sightings if s.figure and s.figure.is_surely_person]
        codes = [code for s in sightings for code in _codes(discourse, s.phrase.mentions)]
        sitting = [party for code in codes if (party := discourse.sitting_for(code, span.start))]
        if named or sitting:
            return Meant.of(named).parties if named else sitting
    if len(words) < 4 and words[-1] in _SOMEBODY_ELSE:
        others = _others(discourse, attribution, span.start)
        return others[:1] or _named_before(discourse, attribution, words[-1], span.start)
    if words[-1] in _OTHERS and set(words[:-1]) <= _SMALL | {"foreign"}:
        others = _others(discourse, attribution, span.start)
        return others if len(others) > 1 or words[-1] in {"guests", "hosts"} else None
    return None


def _codes(discourse: Discourse, mentions: tuple[Mention, ...]) -> list[str]:
    gazetteer = discourse.reading.gazetteer
    return [code_of(gazetteer.entry(mention.ids[0])) for mention in mentions]


def _states(
    discourse: Discourse, span: Span, attribution: Attribution, words: list[str]
) -> list[Party] | None:
    """Return the states meant by "the two sides", "the U.S. side", "the government"."""
    plain = [word for word in words if word not in _SMALL]
    if words[-1] == "side":
        if words[-2:-1] == ["european"]:
            return [party for party in [discourse.state("EU")] if party]
        sightings = discourse.cast.within(span, attribution.in_headline)
        codes = [code for s in sightings for code in _codes(discourse, s.phrase.mentions)]
        return [party for code in codes[:1] if (party := discourse.state(code))] or None
    if len(plain) != 1 or plain[0] not in _SIDES | _STATE:
        return None
    if plain[0] in _SIDES:
        codes = _their_codes(discourse, attribution, span.start)
        own = {party.country for party in attribution.speakers}
        if words[0] == "all" and (len(codes) < 2 or own & set(codes)):
            return [as_written(discourse.words(span, attribution.in_headline))]
        return [party for code in codes if (party := discourse.state(code))]
    own = {party.country for party in attribution.speakers}
    table = [code for code in _their_codes(discourse, attribution, span.start) if code not in own]
    state = discourse.state((table or [discourse.cast.home or discourse.cast.scene])[-1])
    return [state] if state else []


def _of_home(discourse: Discourse, attribution: Attribution, words: list[str], at: int) -> Party | None:
    """Return the speaker's parliament, the members of the body named last, the paper itself."""
    plain = [word for word in words if word not in _SMALL]
    if words[0] == "this" and words[-1] in {"newspaper", "paper", "publication"}:
        publisher = discourse.reading.article.publisher
        return as_written(publisher) if publisher else None
    if plain == ["parliament"]:
        code = next((party.country for party in attribution.speakers if party.country), None)
        state = discourse.state(code) if code else None
        return _organization(f"Parliament of {state.name}", code) if state else None
    if plain == ["members"] and (body := _body_of_states(discourse, at)):
        return _organization(f"members of the {body.name}", body.code)
    return None


def _body_of_states(discourse: Discourse, at: int) -> Organization | None:
    for sighting in discourse.cast.before(at):
        entry = discourse.reading.gazetteer.entry(sighting.figure.party.id or "") if sighting.figure else None
        if isinstance(entry, Organization) and entry.code and not entry.country:
            return entry
    return None


def _organization(name: str, code: str | None) -> Party:
    key = actor_id(name, code)
    return Party(name, ActorType.ORGANIZATION, key, code or None, reason="described in the text")


def _others(discourse: Discourse, attribution: Attribution, at: int) -> list[Party]:
    """Return who else is at the table than the speakers."""
    speaking = {party.id for party in attribution.speakers}
    together = discourse.together(at)
    return [party for party in together.parties if party.id not in speaking] if together else []


def _their_codes(discourse: Discourse, attribution: Attribution, at: int) -> list[str]:
    """Return the states of those at the table; of three, the two that do not speak."""
    together = discourse.together(at)
    codes = list(dict.fromkeys(p.country for p in together.parties if p.country)) if together else []
    if len(codes) > 2:
        own = {party.country for party in attribution.speakers}
        codes = [code for code in codes if code not in own]
    return codes
