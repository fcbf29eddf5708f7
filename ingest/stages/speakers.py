"""Who says it: for each attribution its speakers, with the country they speak for."""

from __future__ import annotations

from dataclasses import replace

from graph_schema.vocabulary import AttributionKind
from ingest.annotations import Attribution
from ingest.linking.casting import cast_of
from ingest.linking.encounters import encounters
from ingest.linking.references import Discourse, Meant
from ingest.reading import Reading


def find_speakers(reading: Reading) -> None:
    """Write the speakers of each attribution, in text order."""
    cast = cast_of(reading)
    discourse = Discourse(reading, cast, encounters(cast, reading.headline.text, reading.body))
    for attribution in sorted(reading.attributions, key=_place):
        meant = _meant(discourse, attribution)
        attribution.speakers = [replace(p) for p in meant.parties]
        attribution.joint = meant.several
        if not attribution.in_headline:
            discourse.spoken.append((_place(attribution)[1], meant))


def _place(attribution: Attribution) -> tuple[bool, int]:
    marks = [span.start for span in (attribution.source, attribution.cue, *attribution.contents) if span]
    return not attribution.in_headline, min(marks)


def _meant(discourse: Discourse, attribution: Attribution) -> Meant:
    if attribution.source:
        return discourse.meant(attribution.source, attribution.in_headline)
    at = _place(attribution)[1]
    last = discourse.spoken[-1][1] if discourse.spoken else None
    if attribution.attribution is AttributionKind.CARRIED_OVER and last:
        return last
    return discourse.together(at) or last or Meant([])
