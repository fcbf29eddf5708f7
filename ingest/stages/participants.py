"""Who took part in the event: those who met or called; else those who speak at it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph_schema.vocabulary import EventKind
from ingest.annotations import Party
from ingest.reading import Reading

_TALKS = frozenset({EventKind.CALL, EventKind.MEETING, EventKind.SUMMIT, EventKind.VISIT})
_ONE_SPEAKS = frozenset(
    {EventKind.STATEMENT, EventKind.SPEECH, EventKind.PRESS_CONFERENCE, EventKind.INTERVIEW}
)
# How far into the body the article says who met; what it tells of later is another meeting.
_OPENING = 700
# What part of the main speaker's statements somebody else's must be, where one speaks and elsewhere.
_AMONG_ONE, _AMONG_MANY = 0.75, 0.4


def participants(reading: Reading) -> None:
    """Write the participants of the occasion, where there is one."""
    occasion = reading.occasion
    if occasion is None:
        return
    parties = _met(reading, occasion.kind) if occasion.kind in _TALKS else []
    share = _AMONG_ONE if occasion.kind in _ONE_SPEAKS else _AMONG_MANY
    occasion.participants = [replace(party) for party in parties or _speaking(reading, share)]


def _met(reading: Reading, kind: EventKind) -> list[Party]:
    """Return who met, as headline and first sentences tell; on a visit also whom the guest met later."""
    on_visit = kind is EventKind.VISIT
    told = [e for e in reading.cast.encounters if on_visit or e.at < _OPENING]
    people = [e for e in told if not any(figure.collective for figure in e.parties)] or told
    if not on_visit:
        people = people[: 2 if people and people[0].at == 0 else 1]
    return list({figure.party.id: figure.party for e in people for figure in e.parties}.values())


def _speaking(reading: Reading, share: float) -> list[Party]:
    """Return the main speakers: those with at least a share of what the one who says most does."""
    said = Counter(party.id for a in reading.attributions for party in a.speakers)
    named = {party.id: party for a in reading.attributions for party in a.speakers}
    most = max(said.values(), default=0)
    return [named[key] for key, times in said.items() if times >= share * most]
