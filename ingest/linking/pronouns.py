"""Whom he, she, it, they and we mean at their place in an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph_schema.vocabulary import ActorType
from ingest.annotations import Party, Span
from ingest.linking import lexicon
from ingest.linking.discourse import Discourse, Meant, place
from ingest.linking.figures import Figure, Sighting
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
    if word in lexicon.THIRD_MALE | lexicon.THIRD_FEMALE:
        return _person(discourse, at, word)
    return _thing(discourse, at, word) if word in lexicon.THIRD_THING else None


def _person(discourse: Discourse, at: int, word: str) -> Meant | None:
    """Return the last speaker of a gender, else the last named; of whom it is not known may be of any.

    He and she mean first of whom the paper has told something itself since then: Vance spoke. Then Han met
    Musk, to whom he said ...
    """
    gender = "m" if word in lexicon.THIRD_MALE else "f"
    if word in {"he", "she"} and (subject := _told_of(discourse, at, lambda f: _may_be(f, gender))):
        return Meant.of([subject])
    genders = {figure.party.id: figure.gender for figure in discourse.cast.figures}
    for meant in reversed(discourse.spoken):
        party = meant.parties[0] if len(meant.parties) == 1 else None
        if party and party.type is ActorType.PERSON and genders.get(party.id, "") in {"", gender}:
            return Meant([replace(party)])
    for sighting in discourse.cast.before(at):
        figure = sighting.figure
        if figure and _may_be(figure, gender):
            return Meant.of([figure])
    return None


def _may_be(figure: Figure, gender: str) -> bool:
    return figure.is_surely_person and figure.gender in {"", gender}


def _told_of(discourse: Discourse, at: int, may_be: Callable[[Figure], bool]) -> Figure | None:
    """Return of whom something is told in this sentence or the last one, after the last who spoke."""
    since = place(discourse.noted[-1]) if discourse.noted else 0
    body = discourse.reading.body
    for sighting in discourse.cast.before(at):
        between = body.char_span(sighting.start, at, alignment_mode="expand")
        if sighting.in_headline or sighting.start <= since or between is None:
            return None
        if sum(token.is_sent_start is True for token in between[1:]) > 1:
            return None
        figure = sighting.figure
        if (
            figure
            and may_be(figure)
            and _is_subject(discourse, sighting)
            and not _in_words(discourse, sighting)
        ):
            return figure
    return None


def _is_subject(discourse: Discourse, sighting: Sighting) -> bool:
    named = Span(sighting.start, sighting.phrase.end)
    tokens = discourse.reading.body.char_span(*named, alignment_mode="expand")
    return tokens is not None and any(token.dep_ in {"nsubj", "nsubjpass"} for token in tokens)


def _in_words(discourse: Discourse, sighting: Sighting) -> bool:
    """Whether a name stands in what somebody says."""
    said = (a for a in discourse.reading.attributions if not a.in_headline)
    return any(span.start <= sighting.start < span.end for a in said for span in a.contents)


def _thing(discourse: Discourse, at: int, word: str) -> Meant | None:
    """Return the state or body of which something is told, or that spoke last.

    Without any it is whoever spoke last, by a text that is *it*.
    """
    if word == "it" and (subject := _told_of(discourse, at, lambda f: not f.is_person and not f.collective)):
        return Meant.of([subject])
    alone: list[Party] = [m.parties[0] for m in reversed(discourse.spoken) if len(m.parties) == 1]
    things = [party for party in alone if party.type is not ActorType.PERSON]
    if things:
        return Meant([replace(things[0])])
    return discourse.last() or _named_thing(discourse, at)


def _named_thing(discourse: Discourse, at: int) -> Meant | None:
    """Return the state or body named last, where nobody has spoken yet: the ministry said it would."""
    figures = (s.figure for s in discourse.cast.before(at) if s.figure and not s.figure.is_person)
    figure = next((figure for figure in figures if not figure.faint), None)
    return Meant.of([figure]) if figure else None
