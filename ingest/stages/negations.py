"""Mark statements whose cue is negated: *does not recognise*, *refused to condemn*."""

from __future__ import annotations

import re

from ingest.reading import Reading

_REFUSAL = re.compile(r"\b(?:refus|declin)\w+ to \w", re.IGNORECASE)


def mark_negations(reading: Reading) -> None:
    """Set negated on each attribution whose cue holds or governs a negation."""
    for attribution in reading.attributions:
        cue = reading.tokens(attribution, attribution.cue) or ()
        governed = [child for token in cue if token.pos_ in ("VERB", "AUX") for child in token.children]
        negation = any(token.dep_ == "neg" for token in (*cue, *governed))
        attribution.negated = negation or bool(_REFUSAL.search(reading.words(attribution, attribution.cue)))
