"""Scores on political news of another corpus (PolNeAR, development part), by its own scorer.

The corpus only measures: the shipped weights have never seen it.
"""

from __future__ import annotations

import json
from pathlib import Path

from ingest.tagging.tagger import Tagger
from ingest.training.polnear import scored


def news_scores(tagger: Tagger, folder: Path) -> dict[str, float]:
    """Return the full F1 of attributions of saying, in percent: all, direct, indirect and mixed."""
    report = json.loads(scored(tagger, folder))
    parts = {
        "speech": "speech",
        "direct": "speech_direct",
        "indirect": "speech_indirect",
        "mixed": "speech_mixed",
    }
    return {name: round(100 * report[part]["full"]["f1"], 1) for name, part in parts.items()}
