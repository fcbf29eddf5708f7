"""Calibration: how sure a candidate is and from where on it stands, learnt on articles not trained on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.annotations import Attribution
from ingest.tagging.confidence import Calibration, log_odds
from ingest.tagging.decoding import Floats, form
from ingest.tagging.network import Judgements
from ingest.tagging.tagger import Network, Tagger, attribution_of
from ingest.tagging.windows import Run
from ingest.training.articles import Lesson
from ingest.training.measuring import f1, matched, readings

FORMS = ("explicit", "carried_over", "headline")
FEATURES = ("cue", "content", *FORMS)
CHANCE = 0.3  # points of F1 that held-out articles cannot tell apart
GRID = [round(0.2 + 0.04 * i, 2) for i in range(16)]


class Outcome(NamedTuple):
    """A candidate's figures and whether the gold has it."""

    features: list[float]
    confidence: float
    right: bool


def uncalibrated(topics: list[str]) -> Calibration:
    """Where to start from: confidence is about the product of the two probabilities."""
    weights = {"cue": 0.5, "content": 0.5, **dict.fromkeys(FORMS, 0.0)}
    return Calibration(weights, dict.fromkeys(FORMS, 0.5), topics)


class Remembering:
    """A network that answers the same question once, so that many thresholds can be tried."""

    def __init__(self, network: Network) -> None:
        self._network, self._answers = network, {}

    def encode(self, ids: Sequence[int]) -> tuple[Floats, Floats]:
        """Return the network's answer."""
        return self._once(tuple(ids), lambda: self._network.encode(ids))

    def arguments(self, hidden: Floats, cues: Sequence[Run]) -> Floats:
        """Return a copy of the network's answer."""
        return self._once((id(hidden), tuple(cues)), lambda: self._network.arguments(hidden, cues))

    def judge(
        self, hidden: Floats, contents: Sequence[Sequence[Run]], cues: Sequence[Sequence[Run]]
    ) -> Judgements:
        """Return the network's answer."""
        key = (id(hidden), str(contents), str(cues))
        return self._once(key, lambda: self._network.judge(hidden, contents, cues))

    def _once(self, key, answer):
        if key not in self._answers:
            self._answers[key] = answer()
        return self._answers[key]


def calibrate(tagger: Tagger, lessons: list[Lesson]) -> Calibration:
    """Fit the confidence to what was right among held-out articles, then the thresholds to their F1."""
    tagger = Tagger(tagger.windows, Remembering(tagger.network), tagger.calibration)
    outcomes = [outcome for lesson in lessons for outcome in outcomes_of(tagger, lesson)]
    weights = dict(zip(FEATURES, map(float, logistic(outcomes)), strict=True))
    tagger.calibration = Calibration(weights, dict.fromkeys(FORMS, 0.5), tagger.calibration.topics)
    for _ in range(2):
        for name in FORMS:
            _choose(tagger, lessons, name)
    return tagger.calibration


def outcomes_of(tagger: Tagger, lesson: Lesson) -> Iterable[Outcome]:
    """Yield every candidate of an article, right or wrong."""
    for window in tagger.windows.of(lesson.text, lesson.headline):
        _, candidates = tagger.candidates(window)
        for candidate in candidates:
            text = lesson.headline if candidate.in_headline else lesson.text
            attribution = attribution_of(window, candidate, text)
            if not attribution.contents or not window.counts((candidate.cue or candidate.contents[0]).start):
                continue
            flags = [float(form(candidate) == name) for name in FORMS]
            features = [log_odds(candidate.p_cue), log_odds(candidate.p_content), *flags]
            yield Outcome(features, candidate.confidence, _right(lesson, attribution))


def logistic(outcomes: list[Outcome], ridge: float = 1.0) -> NDArray[np.float64]:
    """Fit weights by Newton's method; the ridge keeps them small where there is little to learn from."""
    x = np.array([o.features for o in outcomes])
    y = np.array([o.right for o in outcomes], float)
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + ridge * weights
        curve = (x.T * (p * (1 - p))) @ x + ridge * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def reliability(outcomes: Iterable[tuple[float, bool]], bins: int = 5) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, count) by confidence, from low to high."""
    ordered = sorted(outcomes)
    cuts = [ordered[len(ordered) * i // bins : len(ordered) * (i + 1) // bins] for i in range(bins)]
    return [
        (sum(c for c, _ in cut) / len(cut), sum(r for _, r in cut) / len(cut), len(cut))
        for cut in cuts
        if cut
    ]


def _choose(tagger: Tagger, lessons: list[Lesson], name: str) -> None:
    """Set one threshold to the lowest whose F1 is as good as the best within chance.

    The lowest, because a reader can ask for surer statements and not for those left out.
    """
    thresholds, scores = tagger.calibration.thresholds, {}
    for value in GRID:
        tagger.calibration.thresholds = {**thresholds, name: value}
        scores[value] = f1(readings(tagger, lessons))
    good = min(value for value in GRID if scores[value] >= max(scores.values()) - CHANCE)
    tagger.calibration.thresholds = {**thresholds, name: good}


def _right(lesson: Lesson, attribution: Attribution) -> bool:
    return matched(lesson, [attribution]).matches[0].gold is not None
