"""Bodies that a phrase describes: China's foreign ministry, the Israeli army, the Labour Party (LP)."""

from __future__ import annotations

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.gazetteer.entries import Country, Organization
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.words import fold
from ingest.linking.phrases import Phrase

# Bodies of a state speak for it; parties, papers, firms and associations for themselves.
_OF_STATE = frozenset(
    """
    ministry ministries government governments department army police military forces navy guard court
    parliament senate congress embassy mission consulate cabinet presidency palace kremlin office
    administration chancellery authority commission council agency bureau secretariat tribunal directorate
    junta regime judiciary service assembly
    """.split()
)
# Whatever state they belong to, these speak for themselves.
_FOR_ITSELF = frozenset("media news newspaper television radio broadcaster party opposition company firm bank".split())
_KINDS_FOR_ITSELF = frozenset("media party ngo company militant_group".split())

# Words that say no more than the state itself.
_STATE_ITSELF = frozenset("government governments administration".split())


def is_state_itself(phrase: Phrase) -> bool:
    """Whether a phrase means a state by its government: the government of Nauru."""
    return set(fold(phrase.body).split()) - {"of", "the"} <= _STATE_ITSELF


def described(phrase: Phrase, code: str, home: str, gazetteer: Gazetteer) -> Party:
    """Return the body that a phrase describes; `code` is that of the state or body it names, else empty."""
    nouns = set(fold(f"{phrase.owner} {phrase.body}").split())
    of_state = bool(nouns & _OF_STATE) and not nouns & _FOR_ITSELF
    code = code or (home if of_state else "")
    entry = gazetteer.coded(code) if code else None
    words = f"{phrase.owner} {phrase.body}".strip()
    if isinstance(entry, Country):
        adjectives = [f"{word} {words}" for word in (entry.name, *entry.demonyms)]
        for name in (*adjectives, f"{words} of {entry.name}", words):
            for candidate in gazetteer.lookup(name):
                found = gazetteer.organizations.get(candidate.id)
                if found and (found.code or found.country) == code:
                    return known(found)
        if "foreign" in words.lower() and "ministry" in words.lower():
            for candidate in gazetteer.lookup(f"Ministry of Foreign Affairs of {entry.name}"):
                if found := gazetteer.organizations.get(candidate.id):
                    return known(found)
    name = words + (f" of {entry.name}" if entry and fold(entry.name) not in fold(words) else "")
    country = code if of_state else None
    return Party(name, ActorType.ORGANIZATION, actor_id(name, country), country or None, reason="described in the text")


def known(body: Organization) -> Party:
    """Return an organisation of the gazetteer."""
    return Party(body.name, ActorType.ORGANIZATION, body.id, code_of(body) or None, reason="named in the text")


def code_of(entry: object) -> str:
    """Return the code of a state or body: ISO 3166 for states, EU, NATO ... for bodies; none for militias, media."""
    if isinstance(entry, Country):
        return entry.iso
    if isinstance(entry, Organization) and entry.kind not in _KINDS_FOR_ITSELF:
        return entry.code
    return ""
