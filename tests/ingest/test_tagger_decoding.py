"""Label probabilities to runs, and candidates to those that stand."""

from itertools import pairwise, product

import numpy as np
import pytest

from ingest.annotations import Span
from ingest.tagging.decoding import Candidate, best_paths, form, log_softmax, runs, stand, trimmed
from ingest.tagging.windows import Run

THRESHOLDS = {"explicit": 0.5, "carried_over": 0.6, "headline": 0.4}


def scores(*labels: int, sure: float = 3.0) -> np.ndarray:
    logits = np.zeros((1, len(labels), 5), np.float32)
    logits[0, range(len(labels)), labels] = sure
    return log_softmax(logits)


def test_a_clear_path_is_taken() -> None:
    assert best_paths(scores(0, 1, 2, 2, 0, 3, 4))[0].tolist() == [0, 1, 2, 2, 0, 3, 4]


def test_inside_never_opens_a_run() -> None:
    path = best_paths(scores(0, 2, 2, 0, 4))[0].tolist()
    for before, label in zip([0, *path], path, strict=False):
        assert label not in (2, 4) or before in (label - 1, label)


def test_several_cues_at_once_give_the_paths_of_each_alone() -> None:
    rng = np.random.default_rng(7)
    together = log_softmax(rng.normal(size=(6, 30, 5)).astype(np.float32))
    alone = [best_paths(row[None])[0] for row in together]
    assert (best_paths(together) == np.stack(alone)).all()


@pytest.mark.parametrize("seed", range(20))
def test_no_allowed_path_is_better(seed: int) -> None:
    found = log_softmax(np.random.default_rng(seed).normal(size=(3, 5, 5)).astype(np.float32))
    ways = [way for way in product(range(5), repeat=5) if allowed(way)]
    for row, path in zip(found, best_paths(found), strict=True):
        totals = {way: row[range(5), way].sum() for way in ways}
        assert totals[tuple(path.tolist())] == pytest.approx(max(totals.values()), abs=1e-5)


def allowed(path: tuple[int, ...]) -> bool:
    return all(label not in (2, 4) or before in (label - 1, label) for before, label in pairwise((0, *path)))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 1], [Run(0, 2), Run(3, 4)]),
        ([1, 1, 2], [Run(0, 1), Run(1, 3)]),
        ([3, 4, 1], [Run(2, 3)]),
    ],
)
def test_runs(path: list[int], expected: list[Run]) -> None:
    assert runs(path, 1) == expected


def candidate(cue: Run | None, *contents: Run, confidence: float = 0.9, headline: bool = False) -> Candidate:
    return Candidate(list(contents), cue, None, 0.9, 0.9, headline, confidence)


def test_a_cue_inside_a_surer_content_drops_out() -> None:
    outer = candidate(Run(1, 2), Run(2, 20), confidence=0.9)
    inner = candidate(Run(5, 6), Run(6, 20), confidence=0.8)
    assert stand([inner, outer], THRESHOLDS) == [outer]


def test_half_a_content_twice_drops_out() -> None:
    one, other = candidate(Run(1, 2), Run(3, 13)), candidate(Run(20, 21), Run(8, 16), confidence=0.7)
    assert stand([one, other], THRESHOLDS) == [one]


def test_neighbours_stand_side_by_side() -> None:
    one, other = candidate(Run(1, 2), Run(3, 8)), candidate(Run(9, 10), Run(11, 16))
    assert len(stand([one, other], THRESHOLDS)) == 2


@pytest.mark.parametrize(
    ("found", "name", "stands"),
    [
        (candidate(Run(0, 1), Run(1, 4), confidence=0.55), "explicit", True),
        (candidate(None, Run(1, 4), confidence=0.55), "carried_over", False),
        (candidate(None, Run(1, 4), confidence=0.45, headline=True), "headline", True),
    ],
)
def test_each_form_has_its_threshold(found: Candidate, name: str, stands: bool) -> None:
    assert form(found) == name
    assert bool(stand([found], THRESHOLDS)) is stands


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“all is well,”", "all is well"),
        (" the two sides. ", "the two sides"),
        ("that figure is exaggerated", "that figure is exaggerated"),
        ("«мир»", "мир"),
        ('"." ', None),
        ("", None),
    ],
)
def test_trimmed(text: str, expected: str | None) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert (text[slice(*span)] if span else None) == expected


def test_certain_pieces_end_a_run_and_change_nothing_else() -> None:
    labels = [0, 1, 2, 0, 0, 0, 2, 1, 0, 0, 3, 4]
    path = best_paths(scores(*labels, sure=12.0))[0].tolist()
    assert path[:6] + path[7:] == labels[:6] + labels[7:]
    assert path[6] in (0, 1, 3)
