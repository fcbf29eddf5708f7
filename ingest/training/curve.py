"""The learning curve: how well the tagger reads by how many annotated articles taught it.

    python -m ingest.training.curve --encoder FOLDER [--shared ../shared] [--articles 25 50 100 200 400]

Each point is a model of its own, trained from the encoder on that many articles (the smaller sets within the
larger) for as many steps as the others, and scored as it is, in floats and without calibration.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from ingest.training.fitting import Schedule
from ingest.training.measuring import f1, readings
from ingest.training.school import School

SHOWN = 1600  # articles that a model is shown in all: four epochs of four hundred


def main() -> None:
    """Print a line of JSON a point: articles, statement F1 on the held-out articles and on dev."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training.curve", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds gold/ and unlabelled/")
    parser.add_argument("--articles", type=int, nargs="+", default=[25, 50, 100, 200, 400])
    parser.add_argument("--shown", type=int, default=SHOWN, help="articles shown to each model in all")
    args = parser.parse_args()
    school = School(args.encoder, args.shared, seed=1)
    lessons = random.Random(1).sample(school.lessons, len(school.lessons))
    for count in args.articles:
        taught = lessons[:count]
        model = school.train(lambda _, taught=taught: taught, Schedule(epochs=args.shown // len(taught)))
        tagger = school.tagger(model)
        scores = {"held out": school.held_out, "dev": school.dev}
        found = {name: f1(readings(tagger, articles)) for name, articles in scores.items()}
        print(json.dumps({"articles": len(taught), **found}), flush=True)


if __name__ == "__main__":
    main()
