"""The one command that makes the weights: a teacher, its labels, a student, its card."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from ingest.tagger import MODELS, Calibration, Tagger
from ingest.training.articles import Lesson, annotated, labelled, polnear, unlabelled
from ingest.training.augmentation import surnames, varied
from ingest.training.calibration import calibrate, outcomes_of, reliability, uncalibrated
from ingest.training.exercises import Exercise, exercises
from ingest.training.export import TorchNetwork, export
from ingest.training.fitting import Schedule, fit
from ingest.training.markup import written
from ingest.training.measuring import family_of, readings, report
from ingest.training.model import TaggerModel, topic_vectors
from ingest.training.teaching import label
from ingest.windows import Size, Windows

HELD_OUT = slice(None, None, 10)  # one in ten real articles chooses thresholds and calibrates


def main() -> None:
    """Read the arguments and make the weights."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds gold/ and unlabelled/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="kept between runs, reused")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--polnear", type=Path, help="learn from PolNeAR too, for weights that are not shared"
    )
    args = parser.parse_args()
    if args.polnear and args.out == MODELS:
        parser.error("weights made with PolNeAR may not be shipped: give another folder with --out")
    args.work.mkdir(parents=True, exist_ok=True)
    school = School(args.encoder, args.shared, args.epochs, args.seed)
    if args.polnear:
        make_with_polnear(school, args.polnear, args.out)
    else:
        make(school, args.work, args.out)


@dataclass
class School:
    """What every training run shares: encoder, annotations, topics, length and seed."""

    encoder: Path
    shared: Path
    epochs: int
    seed: int

    def __post_init__(self) -> None:
        gold = self.shared / "gold"
        self.windows = Windows(self.encoder / "tokenizer.json")
        self.topics = _topics(gold / "topics.tsv")
        self.real = annotated(gold / "readouts" / "train")
        self.own = [*annotated(gold / "own"), *written()]
        self.dev = annotated(gold / "readouts" / "dev")
        self.held_out = self.real[HELD_OUT]

    def model(self) -> TaggerModel:
        """Return an untrained model."""
        described = [next(self.windows.of(text)).ids for text in self.topics.values()]
        return TaggerModel(self.encoder, topic_vectors(self.encoder, described))

    def train(self, lessons: list[Lesson], machine: Sequence[Lesson] = ()) -> TaggerModel:
        """Train on lessons and, an epoch, on a share of the machine's: half the news, an eighth of the rest."""
        random.seed(self.seed)
        torch.manual_seed(self.seed)
        names = surnames(name for lesson in lessons for name in lesson.names)

        def epoch(number: int) -> list[Exercise]:
            dice = random.Random(f"{self.seed} {number}")
            return [
                exercise
                for lesson in [*lessons, *_share(machine, number)]
                for exercise in exercises(varied(lesson, names, dice), self.windows, _size(dice))
            ]

        model = self.model()
        fit(model, epoch, list(self.topics), Schedule(self.epochs), lambda line: print(line, flush=True))
        return model

    def tagger(self, model: TaggerModel, calibration: Calibration | None = None) -> Tagger:
        """Return a tagger that reads with a model."""
        return Tagger(self.windows, TorchNetwork(model), calibration or uncalibrated(list(self.topics)))


def make(school: School, work: Path, out: Path) -> None:
    """Train a teacher without the held-out tenth, let it label, train a student on everything, export it."""
    teacher = _kept(school, work / "teacher.pt", lambda: school.train(_without(school)))
    tagger = school.tagger(teacher)
    tagger.calibration = calibrate(tagger, school.held_out)
    scores = {
        "teacher, held out": report(readings(tagger, school.held_out)),
        "reliability": _reliability(tagger, school),
    }
    labels = work / "labelled.jsonl"
    if not labels.exists():
        label(tagger, unlabelled(school.shared / "unlabelled" / "articles.jsonl"), labels)
    student = _kept(
        school, work / "student.pt", lambda: school.train([*school.real, *school.own], labelled(labels))
    )
    export(student, tagger.calibration, school.encoder / "tokenizer.json", out)
    scores["shipped, dev"] = report(readings(Tagger.load(out), school.dev))
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    print(json.dumps(scores, indent=1))


def make_with_polnear(school: School, folder: Path, out: Path) -> None:
    """Train on our annotations and PolNeAR's; calibrate on what PolNeAR's last articles hold."""
    lessons = list(polnear(folder, "train"))
    model = school.train([*school.real, *school.own, *lessons[:-40]])
    tagger = school.tagger(model)
    export(model, calibrate(tagger, lessons[-40:]), school.encoder / "tokenizer.json", out)


def _kept(school: School, file: Path, train) -> TaggerModel:
    """Load a model from an earlier run, or train and keep it."""
    if file.exists():
        model = school.model()
        model.load_state_dict(torch.load(file, weights_only=True))
        return model
    model = train()
    torch.save(model.state_dict(), file)
    return model


def _without(school: School) -> list[Lesson]:
    return [lesson for lesson in [*school.real, *school.own] if lesson not in school.held_out]


def _reliability(tagger: Tagger, school: School) -> list[tuple[float, float, int]]:
    outcomes = [o for lesson in school.held_out for o in outcomes_of(tagger, lesson)]
    return reliability((o.confidence, o.right) for o in outcomes)


def _share(machine: Sequence[Lesson], number: int) -> list[Lesson]:
    return [m for i, m in enumerate(machine) if (i + number) % (2 if family_of(m) == "news" else 8) == 0]


def _size(dice: random.Random) -> Size:
    return Size(dice.randint(160, 352), dice.randint(40, 80))


def _topics(file: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row[0]: f"{row[1]}: {row[-1]}" for row in rows}
