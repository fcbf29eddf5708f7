"""Whose position a content states: *China* in "China is willing to ..., said Wang" (voice).

A state or body has a voice where the content makes it the grammatical holder of the position (the subject of
its main verb, or whose support, commitment, view it is), and where the speaker speaks for it: what he says of
others is no position of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.gazetteer.entries import Country
from ingest.gazetteer.names import NameKind
from ingest.linking.discourse import in_order
from ingest.linking.lexicon import word_set
from ingest.reading import Reading

# Nouns that say what their holder thinks, wants or will do.
_POSITIONS = word_set(
    """
    support commitment readiness position concern interest intention stance willingness desire wish view
    assessment plan decision demand claim approach keenness priority proposal preparedness opposition
    resolve reaffirmation appreciation adherence faith refusal determination gratitude expectation policy
    ambition hope aspiration conviction solidarity eagerness
    """
)
# Words by which speakers name their own state or body, and what makes them theirs.
_OWN = word_set(
    """
    government state country kingdom republic union delegation side emirates commission
    """
)
_OWNERS = word_set("our his her their my its the")
# What ought to be, or has been achieved, is no position of the one of whom it is said.
_NOT_HIS = word_set("should must has have")
# Passives that tell how their subject is minded.
_DISPOSED = word_set("commit prepare interest determine oppose concern resolve")
_VERBAL = frozenset({"VERB", "AUX", "ADV", "PART"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def voices(reading: Reading) -> None:
    """Write on each attribution the states and bodies whose position its content states."""
    before: Attribution | None = None
    for attribution in in_order(reading.attributions):
        attribution.voice = list(_voices(reading, attribution, before))
        before = attribution


def _voices(reading: Reading, attribution: Attribution, before: Attribution | None) -> Iterator[Party]:
    codes = {party.country for party in attribution.speakers if party.country}
    content = reading.tokens(attribution, attribution.contents[0])
    if not content or not codes:
        return
    if content[0].lower_ == "it" and before and before.speakers[:1] == attribution.speakers[:1]:
        yield from before.voice
        return
    first = f"holds the position that begins {content.text[:30]!r}"
    for holders in (
        _subjects(content, len(attribution.contents) > 1),
        _first_word(content),
        _owners(content),
    ):
        named = {p.country: p for h in holders for p in _holding(reading, attribution, h)}
        held = [replace(party, reason=first) for code, party in named.items() if code in codes]
        if held and (len(named) == 1 or len(codes) > 1 or holders[0].dep_ != "nsubj"):
            yield from held if len(codes) > 1 else held[:1]
            return


def _holding(reading: Reading, attribution: Attribution, holder: Token) -> list[Party]:
    """Return whom a holder's word means: a state by its name, else the speakers' own."""
    named = _named(reading, attribution, holder)
    return [named] if named else _own(reading, attribution, holder)


def _subjects(content: DocSpan, interrupted: bool) -> list[Token]:
    """Return the subject of the main verb and what is joined to it, where the verb states a position."""
    root = content.root
    if interrupted and root.pos_ in {"NOUN", "PROPN"}:
        return [root]
    subjects = [c for c in root.children if c.dep_ == "nsubj" and c.i >= content.start]
    if root.lemma_ in _DISPOSED:
        subjects += [c for c in root.children if c.dep_ == "nsubjpass"]
    return [t for s in subjects for t in (s, *s.conjuncts)] if _states(root) else []


def _states(verb: Token) -> bool:
    """Whether a verb states what its subject does, wants or will do, not what it is, ought to or has done."""
    if any(c.lower_ in _NOT_HIS for c in verb.children if c.dep_ == "aux"):
        return False
    return verb.lemma_ != "be" or any(c.dep_ == "acomp" for c in verb.children)


def _first_word(content: DocSpan) -> list[Token]:
    """Return a name at the content's beginning that a verb follows: the parser may err on it."""
    for token in content[: min(4, len(content) - 1)]:
        after = token.nbor()
        if token.pos_ == "PROPN" and after.i + 1 < content.end and after.text[0].isalpha():
            achieved = after.lower_ in _NOT_HIS and after.nbor().tag_ != "DT"
            if (after.pos_ in _VERBAL or after.tag_ == "NNS") and after.lemma_ != "be" and not achieved:
                return [token]
        if token.pos_ not in {"DET", "PROPN"}:
            break
    return []


def _owners(content: DocSpan) -> list[Token]:
    """Return whose support, commitment, view a noun phrase tells of."""
    for noun in content[: min(9, len(content))]:
        if noun.pos_ == "ADP" or noun.tag_ in _FINITE:
            break
        after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
        if noun.lemma_.lower() in _POSITIONS and not (after is not None and after.pos_ == "NOUN"):
            before = [t for t in content[: noun.i - content.start] if t.pos_ in {"PROPN", "ADJ", "PRON"}]
            return before or _after_of(noun, content)
    return []


def _after_of(noun: Token, content: DocSpan) -> list[Token]:
    """Return the holder in *the readiness of his country*."""
    if noun.i + 1 < content.end and noun.nbor().lower_ == "of":
        return [t for t in content[noun.i + 2 - content.start :][:4] if t.pos_ in {"PROPN", "NOUN", "ADJ"}]
    return []


def _named(reading: Reading, attribution: Attribution, holder: Token) -> Party | None:
    """Return the state or body of states that a word names, or whose side or government it is."""
    for sighting in reading.cast.within(Span(holder.idx, holder.idx + len(holder)), attribution.in_headline):
        mentions, figure = sighting.phrase.mentions, sighting.figure
        people = bool(mentions) and mentions[0].kind is NameKind.DEMONYM and holder.tag_ in {"NNPS", "NNS"}
        if figure and (figure.party.type is ActorType.COUNTRY or _speaking(attribution, figure.party)):
            return None if people else figure.party
        for mention in mentions:
            entry = reading.gazetteer.entry(mention.ids[0])
            inside = mention.start <= holder.idx < mention.end and mention.kind is not NameKind.DEMONYM
            if isinstance(entry, Country) and (inside or holder.lower_ in _OWN or holder.pos_ == "ADJ"):
                return _state(reading, entry.iso)
    return None


def _speaking(attribution: Attribution, party: Party) -> bool:
    """Whether a body is the speaker, or of several states: EU, NATO."""
    if party.type is not ActorType.ORGANIZATION:
        return False
    return len(party.country or "") > 2 or any(party.id == speaker.id for speaker in attribution.speakers)


def _own(reading: Reading, attribution: Attribution, holder: Token) -> list[Party]:
    """Return the speaker's state where he calls it ours, my country, the government."""
    owned = holder.lower_ == "our" or (holder.lower_ == "its" and not _is_person(attribution.speakers[0]))
    if holder.lower_ in _OWN:
        owned = any(c.lower_ in _OWNERS for c in holder.children)
    code = attribution.speakers[0].country
    if not owned or not code or len(attribution.speakers) > 1:
        return []
    state = _state(reading, code)
    return [state] if state else []


def _is_person(party: Party) -> bool:
    return party.type is ActorType.PERSON


def _state(reading: Reading, code: str) -> Party | None:
    entry = reading.gazetteer.coded(code)
    if entry is None:
        return None
    type_ = ActorType.COUNTRY if code in reading.gazetteer.countries_by_iso else ActorType.ORGANIZATION
    return Party(entry.name, type_, entry.id, code)
