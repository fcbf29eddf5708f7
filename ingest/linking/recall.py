"""Who was meant before by the same noun: the source, the ministry, the same official, his counterpart."""

from __future__ import annotations

import re
from dataclasses import replace

from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.linking import lexicon
from ingest.linking.discourse import Discourse
from ingest.linking.lexicon import word_set
from ingest.linking.pronouns import pronoun

_WORD = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
# Nouns by which the one at the other side of the table is called.
OPPOSITE = word_set("counterpart colleague interlocutor guest host")
# Nouns of the state where a paper means its own.
_HOME_STATE = word_set("the its his government authorities")
# Nouns by which a body of several states is called, and a meeting of it.
_UNIONS = word_set("bloc alliance grouping summit")
# Who is known to hold another post is meant by none of these.
_OFFICES = word_set("ambassador minister president senator governor mayor envoy judge secretary")
_PERSONS = lexicon.TITLES | word_set("star politician statesman veteran billionaire businessman singer")


def recalled(discourse: Discourse, words: list[str], at: int) -> list[Party]:
    """Return whom a noun phrase (its words in lower case) means that names nobody."""
    if not words or words[0] in {"a", "an", "one", "some", "another"}:
        return []
    noun = words[-1]
    party = (
        _home_state(discourse, words, at)
        or (_aged(discourse) if any(word.endswith("-year-old") for word in words) else None)
        or _of_two(discourse, noun, at)
        or (_opposite(discourse) if noun in OPPOSITE else None)
        or _so_called(discourse, noun)
        or (_body(discourse, noun, at) if noun in lexicon.BODIES else None)
        or (_union(discourse, at) if noun in _UNIONS else None)
        or (_last(discourse, noun) if len(words) > 1 and words[0] in {"the", "this", "that"} else None)
    )
    return [replace(party)] if party else []


def _home_state(discourse: Discourse, words: list[str], at: int) -> Party | None:
    """Return the state that the government means, or his government."""
    if len(words) == 2 and words[0] in {"his", "her"} and words[1] in _HOME_STATE:
        owner = pronoun(discourse, "he" if words[0] == "his" else "she", at)
        return discourse.state(owner.parties[0].country or "") if owner else None
    if set(words) <= _HOME_STATE:
        return discourse.state(discourse.cast.home or discourse.cast.scene)
    return None


def _of_two(discourse: Discourse, noun: str, at: int) -> Party | None:
    """Return the former or the latter of the two persons named last."""
    if noun not in {"former", "latter"}:
        return None
    named = (s.figure for s in discourse.cast.before(at) if s.figure and s.figure.is_person)
    pair = list(dict.fromkeys(named))[:2]
    return pair[0 if noun == "latter" else -1].party if pair else None


def _opposite(discourse: Discourse) -> Party | None:
    """Return who sits opposite the one who spoke last."""
    last = discourse.last_alone()
    for encounter in reversed(discourse.cast.encounters):
        parties = [figure.party for figure in encounter.parties]
        if last and last.id in [party.id for party in parties]:
            return next((party for party in parties if party.id != last.id), None)
    return None


def _so_called(discourse: Discourse, noun: str) -> Party | None:
    """Return the last speaker whose source, name or post has the noun."""
    for meant in reversed(discourse.spoken):
        for party in meant.parties:
            called = f"{party.as_written} {party.name} {party.position or ''}".lower()
            if noun in _WORD.findall(called):
                return party
    return None


def _body(discourse: Discourse, noun: str, at: int) -> Party | None:
    """Return the body named last in whose name the noun is."""
    for sighting in discourse.cast.before(at):
        figure = sighting.figure
        if figure and figure.party.type is ActorType.ORGANIZATION and noun in figure.words:
            return figure.party
    return None


def _union(discourse: Discourse, at: int) -> Party | None:
    """Return the body of several states that was named last."""
    figures = (s.figure for s in discourse.cast.before(at) if s.figure and not s.figure.is_person)
    return next((f.party for f in figures if len(f.party.country or "") > 2 and not f.collective), None)


def _aged(discourse: Discourse) -> Party | None:
    """Return whom "the 73-year-old politician" means: who spoke last, else the person named last."""
    last = discourse.last_alone()
    return last if last and last.type is ActorType.PERSON else None


def _last(discourse: Discourse, noun: str) -> Party | None:
    """Return who spoke last alone, if the noun is one for such a speaker: the same official, the group."""
    last = discourse.last_alone()
    if last is None or noun not in (_PERSONS if last.type is ActorType.PERSON else lexicon.BODIES):
        return None
    if noun in _OFFICES and last.position and noun not in last.position.lower().split():
        return None
    return last
