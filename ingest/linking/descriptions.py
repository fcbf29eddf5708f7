"""Whom a title without a name means: the Secretary, the Indonesian foreign minister, a senior official."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party, Span
from ingest.linking import lexicon, offices
from ingest.linking.discourse import Discourse
from ingest.linking.figures import Figure, Sighting
from ingest.linking.recall import OPPOSITE
from ingest.linking.register import code_of
from ingest.linking.titles import LEADING, LEGISLATORS, Title, read_title

# The reason of a party that could only be described: what else is known may name it.
DESCRIBED = "described, not named"
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman)\b", re.I)
# So papers call those of the White House only.
_ADMINISTRATION = re.compile(r"\badministration officials?$", re.I)
# Plurals that may be several states'; officials, police and troops are one's.
_ABOVE_STATES = ("leaders", "heads")
_LEADERS = re.compile(r"(?:(?:african|arab|asian|european) )?(?:leaders|heads of state)", re.I)
_NUMBER = re.compile(r"\b(two|three|four|five|six)\s+$", re.I)
Taken = Collection[str | None]


def described(discourse: Discourse, sighting: Sighting, taken: Taken = ()) -> list[Party]:
    """Return the actors that a sighting names or describes; the ids in `taken` are no longer free."""
    if sighting.figure is not None:
        return _three(discourse, sighting) or [sighting.figure.party]
    if not sighting.phrase.title:
        return []
    codes = _codes(discourse, sighting)
    leading = _LEADERS.fullmatch(sighting.phrase.title) is not None
    if leading and not codes and (leaders := discourse.collective(sighting.start)):
        return [leaders]
    several = _several(discourse, sighting, codes, taken) if sighting.phrase.plural else []
    return several or [_titled(discourse, sighting, codes, taken)]


def _several(discourse: Discourse, sighting: Sighting, codes: list[str], taken: Taken) -> list[Party]:
    """Return whom a plural means: the presidents of Russia and France, the three ministers at the table."""
    singular = re.sub(r"s\b", "", sighting.phrase.title.lower(), count=1)
    if len(codes) > 1:
        holders = [_holder(discourse, sighting, singular, code, taken) for code in codes]
        return [party for party in holders if party]
    table = discourse.table(sighting.start)
    european = singular.startswith("european ")
    if codes or (table is None and not european):
        return []
    there = list(discourse.cast.persons()) if european or table is None else table.parties
    free = [figure for figure in there if figure.party.id not in taken]
    if european:
        singular = singular.removeprefix("european ")
        free = [figure for figure in free if figure.party.country in lexicon.EUROPE]
    found = [figure for figure in free if figure.bears(read_title(singular))]
    number = _NUMBER.search(
        discourse.words(Span(max(0, sighting.start - 8), sighting.start), sighting.in_headline)
    )
    if number and len(found) > lexicon.NUMBERS[number[1].lower()]:
        found = [figure for figure in found if figure.party.country in lexicon.THREE] or found
    return [replace(figure.party) for figure in found] if len(found) > 1 else []


def _three(discourse: Discourse, sighting: Sighting) -> list[Party]:
    """Return the parties of the E3: who sits at the table for each, else the three states."""
    if sighting.figure is None or sighting.figure.party.country != "E3":
        return []
    sitting = [discourse.sitting_for(code, sighting.start) for code in lexicon.THREE]
    states = [discourse.state(code) for code in lexicon.THREE]
    return [party for party in (sitting if all(sitting) else states) if party]


def shared(discourse: Discourse, sighting: Sighting, state: Party) -> Party:
    """Return whom a plural means for the state before it too: U.S. and Mexican officials."""
    if sighting.figure is not None or not state.country or not sighting.phrase.mentions:
        return state
    singular = re.sub(r"s\b", "", sighting.phrase.title.lower(), count=1)
    if held := _holder(discourse, sighting, singular, state.country, ()):
        return held
    name = f"{sighting.phrase.title.lower()} of {state.name}"
    key = actor_id(name, state.country)
    return Party(name, ActorType.PERSON, key, state.country, sighting.phrase.title, reason=DESCRIBED)


def possessed(sighting: Sighting, owner: Party) -> Party:
    """Return whom "Merkel's spokesperson" means."""
    title = _SPOKESPERSON.sub("spokesperson", sighting.phrase.title)
    name = f"{title} of {owner.name}"
    key = actor_id(name, owner.country)
    return Party(name, ActorType.PERSON, key, owner.country, title, reason=DESCRIBED)


def _codes(discourse: Discourse, sighting: Sighting) -> list[str]:
    gazetteer = discourse.reading.gazetteer
    return [code_of(gazetteer.entry(mention.ids[0])) for mention in sighting.phrase.mentions]


def _titled(discourse: Discourse, sighting: Sighting, codes: list[str], taken: Taken) -> Party:
    """Return the bearer of a title; where nobody is known, the title with its state."""
    phrase = sighting.phrase
    code = next(filter(None, codes), "")
    definite = phrase.article != "a" and not phrase.plural and (code or not codes)
    if definite and not codes and (party := _still_described(discourse, phrase.title)):
        return party
    if definite and code and (party := _opposite(discourse, sighting, code)):
        return party
    if definite and (party := _holder(discourse, sighting, phrase.title, code, taken)):
        return party
    if not codes and _ADMINISTRATION.search(phrase.title):
        code = "US"
    elected = read_title(phrase.title).head.removesuffix("s") in LEGISLATORS
    placed = (bool(codes) and not elected) or _regional(phrase.owner) or _regional(phrase.title.split()[0])
    country = code or ("" if placed else discourse.cast.scene)
    country = country if read_title(phrase.title).speaks_for_state else ""
    of_scene = not placed and phrase.plural and not phrase.title.lower().startswith(_ABOVE_STATES)
    state = discourse.reading.gazetteer.coded(code or (country if of_scene else ""))
    title = _SPOKESPERSON.sub("spokesperson", phrase.title)
    told = state is None or set(state.name.lower().split()) <= set(title.lower().split())
    name = f"{title[0].lower()}{title[1:]}" + ("" if told or state is None else f" of {state.name}")
    if read_title(phrase.title).head == "source":
        written = discourse.words(Span(phrase.start, phrase.end), sighting.in_headline)
        name = re.sub(r"^(?:the|an?)\s+", "", written, flags=re.I)
    key = actor_id(name, code or None)
    return Party(name, ActorType.PERSON, key, country or None, phrase.title, reason=DESCRIBED)


def _still_described(discourse: Discourse, title: str) -> Party | None:
    """Return who spoke last where only described and called by the same noun: the spokesman added."""
    last = discourse.last()
    party = last.parties[0] if last and len(last.parties) == 1 else None
    if party is None or party.reason != DESCRIBED or not party.position:
        return None
    return replace(party) if read_title(title).shortens(read_title(party.position)) else None


def _opposite(discourse: Discourse, sighting: Sighting, code: str) -> Party | None:
    """Return whom "his Thai counterpart" means: who is there for Thailand, else who holds the same post."""
    last = discourse.last_alone()
    if read_title(sighting.phrase.title).head not in OPPOSITE or last is None:
        return None
    named = (s.figure for s in discourse.cast.before(sighting.start) if s.figure and s.figure.is_person)
    figure = next((f for f in named if f.party.country == code and not f.faint), None)
    if figure or (sitting := discourse.sitting_for(code, sighting.start)) is None:
        held = _holder(discourse, sighting, last.position, code, ()) if last.position else None
        return replace(figure.party) if figure else held
    return sitting


def _regional(owner: str) -> bool:
    """Whether a title is one of a part of the world: West African heads of state."""
    words = set(owner.lower().split())
    return bool(words) and words <= lexicon.REGIONS


def _holder(discourse: Discourse, sighting: Sighting, title: str, code: str, taken: Taken) -> Party | None:
    """Return the person whom a title of a state or body means: of this article, else of that day."""
    if figure := _bearer(discourse, sighting, read_title(title), code, taken):
        return replace(figure.party, reason=f"the {title.lower()} of this article")
    gazetteer, day = discourse.reading.gazetteer, discourse.reading.published_on
    code = code or discourse.cast.home or discourse.cast.scene
    held, post = offices.holder(gazetteer, title, code, day)
    if not held or held[0] in taken:
        return None
    someone = gazetteer.people[held[0]]
    reason = f"holder of the post on {day}" if day else "holder of the post"
    return Party(someone.name, ActorType.PERSON, someone.id, code, post, reason=reason, candidates=held)


def _bearer(discourse: Discourse, sighting: Sighting, title: Title, code: str, taken: Taken) -> Figure | None:
    """Return the person of this article whom a title means.

    The words decide; then home, the table, who spoke last, who was named last.
    """
    persons = [figure for figure in discourse.cast.persons() if figure.party.id not in taken]
    found = _leaders(persons, code) if title.head in {"leader", "ruler"} else _bearers(persons, title, code)
    if not code and discourse.cast.home:
        found = [f for f in found if f.party.country == discourse.cast.home] or found
    if len(found) > 1 and (table := discourse.table(sighting.start)):
        found = [f for f in found if f in table.parties] or found
    if len(found) > 1:
        spoke = [party.id for meant in reversed(discourse.spoken) for party in meant.parties]
        named = [s.figure for s in discourse.cast.before(sighting.start)]
        found.sort(
            key=lambda f: (
                spoke.index(f.party.id) if f.party.id in spoke else len(spoke),
                named.index(f) if f in named else len(named),
            )
        )
    return found[0] if found else None


def _bearers(persons: list[Figure], title: Title, code: str) -> list[Figure]:
    """Return who may be meant best: by the words, and no president of a council by "the President"."""
    found = [figure for figure in persons if figure.bears(title, code)]
    found = [f for f in found if any(title.shortens(own) for own, _ in f.titles)] or found
    if title.kind is None:
        return found
    return [f for f in found if any(title.kind == own.kind for own, _ in f.titles)] or found


def _leaders(persons: list[Figure], code: str) -> list[Figure]:
    ours = [figure for figure in persons if figure.party.country == code]
    return [f for f in ours if any(title.kind in LEADING for title, _ in f.titles)] or ours
