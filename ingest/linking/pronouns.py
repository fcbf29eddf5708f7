"""Whom he, she, it, they and we mean at their place in an article."""

from __future__ import annotations

from dataclasses import replace

from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.linking import lexicon
from ingest.linking.discourse import Discourse, Meant
from ingest.linking.lexicon import word_set

# In an interview or a transcript the turns may be marked by what they are.
_ANSWER = word_set("a answer spokesperson")


def pronoun(discourse: Discourse, word: str, at: int) -> Meant | None:
    """Return whom a pronoun (in lower case) at an offset means, None where the word is none."""
    if word in lexicon.FIRST_PERSON and discourse.cast.issuer:
        return discourse.issued()
    if word in _ANSWER:
        named = (s.figure for s in discourse.cast.headline if s.figure and s.figure.is_person)
        return next((Meant.of([figure]) for figure in named), None)
    if word in lexicon.THIRD_PLURAL | lexicon.FIRST_PERSON | {"both", "all"}:
        last = discourse.last()
        return last if last and last.several else discourse.together(at)
    if word in lexicon.THIRD_MALE:
        return _person(discourse, at, "m")
    if word in lexicon.THIRD_FEMALE:
        return _person(discourse, at, "f")
    return _thing(discourse) if word in lexicon.THIRD_THING else None


def _person(discourse: Discourse, at: int, gender: str) -> Meant | None:
    """Return the last speaker of a gender, else the last named; of whom it is not known may be of any."""
    genders = {figure.party.id: figure.gender for figure in discourse.cast.figures}
    for meant in reversed(discourse.spoken):
        party = meant.parties[0] if len(meant.parties) == 1 else None
        if party and party.type is ActorType.PERSON and genders.get(party.id, "") in {"", gender}:
            return Meant([replace(party)])
    for sighting in discourse.cast.before(at):
        figure = sighting.figure
        if figure and figure.is_person and not figure.faint and figure.gender in {"", gender}:
            return Meant.of([figure])
    return None


def _thing(discourse: Discourse) -> Meant | None:
    """Return the state or body that spoke last; without any, whoever spoke last, by a text that is *it*."""
    alone: list[Party] = [m.parties[0] for m in reversed(discourse.spoken) if len(m.parties) == 1]
    things = [party for party in alone if party.type is not ActorType.PERSON]
    return Meant([replace(things[0])]) if things else discourse.last()
