"""The model card: what the weights are, learnt from, good and bad at, in figures of this very run."""

from __future__ import annotations

from string import Template
from typing import Any

from ingest.tagging.confidence import Calibration

CARD = Template("""# The tagger's weights

A 6-layer encoder (all-MiniLM-L6-v2, Apache-2.0) fine-tuned to find who said what in diplomatic news and
official readouts in English, with heads for cue, source, content, act, stance and topics. Int8 ONNX, $size MB
with its tokenizer; read by `ingest/tagging/tagger.py` with onnxruntime, without torch. Made by
`python -m ingest.training`; how is told in `ingest/training/README.md`.

## Learnt from
- Annotated articles of many publishers, after one set of guidelines: `gold/readouts/train` (190, one in ten
  held out) and `gold/own` (75, in our own words).
- 126 articles annotated for this project by one reader (`ingest/training/labels/`; offsets only where the
  text is not ours), and 64 exercises in our own words (`ingest/training/texts/`), one in ten held out.
- Unannotated readouts and news, labelled by the first round of the same training.

PolNeAR measured these weights and taught them nothing.

## Scores
Statement F1 (contents matched one to one at word Jaccard 0.5), and how often the heads alone, without the
rules that the pipeline adds, are right about matched statements.

| | development articles | held out of training |
|---|---|---|
$scores

## Confidence
Held-out candidates from the least to the surest fifth, before the thresholds
(explicit $explicit, carried over $carried_over, headline $headline):

| mean confidence | share right | candidates |
|---|---|---|
$reliability

## Limits
English only, in Latin letters. Weakest where a sentence without any cue goes on with a speaker's words, and
in columns and editorials, where the writer's own voice and the reported ones mix. Contents that run over more
than a window (about 350 word pieces) are cut. It reads what is reported, and not whether it was said.
""")


def card(scores: dict[str, Any], calibration: Calibration, size: int) -> str:
    """Fill in the card; `size` in bytes."""
    names = [name for name in scores["dev"] if name in scores["held out"]]
    rows = [f"| {name} | {scores['dev'][name]} | {scores['held out'][name]} |" for name in names]
    bins = [f"| {sure:.2f} | {right:.2f} | {count} |" for sure, right, count in scores["reliability"]]
    return CARD.substitute(
        calibration.thresholds,
        size=f"{size / 1e6:.1f}",
        scores="\n".join(rows),
        reliability="\n".join(bins),
    )
