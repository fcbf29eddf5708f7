"""Sentences without a cue: where they begin and end, which of them are candidates, how blocks go on."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.tagging.carrying import uncued, with_blocks
from ingest.tagging.decoding import Candidate, Floats
from ingest.tagging.tagger import MODELS
from ingest.tagging.windows import Run, Window, Windows

TEXT = """\
Mr. Putin spoke with the U.S. President. Talks go on in Geneva. Trade has grown.

The sides agreed to meet."""


@pytest.fixture(scope="module")
def windows() -> Windows:
    return Windows(MODELS / "tokenizer.json")


def written(window: Window, run: Run, text: str = TEXT) -> str:
    return text[window.spans[run.start].start : window.spans[run.end - 1].end]


def test_sentences_end_with_stops_and_paragraphs_but_not_with_abbreviations(windows: Windows) -> None:
    (window,) = windows.of(TEXT, "A headline. Of two parts")
    assert [written(window, run) for run in windows.sentences(window)] == [
        "Mr. Putin spoke with the U.S. President.",
        "Talks go on in Geneva.",
        "Trade has grown.",
        "The sides agreed to meet.",
    ]


def marked(window: Window, run: Run, p: float) -> Floats:
    """Return label log probabilities: a run is uncued content with probability p, all else nothing."""
    scores = np.full((len(window.ids), 5), 1e-6, np.float32)
    scores[:, 0] = 1
    scores[run.start : run.end, 4], scores[run.start : run.end, 0] = p, 1 - p
    return np.asarray(np.log(scores), np.float32)


def test_a_marked_run_means_the_whole_sentence(windows: Windows) -> None:
    (window,) = windows.of(TEXT)
    sentences = windows.sentences(window)
    part = Run(sentences[1].start, sentences[1].end - 3)
    found = list(uncued(window, marked(window, part, 0.9), [part], sentences))
    assert [written(window, c.contents[0]) for c in found] == ["Talks go on in Geneva."]


def test_a_sentence_marked_in_part_is_a_candidate_without_a_run(windows: Windows) -> None:
    (window,) = windows.of(TEXT)
    sentences = windows.sentences(window)
    (found,) = uncued(window, marked(window, sentences[2], 0.3), [], sentences)
    assert found.contents == [sentences[2]]
    assert found.p_content == pytest.approx(0.3, abs=0.01)


def carried(start: int, end: int, confidence: float) -> Candidate:
    return Candidate(
        [Run(start, end)], None, None, confidence, confidence, in_headline=False, confidence=confidence
    )


@pytest.mark.parametrize(
    ("doubtful", "stands"),
    [
        (carried(10, 20, 0.1), True),  # right after a chosen one
        (carried(12, 20, 0.1), False),  # something stands between
        (carried(10, 20, 0.01), False),  # too doubtful even there
        (carried(3, 20, 0.1), False),  # the same words twice
    ],
)
def test_a_block_goes_on_with_its_neighbour(doubtful: Candidate, stands: bool) -> None:
    sure = carried(0, 10, 0.9)
    assert (doubtful in with_blocks([sure, doubtful], [sure])) is stands


def test_nothing_goes_on_after_a_statement_with_a_cue() -> None:
    cued = Candidate([Run(3, 10)], Run(1, 2), None, 0.9, 0.9, in_headline=False, confidence=0.9)
    doubtful = carried(10, 20, 0.1)
    assert with_blocks([cued, doubtful], [cued]) == [cued]
