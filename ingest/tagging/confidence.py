"""Confidence: how sure the tagger is of a candidate, and from where on one stands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.tagging.decoding import Candidate, form


@dataclass(slots=True)
class Calibration:
    """Turns probabilities into a confidence that holds, and says by form from where on a statement stands.

    `weights`: of the cue's and the content's log odds, and a bias each for explicit, carried_over, headline.
    """

    weights: dict[str, float]
    thresholds: dict[str, float]
    topics: list[str]

    @classmethod
    def read(cls, file: Path) -> Calibration:
        """Read the model folder's `calibration.json`."""
        return cls(**json.loads(file.read_text("utf-8")))

    def confidence(self, candidate: Candidate) -> float:
        """Return the probability that a candidate is right."""
        odds = self.weights["cue"] * log_odds(candidate.p_cue)
        odds += self.weights["content"] * log_odds(candidate.p_content) + self.weights[form(candidate)]
        return 1 / (1 + float(np.exp(-odds)))


def log_odds(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return float(np.log(p / (1 - p)))
