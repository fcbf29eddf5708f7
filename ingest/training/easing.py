"""Easing: scales moved from a layer's inputs into its weights, so that both lose less when they become int8.

A few hidden channels are far larger than the rest; one scale for all of them would leave the others a handful
of steps. Each channel is divided by its own factor before the layer and multiplied by it inside (SmoothQuant,
Xiao et al. 2023); the function stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

from ingest.training.model import TaggerModel

SHARE = 0.8  # how much of an input channel's size moves into the weights
Place = tuple[nn.Module, str]  # where a linear layer hangs: its parent and its name there


class Eased(nn.Module):
    """A linear layer whose inputs are divided and whose weights are multiplied by a factor a channel."""

    def __init__(self, linear: nn.Linear, factor: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.register_buffer("inverse", 1 / factor)
        linear.weight.data.mul_(factor)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return what the plain layer returns."""
        return self.linear(inputs * self.inverse)


@torch.no_grad()
def ease(model: TaggerModel, windows: Iterable[Sequence[int]]) -> None:
    """Ease the encoder's layers in place, by what they see in some windows (lists of pieces)."""
    groups = list(_groups(model))
    largest = [torch.zeros(getattr(*group[0]).in_features) for group in groups]
    hooks = [
        getattr(*group[0]).register_forward_pre_hook(_watch(seen))
        for group, seen in zip(groups, largest, strict=True)
    ]
    for ids in windows:
        model.encode(torch.tensor([list(ids)]))
    for hook in hooks:
        hook.remove()
    for group, seen in zip(groups, largest, strict=True):
        weights = torch.stack([getattr(*place).weight.abs().amax(0) for place in group]).amax(0)
        factor = (seen.clamp(min=1e-4) ** SHARE / weights.clamp(min=1e-4) ** (1 - SHARE)).clamp(1e-3, 1e3)
        for parent, name in group:
            setattr(parent, name, Eased(getattr(parent, name), factor))


def _groups(model: TaggerModel) -> Iterable[list[Place]]:
    """Yield the linear layers that read the same inputs."""
    for layer in model.encoder.encoder.layer:
        attention = layer.attention.self
        yield [(attention, "query"), (attention, "key"), (attention, "value")]
        yield [(layer.attention.output, "dense")]
        yield [(layer.intermediate, "dense")]
        yield [(layer.output, "dense")]


def _watch(largest: Tensor):
    def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
        torch.maximum(largest, inputs[0].abs().amax((0, 1)), out=largest)

    return hook
