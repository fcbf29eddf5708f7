"""The trained tagger: who said what, found in running text by one encoder pass a window.

`Tagger.load().read(text, headline)` gives attributions with their spans, a calibrated confidence and what the
network thinks of act, stance and topics; later stages combine that with rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from graph_schema.vocabulary import Act, AttributionKind
from ingest.annotations import Attribution, Scores, Span
from ingest.tagging.carrying import mass, uncued, with_blocks
from ingest.tagging.confidence import Calibration
from ingest.tagging.decoding import (
    FIRST,
    SECOND,
    Candidate,
    Floats,
    best_paths,
    log_softmax,
    runs,
    stand,
    trimmed,
)
from ingest.tagging.network import Judgements, OnnxNetwork
from ingest.tagging.windows import Place, Run, Window, Windows

MODELS = Path(__file__).parents[1] / "models"
STANCES = (-1, 0, 1)
# How far the first layer leans towards finding something; the confidence then sorts out what was too much.
LEANING = 1.5


class Network(Protocol):
    """What the tagger asks of a network: the shipped one, or the one in training."""

    def encode(self, ids: Sequence[int]) -> tuple[Floats, Floats]: ...

    def arguments(self, hidden: Floats, cues: Sequence[Run]) -> Floats: ...

    def judge(
        self, hidden: Floats, contents: Sequence[Sequence[Run]], cues: Sequence[Sequence[Run]]
    ) -> Judgements: ...


class Tagger:
    """Reads articles with a network and its calibration."""

    def __init__(self, windows: Windows, network: Network, calibration: Calibration) -> None:
        self.windows, self.network, self.calibration = windows, network, calibration

    @classmethod
    def load(cls, folder: Path = MODELS, threads: int = 1) -> Tagger:
        """Load the weights of a model folder (about 20 MB, a fraction of a second)."""
        windows = Windows(folder / "tokenizer.json")
        return cls(windows, OnnxNetwork(folder, threads), Calibration.read(folder / "calibration.json"))

    def read(self, text: str, headline: str = "") -> list[Attribution]:
        """Return the attributions of an article, the headline's first, then in order of the text."""
        found = [a for w in self.windows.of(text, headline) for a in self._attributions(w, text, headline)]
        return sorted(found, key=lambda a: (not a.in_headline, a.contents[0].start, a.contents[-1].end))

    def candidates(self, window: Window) -> tuple[Floats, list[Candidate]]:
        """Return a window's hidden states and all that may be an attribution, with confidences."""
        hidden, logits = self.network.encode(window.ids)
        tags = log_softmax(logits)
        marks = np.array(window.places) == Place.MARK
        tags[marks, 1:] = -1e9
        leaning = tags.copy()
        leaning[:, 0] -= LEANING
        path = best_paths(leaning[None])[0]
        found = [
            *self._cued(window, hidden, tags, runs(path, FIRST)),
            *uncued(window, tags, runs(path, SECOND), self.windows.sentences(window)),
        ]
        for candidate in found:
            candidate.confidence = self.calibration.confidence(candidate)
        return hidden, found

    def _cued(self, window: Window, hidden: Floats, tags: Floats, cues: list[Run]) -> Iterator[Candidate]:
        if not cues:
            return
        scores = log_softmax(self.network.arguments(hidden, cues))
        title = np.array(window.places) == Place.HEADLINE
        marks = np.array(window.places) == Place.MARK
        for row, cue in zip(scores, cues, strict=True):
            row[marks | (title != title[cue.start]), 1:] = -1e9
            row[cue.start : cue.end, 1:] = -1e9
        for row, path, cue in zip(scores, best_paths(scores), cues, strict=True):
            contents = runs(path, FIRST)
            if contents:
                sources = sorted(runs(path, SECOND), key=lambda run: -mass(row, run, SECOND))
                yield Candidate(
                    _joined(contents, [cue, *sources], marks),
                    cue,
                    sources[0] if sources else None,
                    mass(tags, cue, FIRST),
                    float(np.mean([mass(row, run, FIRST) for run in contents])),
                    bool(title[cue.start]),
                )

    def _attributions(self, window: Window, text: str, headline: str) -> Iterator[Attribution]:
        hidden, candidates = self.candidates(window)
        standing = with_blocks(candidates, stand(candidates, self.calibration.thresholds))
        chosen = [c for c in standing if window.counts((c.cue or c.contents[0]).start)]
        if not chosen:
            return
        judged = self.network.judge(
            hidden, [c.contents for c in chosen], [[c.cue] if c.cue else [] for c in chosen]
        )
        for i, candidate in enumerate(chosen):
            attribution = attribution_of(window, candidate, headline if candidate.in_headline else text)
            if attribution.contents:
                attribution.scores = self._scores(judged, i)
                yield attribution

    def _scores(self, judged: Judgements, row: int) -> Scores:
        act, stance, main = (
            np.exp(log_softmax(logits[row])) for logits in (judged.act, judged.stance, judged.main_topic)
        )
        topics = np.maximum(main, 1 / (1 + np.exp(-judged.topics[row])))
        order = sorted(range(len(topics)), key=lambda t: (-main[t], -topics[t]))
        return Scores(
            act=dict(zip(Act, map(float, act), strict=True)),
            stance=dict(zip(STANCES, map(float, stance), strict=True)),
            topics={self.calibration.topics[t]: float(topics[t]) for t in order if topics[t] > 0.02},
        )


def _joined(contents: list[Run], others: list[Run], marks: NDArray[np.bool_]) -> list[Run]:
    """Join parts of a content that neither cue, source nor the end of a paragraph interrupts."""
    out = [contents[0]]
    for run in contents[1:]:
        between = range(out[-1].end, run.start)
        if len(between) > 3 or marks[between].any() or any(other.start in between for other in others):
            out.append(run)
        else:
            out[-1] = Run(out[-1].start, run.end)
    return out


def attribution_of(window: Window, candidate: Candidate, text: str) -> Attribution:
    cue = _span(window, candidate.cue)
    worded = cue and any(map(str.isalnum, text[cue.start : cue.end]))
    contents = [trimmed(text, span) for run in candidate.contents if (span := _span(window, run))]
    carried = candidate.cue is None and not candidate.in_headline
    return Attribution(
        contents=[span for span in contents if span],
        cue=cue if worded else None,
        source=_span(window, candidate.source),
        in_headline=candidate.in_headline,
        attribution=AttributionKind.CARRIED_OVER if carried else AttributionKind.EXPLICIT,
        confidence=candidate.confidence,
    )


def _span(window: Window, run: Run | None) -> Span | None:
    return Span(window.spans[run.start].start, window.spans[run.end - 1].end) if run else None
