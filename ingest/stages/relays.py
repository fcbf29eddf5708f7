"""Through whom it is reported: a spokesperson, an agency, a communique (via)."""

from __future__ import annotations

from dataclasses import replace

from ingest.reading import Reading


def relays(reading: Reading) -> None:
    """Write on each attribution who relays it, where the article says so."""
    herald = reading.cast.herald
    if herald is None:
        return
    for attribution in reading.attributions:
        if not attribution.in_headline and all(party.id != herald.party.id for party in attribution.speakers):
            attribution.via = replace(herald.party, reason="the text is attributed to this spokesperson")
