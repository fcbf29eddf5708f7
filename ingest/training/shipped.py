"""The shipped weights, as a model that training can go on from.

The rounds' own checkpoints are large and stay where they were made; what ships holds the same model with
eight bits a weight. Word vectors are not read back: no training moves them, so they are the encoder's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from ingest.training.model import TaggerModel

Arrays = dict[str, NDArray[np.generic]]
GRAPHS = {"encoder": "", "arguments": "arguments.", "judgements": "judge."}
WORDS = "encoder.embeddings.word_embeddings.weight"


def restore(model: TaggerModel, folder: Path) -> TaggerModel:
    """Fill a model, in place, with the weights of a folder that `export` wrote; return it."""
    found = {
        prefix + name: torch.from_numpy(value.copy())
        for graph, prefix in GRAPHS.items()
        for name, value in _weights(onnx.load(folder / f"{graph}.onnx").graph)
    }
    found[WORDS] = model.state_dict()[WORDS]
    model.load_state_dict(_complete(model, found))
    return model


def _complete(model: TaggerModel, found: dict[str, Tensor]) -> dict[str, Tensor]:
    """Leave out what the graphs hold besides weights; say which weights they lack."""
    state = model.state_dict()
    if missing := state.keys() - found.keys():
        raise KeyError(f"these weights are not in the graphs: {sorted(missing)}")
    return {name: found[name] for name in state}


def _weights(graph: onnx.GraphProto) -> Iterator[tuple[str, NDArray[np.float32]]]:
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    for name, value in arrays.items():
        if value.dtype == np.float32 and not name.endswith(("_scale", ".inverse")):
            yield _plain(name), value
        elif name.endswith(".weight_quantized"):  # an embedding: one scale for all rows
            yield _plain(name.removesuffix("_quantized")), _floats(arrays, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            module = _plain(node.name.strip("/").rsplit("/", 1)[0].replace("/", "."))
            yield f"{module}.weight", _floats(arrays, node.input[1]).T * _inverse(arrays, module)


def _floats(arrays: Arrays, quantized: str) -> NDArray[np.float32]:
    name = quantized.removesuffix("_quantized")
    steps = arrays[quantized].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    floats: NDArray[np.float32] = steps * arrays[f"{name}_scale"]
    return floats


def _inverse(arrays: Arrays, module: str) -> NDArray[np.generic] | float:
    """Return what an eased layer divides its inputs by; query, key and value share one."""
    for name in (module, module.replace(".key", ".query").replace(".value", ".query")):
        if (inverse := arrays.get(f"model.{name}.inverse")) is not None:
            return inverse
    return 1.0


def _plain(name: str) -> str:
    return name.removeprefix("model.").replace(".linear", "")
