"""Who says it: for each attribution its speakers, with the country they speak for."""

from __future__ import annotations

from dataclasses import replace

from graph_schema.vocabulary import AttributionKind
from ingest.annotations import Attribution
from ingest.linking.references import Discourse, Meant, place
from ingest.reading import Reading


def speakers(reading: Reading) -> None:
    """Write the speakers of each attribution, in text order."""
    discourse = Discourse(reading)
    for attribution in sorted(reading.attributions, key=lambda a: (not a.in_headline, place(a))):
        meant = _meant(discourse, attribution)
        attribution.speakers = [replace(party) for party in meant.parties]
        attribution.joint = meant.several
        if not attribution.in_headline:
            discourse.spoken.append((place(attribution), meant))


def _meant(discourse: Discourse, attribution: Attribution) -> Meant:
    if attribution.source:
        return discourse.meant(attribution.source, attribution.in_headline)
    last = discourse.spoken[-1][1] if discourse.spoken else None
    if attribution.attribution is AttributionKind.CARRIED_OVER and last:
        return last
    return discourse.together(place(attribution)) or last or Meant([])
