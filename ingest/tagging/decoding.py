"""From label probabilities to candidate attributions, and from candidates to those that stand.

Labels are O, then begin and inside of two things: cue and uncued content in the first layer, content and
source of one cue in the second. Inside may only follow its own begin or inside (a constrained Viterbi path).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.annotations import Span
from ingest.tagging.windows import Run

Floats = NDArray[np.float32]
FIRST, SECOND = 1, 3  # the begin labels: cue or content; uncued content or source
LABELS = 5
OPENING, CLOSING = " \t\r\n\"“”„«»'‘’`,;:", " \t\r\n\"“”„«»'‘’`,;:."
CERTAIN = float(np.log(0.99))
FORBIDDEN = np.zeros((LABELS, LABELS), np.float32)
for _before in range(LABELS):
    for _inside in (2, 4):
        if _before not in (_inside - 1, _inside):
            FORBIDDEN[_before, _inside] = -1e9


@dataclass(slots=True)
class Candidate:
    """An attribution in pieces of its window, with the two probabilities that its confidence is made of."""

    contents: list[Run]
    cue: Run | None
    source: Run | None
    p_cue: float
    p_content: float
    in_headline: bool
    confidence: float = 0.0


def log_softmax(logits: Floats) -> Floats:
    """Normalise the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_paths(scores: Floats) -> NDArray[np.int64]:
    """Return the best allowed label sequences, [k, n], for log probabilities [k, n, 5].

    Where the best label of every piece makes an allowed path, none can be better: only the rest is searched.
    """
    paths = np.asarray(scores.argmax(-1), np.int64)
    before = np.pad(paths, ((0, 0), (1, 0)))[:, :-1]
    (broken,) = np.nonzero(FORBIDDEN[before, paths].any(1))
    if len(broken):
        paths[broken] = _searched(scores[broken])
    return paths


def _searched(scores: Floats) -> NDArray[np.int64]:
    """Search for the best paths piece by piece, each from the best ways to the piece before (Viterbi).

    Pieces that are O beyond doubt in every row are stepped over: they end whatever runs.
    """
    count, length, _ = scores.shape
    paths = np.zeros((count, length), np.int64)
    (open_pieces,) = np.nonzero(scores[:, :, 0].min(0) < CERTAIN)
    best, back = np.zeros((count, LABELS), np.float32), []
    for i, before in zip(open_pieces, [-2, *open_pieces], strict=False):
        options = best[:, :, None] + (FORBIDDEN if i == before + 1 else FORBIDDEN[0])
        back.append(options.argmax(1))
        best = options.max(1) + scores[:, i]
    rows, labels = np.arange(count), best.argmax(1)
    for i, pointers in zip(open_pieces[::-1], back[::-1], strict=True):
        paths[:, i] = labels
        labels = pointers[rows, labels]
    return paths


def runs(path: Sequence[int] | NDArray[np.int64], begin: int) -> list[Run]:
    """Return the stretches of a label: a begin and the insides after it."""
    labels = np.asarray(path)
    ends = np.flatnonzero(np.append(labels, 0) != begin + 1)
    starts = np.flatnonzero(labels == begin)
    return [Run(int(start), int(ends[np.searchsorted(ends, start + 1)])) for start in starts]


def stand(candidates: Sequence[Candidate], thresholds: dict[str, float]) -> list[Candidate]:
    """Choose the surest first; a cue inside a chosen content, or half a content twice, drops out."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.confidence):
        if candidate.confidence < thresholds[form(candidate)]:
            continue
        if not any(quarrel(candidate, other) for other in chosen):
            chosen.append(candidate)
    return chosen


def form(candidate: Candidate) -> str:
    """Name what thresholds are set by: headline, explicit or carried_over."""
    if candidate.in_headline:
        return "headline"
    return "explicit" if candidate.cue else "carried_over"


def quarrel(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates cannot both stand: a cue in the other's content, or the same words twice."""
    return _holds(one, other.cue) or _holds(other, one.cue) or _mostly_in(one, other)


def _holds(candidate: Candidate, cue: Run | None) -> bool:
    return cue is not None and any(run.start <= cue.start < run.end for run in candidate.contents)


def _mostly_in(one: Candidate, other: Candidate) -> bool:
    mine, theirs = ({i for run in c.contents for i in range(*run)} for c in (one, other))
    return 2 * len(mine & theirs) > min(len(mine), len(theirs))


def trimmed(text: str, span: Span) -> Span | None:
    """Cut what the guidelines leave out of a claim: outer quotation marks, a final stop."""
    start, end = span
    while start < end and text[start] in OPENING:
        start += 1
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    return Span(start, end) if end > start else None
