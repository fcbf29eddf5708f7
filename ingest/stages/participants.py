"""Who took part in the event: those who met or called; else those who speak at it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph_schema.vocabulary import EventKind
from ingest.annotations import Party
from ingest.reading import Reading

_TALKS = frozenset({EventKind.CALL, EventKind.MEETING, EventKind.SUMMIT})
# How far into the body the article says who met; what it tells of later is another meeting.
_OPENING = 700
# One voice among many at a statement or speech; at other events whoever has a real share.
_ALONE, _SHARE = 0.75, 0.4


def participants(reading: Reading) -> None:
    """Write the participants of the occasion, where there is one."""
    occasion = reading.occasion
    if occasion is None:
        return
    parties: list[Party] = []
    if occasion.kind in _TALKS or occasion.kind is EventKind.VISIT:
        parties = _met(reading, everywhere=occasion.kind is EventKind.VISIT)
    alone = occasion.kind in {EventKind.STATEMENT, EventKind.SPEECH, EventKind.PRESS_CONFERENCE, EventKind.INTERVIEW}
    occasion.participants = [replace(p) for p in parties or _speaking(reading, _ALONE if alone else _SHARE)]


def _met(reading: Reading, everywhere: bool) -> list[Party]:
    """Return who met as the headline and the first sentence tell; for a visit also whom the visitor met later."""
    told = [e for e in reading.cast.encounters if everywhere or e.at < _OPENING]
    people = [e for e in told if not any(f.collective for f in e.parties)] or told
    if not everywhere:
        people = [e for e in people if e.at == 0] + [e for e in people if e.at > 0][: 0 if people and people[0].at == 0 and people[-1].at == 0 else 1]
    return list({f.party.id: f.party for e in people for f in e.parties}.values())


def _speaking(reading: Reading, share: float) -> list[Party]:
    """Return the main speakers: those with at least a share of what the one who says most does."""
    said = Counter(party.id for a in reading.attributions for party in a.speakers)
    named = {party.id: party for a in reading.attributions for party in a.speakers}
    most = max(said.values(), default=0)
    return [named[key] for key, times in said.items() if times >= share * most]
