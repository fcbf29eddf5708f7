"""The floors under the scores: they only rise (tests/evaluation/floors.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.json")


def pinned() -> dict[str, float]:
    """Return the pinned floor of each score."""
    floors: dict[str, float] = json.loads(FILE.read_text("utf-8"))
    return floors


def flat(report: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """Return a nested report as dotted names, leaving out counts."""
    found: dict[str, float] = {}
    for key, value in report.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        elif key not in {"right", "predicted", "gold", "documents"}:
            found[f"{prefix}{key}"] = value
    return found


def below(report: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Return a sentence for each score under its floor."""
    scores = flat(report)
    return [
        f"{name} fell to {scores.get(name, 0.0):.1f}, below its floor of {floor:.1f}"
        for name, floor in floors.items()
        if scores.get(name, 0.0) < floor
    ]
