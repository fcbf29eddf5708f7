"""`make evaluate`: scores on the annotated articles beside the pinned floors.

    python -m tests.evaluation [--errors N] [--folder NAME]

Prints each score with its floor, writes build/evaluation.json, and exits with 1 where a score fell below its
floor. `--errors N` lists the N worst errors by kind instead of the table; `--folder` names the readouts to
score (dev, train).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from graph_schema.settings import Settings
from ingest.pipeline import Reader
from tests.evaluation.floors import below, flat, pinned
from tests.evaluation.news import news_scores
from tests.evaluation.readouts import predict, score
from tests.shared import SHARED

BUILD = Path("build")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--folder", default="dev")
    chosen = parser.parse_args()
    folder, scorer = SHARED / "gold" / "readouts" / chosen.folder, SHARED / "gold" / "score_readouts.py"
    if not folder.exists():
        print(f"evaluation needs the annotated articles, and {folder} is missing", file=sys.stderr)
        return 1
    predictions = BUILD / f"predictions-{chosen.folder}.jsonl"
    reader = Reader.load(Settings())
    predict(folder, reader, predictions)
    if chosen.errors:
        return worst_errors(scorer, folder, predictions, chosen.errors)
    report = score(scorer, folder, predictions)
    if (corpus := SHARED / "polnear").exists():
        report["polnear"] = news_scores(reader.tagger, corpus)
    (BUILD / "evaluation.json").write_text(json.dumps(report, indent=1), "utf-8")
    floors = pinned() if chosen.folder == "dev" else {}
    for name, value in flat(report).items():
        floor = floors.get(name)
        print(f"{name:40} {value:7.1f}" + (f"   floor {floor:5.1f}" if floor is not None else ""))
    fallen = below(report, floors)
    for sentence in fallen:
        print(sentence, file=sys.stderr)
    return 1 if fallen else 0


def worst_errors(scorer: Path, folder: Path, predictions: Path, count: int) -> int:
    """Print missed and spurious claims, as the scorer lists them."""
    command = [sys.executable, str(scorer), str(folder), str(predictions), "--misses", str(count)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
