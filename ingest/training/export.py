"""Export: the trained model as three int8 ONNX graphs in a folder that the tagger loads."""

from __future__ import annotations

import copy
import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from ingest.tagging.confidence import Calibration
from ingest.tagging.decoding import Floats
from ingest.tagging.network import REACH, Judgements, pooling
from ingest.tagging.windows import Run
from ingest.training.easing import ease
from ingest.training.model import TaggerModel
from ingest.training.vocabulary import slimmed


class _Encoder(nn.Module):
    def __init__(self, model: TaggerModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.model.encode(ids)[0]
        return hidden, self.model.tags(hidden)


class TorchNetwork:
    """The model in training, asked as the tagger asks a network."""

    def __init__(self, model: TaggerModel) -> None:
        self._model = model.eval()

    @torch.no_grad()
    def encode(self, ids: Sequence[int]) -> tuple[Floats, Floats]:
        """Return hidden states and first-layer logits."""
        hidden = self._model.encode(torch.tensor([list(ids)]))[0]
        return hidden.numpy(), self._model.tags(hidden).numpy()

    @torch.no_grad()
    def arguments(self, hidden: Floats, cues: Sequence[Run]) -> Floats:
        """Return second-layer logits."""
        starts = np.array([cue.start for cue in cues])
        distance = np.clip(np.arange(len(hidden))[None] - starts[:, None], -REACH, REACH) + REACH
        weights = torch.from_numpy(pooling([[cue] for cue in cues], len(hidden)))
        found: Floats = self._model.arguments(
            torch.from_numpy(hidden), weights, torch.from_numpy(distance)
        ).numpy()
        return found

    @torch.no_grad()
    def judge(
        self, hidden: Floats, contents: Sequence[Sequence[Run]], cues: Sequence[Sequence[Run]]
    ) -> Judgements:
        """Return the judge's logits."""
        rows = (torch.from_numpy(pooling(groups, len(hidden))) for groups in (contents, cues))
        return Judgements(*(part.numpy() for part in self._model.judge(torch.from_numpy(hidden), *rows)))


def export(
    model: TaggerModel, calibration: Calibration, tokenizer: Path, folder: Path, examples: list[list[int]]
) -> int:
    """Write graphs, calibration and tokenizer; return their size in bytes.

    `examples` are windows (lists of pieces of the full vocabulary) that show how large hidden values are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary, kept = slimmed(tokenizer)
    (folder / "tokenizer.json").write_text(json.dumps(vocabulary, ensure_ascii=False), "utf-8")
    fields = {name: getattr(calibration, name) for name in ("weights", "thresholds", "topics")}
    (folder / "calibration.json").write_text(json.dumps(fields, indent=1) + "\n", "utf-8")
    slim = copy.deepcopy(model).eval()
    ease(slim, examples)
    _graphs(_with_vocabulary(slim, kept), folder)
    return sum(file.stat().st_size for file in folder.glob("*.*"))


def _with_vocabulary(model: TaggerModel, kept: list[int]) -> TaggerModel:
    words = model.encoder.embeddings.word_embeddings.weight.detach()[kept]
    model.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(words, padding_idx=0)
    return model


def _graphs(model: TaggerModel, folder: Path) -> None:
    hidden, weights = torch.zeros(12, model.encoder.config.hidden_size), torch.zeros(2, 12)
    whole = torch.zeros(12, dtype=torch.long)
    pieces, rows, grid = {0: "pieces"}, {0: "rows"}, {0: "rows", 1: "pieces"}
    encoder_axes = {"ids": {1: "pieces"}, "states": pieces, "tags": pieces}
    _graph(_Encoder(model), (whole[None],), folder / "encoder.onnx", encoder_axes, inputs=1)
    arguments_axes = {"hidden": pieces, "cues": grid, "distance": grid, "logits": grid}
    _graph(
        model.arguments,
        (hidden, weights, torch.stack([whole, whole])),
        folder / "arguments.onnx",
        arguments_axes,
        inputs=3,
    )
    judge_axes = {"hidden": pieces, "contents": grid, "cues": grid} | dict.fromkeys(Judgements._fields, rows)
    _graph(model.judge, (hidden, weights, weights), folder / "judgements.onnx", judge_axes, inputs=3)


def _graph(
    module: nn.Module,
    example: tuple[Tensor, ...],
    file: Path,
    axes: dict[str, dict[int, str]],
    *,
    inputs: int,
) -> None:
    """Export one graph and turn its weights into int8; the first `inputs` names of `axes` go in."""
    names = list(axes)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            module,
            example,
            str(whole),
            input_names=names[:inputs],
            output_names=names[inputs:],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(file), weight_type=QuantType.QInt8, per_channel=True)
        onnx.checker.check_model(str(file))
