"""Scores of what `extract` prints on annotated articles, by the shared scorer."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest.pipeline import Reader
from ingest.printing import printed
from tests.evaluation.gold import annotated

Report = dict[str, Any]


def predict(folder: Path, reader: Reader, predictions: Path) -> None:
    """Read every article of a gold folder and write what `extract` would print."""
    rows = (printed(reader.read(article)) for article, _ in annotated(folder))
    predictions.parent.mkdir(parents=True, exist_ok=True)
    predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def score(scorer: Path, folder: Path, predictions: Path) -> Report:
    """Return the scorer's report with the recall of headline and carried-over statements added."""
    command = [sys.executable, str(scorer), str(folder), str(predictions), "--json"]
    report: Report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    report["recall"] = recall_by_form(load(scorer), folder, predictions)
    return report


def recall_by_form(scorer: ModuleType, folder: Path, predictions: Path) -> dict[str, float]:
    """Return the share of headline, carried-over, direct, indirect and mixed statements found, in percent."""
    rows = {row["id"]: row for row in map(json.loads, predictions.read_text("utf-8").splitlines())}
    found: dict[str, list[bool]] = {}
    for article, gold in annotated(folder):
        words = {
            False: [match.span() for match in scorer.WORD.finditer(article.text)],
            True: [match.span() for match in scorer.WORD.finditer(article.headline)],
        }
        matched, _, _ = scorer.pairs(gold["statements"], rows[article.id]["statements"], words)
        hits = {id(statement) for statement, _ in matched}
        for statement in gold["statements"]:
            for form in forms(statement):
                found.setdefault(form, []).append(id(statement) in hits)
    return {form: round(100 * sum(hits) / len(hits), 1) for form, hits in sorted(found.items())}


def forms(statement: dict[str, Any]) -> Iterable[str]:
    """Yield the names of the groups that a gold statement is counted in."""
    yield statement["kind"]
    if statement.get("in_headline"):
        yield "headline"
    if statement["attribution"] == "carried_over":
        yield "carried_over"


def load(file: Path) -> ModuleType:
    """Import a scorer from its file."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
