"""Confidence that holds: fitted on what was right, said in bins."""

import numpy as np
import pytest

from ingest.training.calibration import Outcome, logistic, reliability


def test_the_fit_finds_the_odds_behind_the_outcomes() -> None:
    rng = np.random.default_rng(5)
    odds = rng.normal(0, 2, 4000)
    right = rng.random(4000) < 1 / (1 + np.exp(-(0.5 * odds + 1)))
    outcomes = [Outcome([x, 1.0], 0.5, bool(y)) for x, y in zip(odds, right, strict=True)]
    assert logistic(outcomes) == pytest.approx([0.5, 1.0], abs=0.15)


def test_reliability_goes_from_the_least_to_the_surest() -> None:
    bins = reliability([(0.1, False), (0.9, True), (0.2, False), (0.8, True)], bins=2)
    assert [(round(sure, 2), right, count) for sure, right, count in bins] == [(0.15, 0.0, 2), (0.85, 1.0, 2)]
