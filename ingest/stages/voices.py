"""Whose position a content states: *China* in "China is willing to ..., said Wang" (voice).

A state or body has a voice where the content makes it the grammatical holder of the position, and where the
speaker speaks for it: what he says of others is no position of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.linking.bodies import code_of
from ingest.linking.references import place
from ingest.reading import Reading

# Nouns that say what their holder thinks, wants or will do.
_POSITIONS = frozenset(
    """
    support commitment readiness position concern interest intention stance willingness desire wish view
    assessment plan decision demand claim approach keenness priority proposal preparedness opposition resolve
    reaffirmation appreciation adherence faith refusal determination gratitude expectation policy ambition
    hope aspiration offer request call rejection condemnation conviction solidarity eagerness
    """.split()
)
# Words by which speakers name their own state.
_OWN = frozenset("country government state kingdom nation republic union delegation side emirates sultanate".split())
_OWNED_BY = frozenset("our his her their my its the".split())
_STATES = frozenset({ActorType.COUNTRY, ActorType.ORGANIZATION})


def voices(reading: Reading) -> None:
    """Write on each attribution the states and bodies whose position its content states."""
    before: Attribution | None = None
    for attribution in sorted(reading.attributions, key=lambda a: (not a.in_headline, place(a))):
        attribution.voice = list(_voices(reading, attribution, before))
        before = attribution


def _voices(reading: Reading, attribution: Attribution, before: Attribution | None) -> Iterator[Party]:
    codes = {party.country for party in attribution.speakers if party.country}
    content = reading.tokens(attribution, attribution.contents[0])
    if not content or not codes:
        return
    for holder in _holders(content, len(attribution.contents) > 1):
        if holder.lower_ == "it" and before and before.speakers[:1] == attribution.speakers[:1]:
            yield from before.voice
            return
        if party := _named(reading, attribution, holder) or _own(reading, attribution, holder):
            if party.country in codes:
                yield replace(party, as_written=holder.text, reason=f"holder of the position in {content.root.text!r}")
                return


def _holders(content: DocSpan, interrupted: bool) -> Iterator[Token]:
    """Yield the words that may name the holder: the subject, or whose support, commitment, view it is."""
    root = content.root
    if interrupted and root.pos_ in {"NOUN", "PROPN"}:
        yield root
    for child in root.children:
        if child.dep_ in {"nsubj", "expl"} and child.i >= content.start:
            yield child
            yield from (c for c in child.children if child.lemma_.lower() in _POSITIONS and c.dep_ in {"poss", "compound", "amod"})
    if root.lemma_.lower() in _POSITIONS:
        for child in root.children:
            if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                yield child
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from (c for c in child.children if c.dep_ == "pobj")


def _named(reading: Reading, attribution: Attribution, holder: Token) -> Party | None:
    """Return the state or body that a word names, in its own name or by its adjective."""
    for sighting in reading.cast.within(Span(holder.idx, holder.idx + len(holder)), attribution.in_headline):
        figure = sighting.figure
        if figure and figure.party.type in _STATES:
            return figure.party
        for mention in sighting.phrase.mentions:
            if mention.start <= holder.idx < mention.end and (code := code_of(reading.gazetteer.entry(mention.ids[0]))):
                return _state(reading, code)
    return None


def _own(reading: Reading, attribution: Attribution, holder: Token) -> Party | None:
    """Return the speaker's state where he calls it ours, my country, the government."""
    owner = holder.lower_ == "our"
    if holder.lemma_.lower() in _OWN:
        owner = any(c.lower_ in _OWNED_BY for c in holder.children)
    if not owner or len(attribution.speakers) != 1:
        return None
    code = attribution.speakers[0].country
    return _state(reading, code) if code else None


def _state(reading: Reading, code: str) -> Party | None:
    entry = reading.gazetteer.coded(code)
    if entry is None:
        return None
    type_ = ActorType.COUNTRY if code in reading.gazetteer.countries_by_iso else ActorType.ORGANIZATION
    return Party(entry.name, type_, entry.id, code)
