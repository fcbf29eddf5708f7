"""Who says it: for each attribution its speakers, with the country they speak for."""

from __future__ import annotations

import re
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


# What both sides did, though nobody is named; any other passive goes on with whoever spoke last.
_BOTH = re.compile(
    r"discuss|agree|review|exchange|attention|touched|dwel|considered|covered|substantive|place was|mention"
    r"|understanding|shared|mutual|on record",
    re.I,
)


def _meant(discourse: Discourse, attribution: Attribution) -> Meant:
    if attribution.source:
        return discourse.meant(attribution.source, attribution.in_headline)
    last = discourse.spoken[-1][1] if discourse.spoken else None
    if attribution.attribution is AttributionKind.CARRIED_OVER and last and not last.several:
        return last
    holder = discourse.holder(attribution)
    if holder:
        return Meant([holder])
    if attribution.attribution is AttributionKind.CARRIED_OVER and last:
        return last
    return _unsaid(discourse, attribution, last)


def _unsaid(discourse: Discourse, attribution: Attribution, last: Meant | None) -> Meant:
    """Return who stands behind a passive without an agent."""
    at = place(attribution)
    if discourse.table(at) is None and discourse.cast.issuer:
        return discourse.issued() or Meant([])
    both = _BOTH.search(discourse.reading.words(attribution, attribution.cue))
    if last and (not both or discourse.table(at) is None):
        return last
    return discourse.together(at) or last or Meant([])
