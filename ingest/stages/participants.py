"""Who took part in the event: those who met or called; else those who speak at it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from graph_schema.vocabulary import ActorType, EventKind
from ingest.annotations import Party, Span
from ingest.linking.descriptions import DESCRIBED, described
from ingest.linking.discourse import Discourse
from ingest.linking.figures import Figure
from ingest.linking.references import AS_WRITTEN
from ingest.linking.sentences import sentences
from ingest.reading import Reading

_TALKS = frozenset({EventKind.CALL, EventKind.MEETING, EventKind.SUMMIT, EventKind.VISIT})
_ONE_SPEAKS = frozenset(
    {EventKind.STATEMENT, EventKind.SPEECH, EventKind.PRESS_CONFERENCE, EventKind.INTERVIEW}
)
# How far into the body the article says who met; what it tells of later is another meeting.
_OPENING = 700
_THERE_TOO = re.compile(
    r"\b(?:joined|attended|accompanied|flanked) by\b|\bin the presence of\b|\bwith the participation of\b"
    r"|\b(?:also )?(?:attending|present)(?: at| in) the (?:meeting|talks|call|conversation) were\b",
    re.I,
)
# What part of the main speaker's statements somebody else's must be, where one speaks and elsewhere.
_AMONG_ONE, _AMONG_MANY = 0.75, 0.4


def participants(reading: Reading) -> None:
    """Write the participants of the occasion, where there is one."""
    occasion = reading.occasion
    if occasion is None:
        return
    parties = _met(reading, occasion.kind) if occasion.kind in _TALKS else []
    if occasion.kind is EventKind.LETTER:
        parties = [*_speaking(reading, _AMONG_MANY), *_told(reading)]
        parties = list({party.id: party for party in parties}.values())
    share = _AMONG_ONE if occasion.kind in _ONE_SPEAKS else _AMONG_MANY
    occasion.participants = [replace(party) for party in _known(parties or _speaking(reading, share))]


def _known(parties: list[Party]) -> list[Party]:
    """Return those who have a name, if any has, without states for which somebody is there."""
    named = [party for party in parties if party.reason not in {DESCRIBED, AS_WRITTEN}] or parties
    there = {party.country for party in named if party.type is ActorType.PERSON}
    return [p for p in named if p.type is not ActorType.COUNTRY or p.country not in there]


def _met(reading: Reading, kind: EventKind) -> list[Party]:
    """Return who met, as headline and first sentences tell; on a visit also whom the guest met later."""
    on_visit = kind is EventKind.VISIT
    told = [e for e in reading.cast.encounters if on_visit or e.at < _OPENING]
    people = [e for e in told if not any(figure.collective for figure in e.parties)] or told
    if not on_visit:
        people = people[: 2 if people and people[0].at == 0 else 1]
    figures = [figure for e in people for figure in e.parties]
    met = {party.id: party for party in (*(f.party for f in figures), *_in_headline(reading, figures))}
    if len(met) < 2 and not any(figure.collective for figure in reading.cast.figures):
        met |= {party.id: party for party in (*_speaking(reading, _AMONG_MANY), *_told(reading))}
    return [*met.values(), *(party for party in _beside(reading) if party.id not in met)]


def _in_headline(reading: Reading, met: list[Figure]) -> list[Party]:
    """Return who is meant in the headline by a post alone: Han meets U.S. vice president-elect."""
    if met:
        return []
    discourse = Discourse(reading)
    titled = [s for s in reading.cast.headline if s.figure is None and s.phrase.title and s.phrase.mentions]
    parties = [party for sighting in titled for party in described(discourse, sighting)]
    named = [s.figure.party for s in reading.cast.headline if s.figure and s.figure.is_surely_person]
    return [*named, *(party for party in parties if party.reason != DESCRIBED)] if parties else []


def _told(reading: Reading) -> list[Party]:
    """Return the people to whom something is said."""
    people = [party for a in reading.attributions for party in a.addressees]
    return [p for p in people if p.type is ActorType.PERSON and p.country and p.reason != DESCRIBED]


def _beside(reading: Reading) -> list[Party]:
    """Return who the opening says was there too: joined by, attended by, in the presence of."""
    found: dict[str | None, Party] = {}
    for match in _THERE_TOO.finditer(reading.body_text, 0, _OPENING):
        for sighting in reading.cast.within(Span(match.end(), _sentence_end(reading, match.end()))):
            figure = sighting.figure
            if figure and figure.is_surely_person:
                found[figure.party.id] = figure.party
    return list(found.values())


def _sentence_end(reading: Reading, at: int) -> int:
    """Return where the sentence of an offset ends."""
    return next((span.end for span in sentences(reading.body) if span.start <= at < span.end), at)


def _speaking(reading: Reading, share: float) -> list[Party]:
    """Return the main speakers: those with at least a share of what the one who says most does."""
    said = Counter(party.id for a in reading.attributions for party in a.speakers)
    named = {party.id: party for a in reading.attributions for party in a.speakers}
    most = max(said.values(), default=0)
    return [named[key] for key, times in said.items() if times >= share * most]
