"""Fitting: the loop that turns exercises into weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from graph_schema.vocabulary import Act
from ingest.tagging.network import REACH
from ingest.training.exercises import Exercise, Question
from ingest.training.model import TaggerModel

ACTS = [act.value for act in Act]
BFLOAT16 = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())  # type: ignore[no-untyped-call]
MASK, MASKED = 103, 0.05  # the encoder's own piece for a hidden word, and how many are hidden


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to train; a batch holds at most so many pieces, padding included."""

    epochs: int = 16
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    batch_pieces: int = 1200
    warm_up: float = 0.1
    judge_weight: float = 0.4


def fit(
    model: TaggerModel,
    lessons: Callable[[int], list[Exercise]],
    topics: list[str],
    schedule: Schedule,
    report: Callable[[str], None],
) -> None:
    """Train in place. `lessons` gives the exercises of an epoch (freshly varied)."""
    optimizer = torch.optim.AdamW(_groups(model, schedule), weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    loss_of, started = Losses(topics, schedule.judge_weight), time.monotonic()
    for epoch in range(schedule.epochs):
        batches = list(batched(lessons(epoch), schedule.batch_pieces))
        model.train()
        total = 0.0
        for step, batch in enumerate(batches):
            progress = (epoch + step / len(batches)) / schedule.epochs
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _pace(progress, schedule.warm_up)
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += loss.item()
        report(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.monotonic() - started:.0f} s")


def _pace(progress: float, warm_up: float) -> float:
    return min(progress / warm_up, 1.0) * max(0.02, 1 - progress) + 1e-4


def _groups(model: TaggerModel, schedule: Schedule) -> list[dict[str, object]]:
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for module in (model.tags, model.arguments, model.judge) for p in module.parameters()]
    return [
        {"params": encoder, "lr": schedule.encoder_rate},
        {"params": heads, "lr": schedule.head_rate},
    ]


def batched(exercises: list[Exercise], pieces: int) -> Iterator[list[Exercise]]:
    """Group windows of like length, in random order."""
    random.shuffle(exercises)
    batches: list[list[Exercise]] = []
    for at in range(0, len(exercises), 64):
        batch: list[Exercise] = []
        for exercise in sorted(exercises[at : at + 64], key=lambda e: len(e.labels)):
            if batch and len(exercise.labels) * (len(batch) + 1) > pieces:
                batches.append(batch)
                batch = []
            batch.append(exercise)
        batches.append(batch)
    random.shuffle(batches)
    yield from batches


class Losses:
    """The weighted sum of what the layers get wrong in a batch."""

    def __init__(self, topics: list[str], judge_weight: float) -> None:
        self._topics = {topic: i for i, topic in enumerate(topics)}
        self._judge_weight = judge_weight

    def __call__(self, model: TaggerModel, batch: list[Exercise]) -> Tensor:
        """Return the loss of a batch, a scalar; in bfloat16 only where the processor computes in it.

        Where it does not, the emulation is some twenty times slower than plain floats.
        """
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BFLOAT16):
            return self._of(model, batch)

    def _of(self, model: TaggerModel, batch: list[Exercise]) -> Tensor:
        hidden = model.encode(*padded(batch)).float()
        tags = arguments = judged = torch.zeros(())
        questions = pieces = 0
        for states, exercise in zip(hidden, batch, strict=True):
            states = states[: len(exercise.labels)]
            wrong = nn.functional.cross_entropy(
                model.tags(states), torch.tensor(exercise.labels), reduction="none"
            )
            tags = tags + (wrong * torch.tensor(exercise.weights)).sum()
            arguments = arguments + self._arguments(model, states, exercise.questions)
            judged = judged + self._judged(model, states, exercise.questions)
            pieces, questions = pieces + len(states), questions + len(exercise.questions)
        return 4 * tags / pieces + (arguments / 20 + self._judge_weight * judged) / max(questions, 1)

    def _arguments(self, model: TaggerModel, states: Tensor, questions: list[Question]) -> Tensor:
        cued = [q for q in questions if q.labels is not None]
        if not cued:
            return torch.zeros(())
        length = len(states)
        starts = torch.tensor([q.cue[0] for q in cued])
        distance = (torch.arange(length)[None] - starts[:, None]).clamp(-REACH, REACH) + REACH
        logits = model.arguments(states, pooled([q.cue for q in cued], length), distance)
        labels = torch.tensor([q.labels for q in cued])
        wrong = nn.functional.cross_entropy(logits.transpose(1, 2), labels, reduction="none").sum(1)
        return (wrong * torch.tensor([q.saying.weight for q in cued])).sum()

    def _judged(self, model: TaggerModel, states: Tensor, questions: list[Question]) -> Tensor:
        told = [q for q in questions if q.saying.topics is not None]
        if not told:
            return torch.zeros(())
        length = len(states)
        found = model.judge(
            states, pooled([q.content for q in told], length), pooled([q.cue for q in told], length)
        )
        wanted, main = self._wanted(told)
        weight = torch.tensor([q.saying.weight for q in told])
        wrong = nn.functional.cross_entropy(
            found.act, torch.tensor([ACTS.index(q.saying.act or "COMMENT") for q in told]), reduction="none"
        ) + nn.functional.cross_entropy(
            found.stance, torch.tensor([(q.saying.stance or 0) + 1 for q in told]), reduction="none"
        )
        topics = nn.functional.binary_cross_entropy_with_logits(found.topics, wanted, reduction="none").sum(1)
        first = nn.functional.cross_entropy(found.main_topic, main, ignore_index=-1, reduction="none")
        return (weight * (wrong + topics + first)).sum()

    def _wanted(self, questions: list[Question]) -> tuple[Tensor, Tensor]:
        wanted = torch.zeros(len(questions), len(self._topics))
        main = torch.full((len(questions),), -1)
        for row, question in enumerate(questions):
            known = [self._topics[t] for t in question.saying.topics or () if t in self._topics]
            wanted[row, known] = 1.0
            if known:
                main[row] = known[0]
        return wanted, main


def padded(batch: list[Exercise]) -> tuple[Tensor, Tensor]:
    """Return ids, a few of them masked so that no single word is relied on, and attention mask, [b, n]."""
    length = max(len(e.labels) for e in batch)
    ids, mask = (
        torch.zeros(len(batch), length, dtype=torch.long),
        torch.zeros(len(batch), length, dtype=torch.long),
    )
    for row, exercise in enumerate(batch):
        ids[row, : len(exercise.labels)] = torch.tensor(exercise.window.ids)
        mask[row, : len(exercise.labels)] = 1
    return torch.where(torch.rand(ids.shape) < MASKED, MASK, ids), mask


def pooled(groups: list[list[int]], length: int) -> Tensor:
    """Return [groups, length] weights that average over each group's pieces."""
    weights = torch.zeros(len(groups), length)
    for row, pieces in zip(weights, groups, strict=True):
        row[pieces] = 1 / max(len(pieces), 1)
    return weights
