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


# Without a source: what both sides did, and what one of them did; the others are anybody's.
_BOTH = re.compile(
    r"discuss|agree|review|exchange|attention|touched|dwel|considered|covered|substantive|place was|mention|agreement", re.I
)
_ONE = re.compile(
    r"explain|inform|given|provided|pointed out|drawn|drew|recalled|hope|hoped|doubt|promis|extended|invit|thank"
    r"|accepted|ruled out|raised|asked|briefed|detailed|gratitude|conveyed|request|confirmed|called", re.I
)


def _meant(discourse: Discourse, attribution: Attribution) -> Meant:
    if attribution.source:
        return discourse.meant(attribution.source, attribution.in_headline)
    at = place(attribution)
    last = discourse.spoken[-1][1] if discourse.spoken else None
    if attribution.attribution is AttributionKind.CARRIED_OVER and last and not last.several:
        return last
    holder = discourse.holder(attribution)
    if holder:
        return Meant([holder])
    if attribution.attribution is AttributionKind.CARRIED_OVER and last:
        return last
    return _unsaid(discourse, attribution, at, last)


def _unsaid(discourse: Discourse, attribution: Attribution, at: int, last: Meant | None) -> Meant:
    """Return who stands behind a passive without an agent."""
    cue = discourse.reading.words(attribution, attribution.cue)
    together = discourse.together(at)
    table = discourse.table(at)
    if table is None and discourse.cast.issuer:
        return discourse.issued() or Meant([])
    if table is None and last:
        return last
    if _ONE.search(cue) and not _BOTH.search(cue):
        if last and not last.several:
            return last
        ours = [p for p in together.parties if p.country == discourse.cast.home] if together else []
        if len(ours) == 1:
            return Meant(ours)
    return together or last or Meant([])
