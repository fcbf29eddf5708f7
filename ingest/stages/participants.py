"""Who took part in the event: those who met or called; else those who speak at it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph_schema.vocabulary import EventKind
from ingest.annotations import Party
from ingest.reading import Reading

_TALKS = frozenset({EventKind.CALL, EventKind.MEETING, EventKind.VISIT, EventKind.SUMMIT, EventKind.OTHER})


def participants(reading: Reading) -> None:
    """Write the participants of the occasion, where there is one."""
    occasion = reading.occasion
    if occasion is None:
        return
    parties = _met(reading) if occasion.kind in _TALKS else []
    occasion.participants = [replace(party) for party in parties or _speaking(reading)]


def _met(reading: Reading) -> list[Party]:
    met = {f.party.id: f.party for e in reading.cast.encounters for f in e.parties}
    return list(met.values())


def _speaking(reading: Reading) -> list[Party]:
    """Return the main speakers: whoever says at least a third of what the one who says most does."""
    said = Counter(party.id for a in reading.attributions for party in a.speakers)
    named = {party.id: party for a in reading.attributions for party in a.speakers}
    most = max(said.values(), default=0)
    return [named[key] for key, times in said.items() if 3 * times >= most]
