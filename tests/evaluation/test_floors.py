"""Quality is a number that only rises: no score on the annotated articles falls below its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_schema.settings import Settings
from ingest.pipeline import Reader
from tests.evaluation.floors import below, pinned
from tests.evaluation.news import news_scores
from tests.evaluation.readouts import predict, score
from tests.shared import shared


@pytest.mark.gold
def test_no_score_falls_below_its_floor(tmp_path: Path) -> None:
    folder, scorer = shared("gold", "readouts", "dev"), shared("gold", "score_readouts.py")
    reader = Reader.load(Settings())
    predict(folder, reader, tmp_path / "predictions.jsonl")
    report = score(scorer, folder, tmp_path / "predictions.jsonl")
    report["polnear"] = news_scores(reader.tagger, shared("polnear"))
    assert below(report, pinned()) == []


@pytest.mark.gold
def test_the_measure_can_fail(tmp_path: Path) -> None:
    folder, scorer = shared("gold", "readouts", "dev"), shared("gold", "score_readouts.py")
    silent = tmp_path / "silent.jsonl"
    ids = [file.stem for file in folder.glob("*.json")]
    silent.write_text(
        "".join(f'{{"id": "{key}", "event": null, "statements": []}}\n' for key in ids), "utf-8"
    )
    assert below(score(scorer, folder, silent), pinned())
