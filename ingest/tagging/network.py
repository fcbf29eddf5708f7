"""The shipped network: three small ONNX graphs, run on one thread without torch.

`encoder` reads a window once; `arguments` scores each piece as content or source of each cue; `judgements`
says act, stance and topics of each statement. Runs of pieces go in as rows of weights that sum to 1 (or to 0
where a statement has no cue), so that pooling is one matrix product.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from ingest.tagging.decoding import Floats
from ingest.tagging.windows import Run

REACH = 64  # distances beyond this many pieces are one distance


class Judgements(NamedTuple):
    """Logits, one row a statement: acts [k, 8], stances [k, 3], topics [k, T], main topic [k, T]."""

    act: Floats
    stance: Floats
    topics: Floats
    main_topic: Floats


class OnnxNetwork:
    """Runs the graphs of a model folder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Whole sums on processors that would cut sums of bytes off: the same article, the same statements.
        options.add_session_config_entry("session.x64quantprecision", "1")
        self._encoder, self._arguments, self._judgements = (
            onnxruntime.InferenceSession(
                str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder", "arguments", "judgements")
        )

    def encode(self, ids: Sequence[int]) -> tuple[Floats, Floats]:
        """Return the hidden states [n, h] and the first layer's logits [n, 5] of a window."""
        hidden, tags = self._encoder.run(None, {"ids": np.array([ids], np.int64)})
        return hidden, tags

    def arguments(self, hidden: Floats, cues: Sequence[Run]) -> Floats:
        """Return the second layer's logits, [cues, n, 5]."""
        starts = np.array([cue.start for cue in cues])
        distance = np.clip(np.arange(len(hidden))[None] - starts[:, None], -REACH, REACH) + REACH
        weights = pooling([[cue] for cue in cues], len(hidden))
        (logits,) = self._arguments.run(None, {"hidden": hidden, "cues": weights, "distance": distance})
        return np.asarray(logits, np.float32)

    def judge(
        self, hidden: Floats, contents: Sequence[Sequence[Run]], cues: Sequence[Sequence[Run]]
    ) -> Judgements:
        """Judge statements by their contents and their cues (an empty list where there is none)."""
        length = len(hidden)
        inputs = {"hidden": hidden, "contents": pooling(contents, length), "cues": pooling(cues, length)}
        return Judgements(*self._judgements.run(None, inputs))


def pooling(groups: Sequence[Sequence[Run]], length: int) -> Floats:
    """Return [groups, length] weights that average over each group's pieces."""
    weights = np.zeros((len(groups), length), np.float32)
    for row, runs in zip(weights, groups, strict=True):
        for run in runs:
            row[run.start : run.end] = 1
    return np.asarray(weights / np.maximum(weights.sum(1, keepdims=True), 1), np.float32)
