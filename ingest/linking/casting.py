"""Who is in an article: its cast, from its headline and body in one pass."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ingest.gazetteer.names import Candidate, Mention
from ingest.linking.bodies import body, collective, spelt_out, state_or_body
from ingest.linking.encounters import encounters
from ingest.linking.figures import Cast, Figure, Sighting
from ingest.linking.people import person, recognise
from ingest.linking.phrases import Phrase, phrases
from ingest.linking.publishing import herald, home_and_scene, issuer
from ingest.linking.register import Register
from ingest.linking.sentences import starts
from ingest.linking.units import classified
from ingest.reading import Reading

# Parts of speech of which a name cannot be; the parser's mistakes are mostly between the others.
_NO_NAMES = frozenset({"ADV", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "VERB", "AUX", "INTJ", "PART"})
# After these a capitalised name is a place's rather than a speaker's.
_PREPOSITIONS = (" in ", " of ", " at ", " from ")


def cast_of(reading: Reading) -> Cast:
    """Return the cast of an article."""
    register = Register(reading.gazetteer, reading.published_on)
    cast, doc = register.cast, reading.body
    mentions = reading.gazetteer.mentions(reading.body_text)
    cast.home, cast.scene = home_and_scene(reading, mentions)
    openers = {doc[at].idx for at in starts(doc) if doc[at].pos_ in _NO_NAMES}
    cast.body = _sightings(register, reading.body_text, _nearest(register, mentions), openers)
    mentions = reading.gazetteer.mentions(reading.headline_text)
    cast.headline = _sightings(register, reading.headline_text, _nearest(register, mentions), None)
    cast.settle()
    _embody(reading, register)
    cast.herald = herald(register, reading)
    cast.encounters = encounters(cast, reading)
    cast.issuer = issuer(register, reading)
    return cast


def _sightings(
    register: Register, text: str, mentions: list[Mention], openers: Collection[int] | None
) -> list[Sighting]:
    """Return the sightings of a text; `openers` as in units, None in a headline."""
    short = spelt_out(register, text)
    in_headline = openers is None
    found = []
    for phrase in phrases(classified(text, mentions, openers or ())):
        written = text[phrase.start : phrase.end].removeprefix("the ").removeprefix("The ")
        figure = short.get(written) or _figure(register, phrase, in_headline)
        found.append(Sighting(phrase, figure, in_headline))
    return found


def _nearest(register: Register, mentions: list[Mention]) -> list[Mention]:
    """Return mentions with the body of the state where the article plays first: Congress, of India.

    A party of a state that is not named is another's: the Democratic Party, in Korea.
    """
    named = {code for m in mentions if m.strong and (code := register.code(m))} | {register.cast.scene}
    near = [m if m.strong or len(m.candidates) < 2 else _by_scene(register, m) for m in mentions]
    return [m for m in near if m.strong or not _far(register, m, named)]


def _far(register: Register, mention: Mention, named: Collection[str]) -> bool:
    body = register.gazetteer.organizations.get(mention.ids[0])
    return body is not None and body.kind == "party" and body.country not in named


def _by_scene(register: Register, mention: Mention) -> Mention:
    def distance(candidate: Candidate) -> tuple[bool, bool]:
        body = register.gazetteer.organizations.get(candidate.id)
        return body is None or body.country != register.cast.scene, body is not None and not body.code

    return replace(mention, candidates=tuple(sorted(mention.candidates, key=distance)))


def _figure(register: Register, phrase: Phrase, in_headline: bool) -> Figure | None:
    """Return whom a phrase names; a title alone is left to be resolved where it is asked for."""
    if phrase.name:
        return person(register, phrase, in_headline)
    if phrase.title:
        return collective(register, phrase) if phrase.plural else None
    if phrase.body:
        return body(register, phrase)
    return state_or_body(register, phrase.mentions[0]) if phrase.mentions else None


def _embody(reading: Reading, register: Register) -> None:
    """Take a capitalised name for a person's if it speaks, unless "the" or a preposition stands before it."""
    for attribution in reading.attributions:
        if attribution.source is None:
            continue
        text = reading.text(attribution)
        for sighting in register.cast.within(attribution.source, attribution.in_headline):
            placed = sighting.phrase.article == "the" or text[: sighting.start].endswith(_PREPOSITIONS)
            if sighting.figure and sighting.figure.faint and not placed:
                sighting.figure.faint = False
                recognise(register, sighting.figure)
