"""Our own count of statements is the gold scorer's."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.tagging.tagger import Tagger
from ingest.training.articles import annotated
from ingest.training.measuring import readings, report
from tests.shared import shared


@pytest.mark.gold
def test_f1_is_the_scorers(tmp_path: Path) -> None:
    dev = shared("gold", "readouts", "dev")
    read = readings(Tagger.load(), annotated(dev))
    rest = {
        "speakers": [],
        "kind": "indirect",
        "act": "COMMENT",
        "stance": 0,
        "topics": [],
        "attribution": "explicit",
    }
    rows = (
        {
            "id": reading.lesson.id,
            "event": None,
            "statements": [
                {"claim_spans": m.found.contents, "in_headline": m.found.in_headline, **rest}
                for m in reading.matches
            ],
        }
        for reading in read
    )
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, str(shared("gold", "score_readouts.py")), str(dev), str(predictions), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = report(read)
    assert ours["f1"] == scored["statement"]["f1"]
    assert {name: ours[f"f1 {name}"] for name in scored["families"]} == {
        name: family["statement"]["f1"] for name, family in scored["families"].items()
    }
