"""Actors that a person found to be the same as others: everybody is who they are, the words stay."""

from __future__ import annotations

from dataclasses import replace

from ingest.annotations import Party
from ingest.harvest.roster import known_actor
from ingest.reading import Reading


def merge_actors(reading: Reading) -> None:
    """Let those who were merged into others be those, each once, and say so in the reason."""
    if not reading.gazetteer.corrections.merges:
        return
    for said in reading.attributions:
        several = len(said.speakers) > 1
        said.speakers = _merged(said.speakers, reading)
        said.joint = said.joint and not (several and len(said.speakers) == 1)
        said.voice = _merged(said.voice, reading)
        said.addressees = _merged(said.addressees, reading)
    if reading.occasion:
        reading.occasion.participants = _merged(reading.occasion.participants, reading)


def _merged(parties: list[Party], reading: Reading) -> list[Party]:
    """Return parties as those they were merged into, nobody twice."""
    found: dict[object, Party] = {}
    for party in parties:
        party = _meant(party, reading)
        found.setdefault(party.id or id(party), party)
    return list(found.values())


def _meant(party: Party, reading: Reading) -> Party:
    steps = reading.gazetteer.corrections.reasons(party.id) if party.id else ()
    entry = reading.gazetteer.entry(party.id) if party.id and steps else None
    if entry is None:
        return party
    actor = known_actor(entry)
    return replace(
        party,
        id=actor.id,
        name=actor.name,
        type=actor.type,
        country=party.country or actor.iso,
        reason="; ".join(filter(None, (party.reason, *steps))),
    )
