"""Bodies that an article names or describes: Russia, the EU, China's foreign ministry, the Arakan Army."""

from __future__ import annotations

import re

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.gazetteer.entries import Country, Organization, Person
from ingest.gazetteer.names import Mention
from ingest.gazetteer.words import fold
from ingest.linking.figures import Figure
from ingest.linking.lexicon import word_set
from ingest.linking.phrases import Phrase
from ingest.linking.register import Register, code_of, name_words

# Bodies of a state speak for it; parties, papers, firms and associations for themselves.
_OF_STATE = word_set(
    """
    ministry ministries government governments department army police military forces navy guard court
    parliament senate congress embassy mission consulate cabinet presidency palace kremlin office
    administration chancellery authority commission council agency bureau secretariat tribunal directorate
    junta regime judiciary service assembly
    """
)
_FOR_ITSELF = word_set(
    """
    media news newspaper television radio broadcaster party opposition company firm bank
    """
)
# Words that say no more than the state itself, and words that say who sits at the table.
_STATE_ITSELF = word_set("of the government governments administration")
_SEATS = word_set("side sides team teams delegation delegations exchange party parties")
_COLLECTIVE = re.compile(r"(?:\w+ )?\b(?:leaders|heads of state|ministers|ambassadors)\b", re.I)
_ABBREVIATED = re.compile(r"\(([A-Z]{2,8})\)")


def state_or_body(register: Register, mention: Mention) -> Figure | None:
    """Return the state or body that the gazetteer finds in a text."""
    entry = register.gazetteer.entry(mention.ids[0])
    if entry is None or isinstance(entry, Person):
        return None
    if isinstance(entry, Organization):
        return register.enter(Figure(known(entry), set(fold(entry.name).split())))
    return _state(register, entry.iso)


def body(register: Register, phrase: Phrase) -> Figure | None:
    """Return the body that a phrase describes; the state where it means its government."""
    words = set(fold(phrase.body).split())
    code = next((code for code in register.codes(phrase) if code), "")
    if words <= _SEATS:
        return None
    if code and words <= _STATE_ITSELF:
        return state_or_body(register, phrase.mentions[0])
    if (
        not code
        and words & _OF_STATE
        and (code := _of_owner(register, phrase.owner))
        and words <= _STATE_ITSELF
    ):
        return _state(register, code)
    if not code and not phrase.owner:
        if named := _named_before(register, words):
            return named
        if phrase.body[0].islower():
            return None
    party = _described(register, phrase, code)
    return register.enter(Figure(party, set(fold(party.name).split())))


def _of_owner(register: Register, owner: str) -> str:
    """Return the code of the state of somebody known whose body it is: the Biden administration."""
    words = name_words(owner)
    figures = register.sharing(words) if words else []
    known = (f for f in figures if f.is_surely_person and words <= f.words and f.party.position)
    return next((figure.party.country for figure in known if figure.party.country), "")


def _state(register: Register, code: str) -> Figure | None:
    entry = register.gazetteer.coded(code)
    if not isinstance(entry, Country):
        return None
    party = Party(entry.name, ActorType.COUNTRY, entry.id, entry.iso, reason="named in the text")
    return register.enter(Figure(party, set(fold(entry.name).split())))


def collective(register: Register, phrase: Phrase) -> Figure | None:
    """Return the leaders of a body of states taken as one: EU leaders, leaders of ASEAN."""
    called = _COLLECTIVE.search(phrase.title)
    if called is None:
        return None
    for mention in phrase.mentions:
        entry = register.gazetteer.entry(mention.ids[0])
        if isinstance(entry, Organization) and entry.code and not entry.country:
            the = "" if entry.name.isupper() else "the "
            name = f"{called[0].lower()} of {the}{entry.name}"
            key = actor_id(name, entry.code)
            party = Party(name, ActorType.ORGANIZATION, key, entry.code, reason="several taken as one")
            return register.enter(Figure(party, {"leaders"}, collective=True))
    return None


def spelt_out(register: Register, text: str) -> dict[str, Figure]:
    """Return the bodies that an article's own abbreviations stand for: the Arakan Army (AA)."""
    found = {}
    for match in _ABBREVIATED.finditer(text):
        words, short = text[max(0, match.start() - 90) : match.start()].split()[-8:], match[1]
        while words and "".join(word[0] for word in words if word[0].isupper()) != short:
            words.pop(0)
        while words and not words[0][0].isupper():
            words.pop(0)
        if words and (state := _state_called(register, " ".join(words))):
            found[short] = state
        elif words:
            party = _body_called(register, " ".join(words), short)
            found[short] = register.enter(Figure(party, {*fold(party.name).split(), short.lower()}))
    return found


def _state_called(register: Register, name: str) -> Figure | None:
    """Return the state of a name that an article spells out: Democratic People's Republic of Korea (DPRK)."""
    for candidate in register.gazetteer.lookup(name):
        if isinstance(entry := register.gazetteer.entry(candidate.id), Country):
            return _state(register, entry.iso)
    return None


def _body_called(register: Register, name: str, short: str) -> Party:
    for candidate in register.gazetteer.lookup(name):
        if entry := register.gazetteer.organizations.get(candidate.id):
            return known(entry)
    return Party(name, ActorType.ORGANIZATION, actor_id(name, None), reason=f"spelt out as {short}")


def _named_before(register: Register, words: set[str]) -> Figure | None:
    """Return the body of this article in whose name the words are: the Council."""
    figures = register.sharing(words)
    return next((f for f in figures if f.party.type is ActorType.ORGANIZATION and words <= f.words), None)


def _described(register: Register, phrase: Phrase, code: str) -> Party:
    nouns = set(fold(f"{phrase.owner} {phrase.body}").split())
    of_state = bool(nouns & _OF_STATE) and not nouns & _FOR_ITSELF
    code = code or (register.cast.scene if of_state else "")
    entry = register.gazetteer.coded(code) if code else None
    words = f"{phrase.owner} {phrase.body}".strip()
    if isinstance(entry, Country) and (own := _of_country(register, entry, words)):
        return known(own)
    name = words + (f" of {entry.name}" if entry and fold(entry.name) not in fold(words) else "")
    country = code if of_state else ""
    return Party(
        name, ActorType.ORGANIZATION, actor_id(name, country), country or None, reason="described in the text"
    )


def _of_country(register: Register, country: Country, words: str) -> Organization | None:
    """Return the gazetteer's body of a state that goes by these words: Chinese foreign ministry."""
    if {"foreign", "ministry"} <= set(words.lower().split()):
        words = "Ministry of Foreign Affairs"
    adjectives = [f"{adjective} {words}" for adjective in (country.name, *country.demonyms)]
    for name in (*adjectives, f"{words} of {country.name}", words):
        for candidate in register.gazetteer.lookup(name):
            found = register.gazetteer.organizations.get(candidate.id)
            if found and (found.code or found.country) == country.iso:
                return found
    return None


def known(entry: Organization) -> Party:
    return Party(
        entry.name, ActorType.ORGANIZATION, entry.id, code_of(entry) or None, reason="named in the text"
    )
