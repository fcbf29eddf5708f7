"""Statements without a cue: what carries a speaker's words on is a whole sentence, and comes in blocks.

The first layer marks pieces; a sentence that is marked for the most part is one candidate, from its first
word to its last. Where a block of such sentences stands, one more beside it needs less to be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ingest.tagging.decoding import SECOND, Candidate, Floats, quarrel
from ingest.tagging.windows import Place, Run, Window

COVERED = 0.3  # the share of a sentence that a marked run must cover to mean all of it
DOUBTFUL = 0.05  # below this a sentence is no candidate, and none beside a block either


def uncued(
    window: Window, tags: Floats, marked: Iterable[Run], sentences: Sequence[Run]
) -> Iterator[Candidate]:
    """Yield the candidates without a cue: marked runs as whole sentences, and sentences marked in part."""
    taken: set[Run] = set()
    for run in marked:
        place = window.places[run.start]
        body = sentences if place is Place.BODY else ()
        whole = [s for s in body if _overlap(run, s) >= COVERED * (s.end - s.start)]
        taken.update(whole)
        yield _candidate(tags, Run(whole[0].start, whole[-1].end) if whole else run, place is Place.HEADLINE)
    for sentence in sentences:
        if sentence not in taken and mass(tags, sentence, SECOND) >= DOUBTFUL:
            yield _candidate(tags, sentence, in_headline=False)


def with_blocks(candidates: Iterable[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """Return the chosen ones with the doubtful sentences beside a chosen sentence without a cue."""
    doubtful = [c for c in candidates if _carries(c) and c.confidence >= DOUBTFUL and c not in chosen]
    for candidate in sorted(doubtful, key=lambda c: c.contents[0].start):
        beside = any(_carries(other) and _adjacent(candidate, other) for other in chosen)
        if beside and not any(quarrel(candidate, other) for other in chosen):
            chosen.append(candidate)
    return chosen


def mass(scores: Floats, run: Run, begin: int) -> float:
    """Return the mean probability of a label, begin or inside, over a run."""
    return float(np.exp(scores[run.start : run.end, begin : begin + 2]).sum(-1).mean())


def _candidate(tags: Floats, run: Run, in_headline: bool) -> Candidate:
    p = mass(tags, run, SECOND)
    return Candidate([run], None, None, p, p, in_headline)


def _carries(candidate: Candidate) -> bool:
    return candidate.cue is None and not candidate.in_headline


def _overlap(one: Run, other: Run) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _adjacent(one: Candidate, other: Candidate) -> bool:
    """Whether one sentence follows the other; a mark between two paragraphs may stand between them."""
    first, second = sorted((one.contents[0], other.contents[0]))
    return second.start - first.end <= 1
