"""The school: what every training run shares, from annotated articles to a trained model."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from ingest.tagging.confidence import Calibration
from ingest.tagging.tagger import Tagger
from ingest.tagging.windows import Size, Windows
from ingest.training.articles import Lesson, annotated, labelled, unlabelled
from ingest.training.augmentation import surnames, varied
from ingest.training.calibration import uncalibrated
from ingest.training.exercises import Exercise, exercises
from ingest.training.export import TorchNetwork
from ingest.training.fitting import Schedule, fit
from ingest.training.markup import written
from ingest.training.measuring import family_of
from ingest.training.model import TaggerModel, topic_vectors

Curriculum = Callable[[int], Sequence[Lesson]]


@dataclass
class School:
    """Encoder folder, shared data folder, seed; reads all annotations at once.

    One article in ten is held out, to choose thresholds and calibrate.
    """

    encoder: Path
    shared: Path
    seed: int

    def __post_init__(self) -> None:
        gold = self.shared / "gold"
        self.windows = Windows(self.encoder / "tokenizer.json")
        self.topics = _topics(gold / "topics.tsv")
        self.texts = unlabelled(self.shared / "unlabelled" / "articles.jsonl")
        real = annotated(gold / "readouts" / "train")
        ours = [
            *annotated(gold / "own"),
            *labelled(Path(__file__).with_name("labels"), self.texts),
            *written(),
        ]
        self.held_out = [*real[::10], *ours[::15]]
        self.lessons = [lesson for lesson in [*real, *ours] if lesson not in self.held_out]
        self.dev = annotated(gold / "readouts" / "dev")

    def train(
        self, curriculum: Curriculum, schedule: Schedule, start: TaggerModel | None = None
    ) -> TaggerModel:
        """Train a new model, or go on with one, on what the curriculum gives each epoch."""
        random.seed(self.seed)
        torch.manual_seed(self.seed)
        names = surnames(name for lesson in self.lessons for name in lesson.names)

        def epoch(number: int) -> list[Exercise]:
            dice = random.Random(f"{self.seed} {number}")
            return [
                exercise
                for lesson in curriculum(number)
                for exercise in exercises(varied(lesson, names, dice), self.windows, _size(dice))
            ]

        model = start or self.model()
        fit(model, epoch, list(self.topics), schedule, lambda line: print(line, flush=True))
        return model

    def model(self, weights: Path | None = None) -> TaggerModel:
        """Return an untrained model, or one with kept weights."""
        described = [next(self.windows.of(text)).ids for text in self.topics.values()]
        model = TaggerModel(self.encoder, topic_vectors(self.encoder, described))
        if weights:
            model.load_state_dict(torch.load(weights, weights_only=True))
        return model

    def examples(self, count: int = 40) -> list[list[int]]:
        """Return some windows of the held-out articles, as pieces."""
        lessons = self.held_out[:count]
        return [next(self.windows.of(lesson.text, lesson.headline)).ids for lesson in lessons]

    def tagger(self, model: TaggerModel, calibration: Calibration | None = None) -> Tagger:
        """Return a tagger that reads with a model."""
        return Tagger(self.windows, TorchNetwork(model), calibration or uncalibrated(list(self.topics)))


def share(machine: Sequence[Lesson], number: int) -> list[Lesson]:
    """Half of the machine-labelled news, of which there is little, and a sixteenth of the rest."""
    return [m for i, m in enumerate(machine) if (i + number) % (2 if family_of(m) == "news" else 16) == 0]


def _size(dice: random.Random) -> Size:
    return Size(dice.randint(224, 352), dice.randint(16, 64))


def _topics(file: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row[0]: f"{row[1]}: {row[-1]}" for row in rows}
