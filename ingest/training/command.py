"""The one command that makes the weights: three rounds, their average, its card."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import torch

from ingest.tagging.tagger import MODELS, Tagger
from ingest.training.articles import labelled, polnear
from ingest.training.calibration import calibrate, outcomes_of, reliability
from ingest.training.card import card
from ingest.training.export import export
from ingest.training.fitting import Schedule
from ingest.training.measuring import readings, report
from ingest.training.model import TaggerModel, average
from ingest.training.school import School, share
from ingest.training.shipped import restore
from ingest.training.teaching import label

SECOND = Schedule(epochs=7, encoder_rate=1.5e-4, head_rate=7e-4)
THIRD = Schedule(epochs=4, encoder_rate=1.5e-4, head_rate=7e-4)
POLNEAR = Schedule(epochs=2, encoder_rate=1.5e-4, head_rate=7e-4)


def main() -> None:
    """Read the arguments and make the weights."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds gold/ and unlabelled/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="kept between runs, reused")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=16, help="of the first round")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--polnear", type=Path, help="go on with PolNeAR, for weights that are not shared")
    args = parser.parse_args()
    if args.polnear and args.out == MODELS:
        parser.error("weights made with PolNeAR may not be shipped: give another folder with --out")
    args.work.mkdir(parents=True, exist_ok=True)
    school = School(args.encoder, args.shared, args.seed)
    if args.polnear:
        make_with_polnear(school, args.polnear, args.work, args.out)
    else:
        make(school, args.work, args.out, Schedule(args.epochs))


def make(school: School, work: Path, out: Path, first: Schedule) -> None:
    """Train a round, let it label what nobody annotated, go on for two more, export and score their mean."""
    teacher = _kept(school, work / "first.pt", lambda: school.train(lambda _: school.lessons, first))
    machine = work / "machine"
    if not machine.exists():
        tagger = school.tagger(teacher)
        tagger.calibration = calibrate(tagger, school.held_out)
        read = {lesson.id for lesson in school.lessons + school.held_out}
        machine.mkdir()
        label(
            tagger,
            [text for name, text in school.texts.items() if name not in read],
            machine / "labels.jsonl",
        )
    more = labelled(machine, {})
    _kept(
        school,
        work / "second.pt",
        lambda: school.train(lambda n: school.lessons + share(more, n), SECOND, teacher),
    )
    second, third = (school.model(work / "second.pt") for _ in range(2))
    third = _kept(school, work / "third.pt", lambda: school.train(lambda _: school.lessons, THIRD, third))
    student = _kept(school, work / "student.pt", lambda: average(second, third))
    calibration = calibrate(school.tagger(student), school.held_out)
    size = export(student, calibration, school.encoder / "tokenizer.json", out, school.examples())
    scores = scored(Tagger.load(out), school)
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    (out / "README.md").write_text(card(scores, calibration, size), "utf-8")


def make_with_polnear(school: School, corpus: Path, work: Path, out: Path, held_out: int = 40) -> None:
    """Go on from the shipped weights with PolNeAR's articles, a quarter of ours beside them each epoch.

    An epoch shows two thirds of the corpus. Its last training articles are held out to calibrate on.
    """
    lessons = list(polnear(corpus, "train"))
    taught, kept = lessons[:-held_out], lessons[-held_out:]
    start = restore(school.model(), MODELS)
    model = school.train(
        lambda n: [lesson for i, lesson in enumerate(taught) if (i + n) % 3] + school.lessons[n % 4 :: 4],
        POLNEAR,
        start,
    )
    torch.save(model.state_dict(), work / "polnear.pt")
    calibration = calibrate(school.tagger(model), kept)
    export(model, calibration, school.encoder / "tokenizer.json", out, school.examples())


def scored(tagger: Tagger, school: School) -> dict[str, dict[str, float] | list[tuple[float, float, int]]]:
    """Score weights on the held-out articles and the development part; say how reliable they are."""
    outcomes = [o for lesson in school.held_out for o in outcomes_of(tagger, lesson)]
    return {
        "held out": report(readings(tagger, school.held_out)),
        "dev": report(readings(tagger, school.dev)),
        "reliability": reliability((o.confidence, o.right) for o in outcomes),
    }


def _kept(school: School, file: Path, train: Callable[[], TaggerModel]) -> TaggerModel:
    """Load a model from an earlier run, or train and keep it."""
    if file.exists():
        return school.model(file)
    model = train()
    torch.save(model.state_dict(), file)
    return model
