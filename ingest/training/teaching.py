"""Teaching: a trained tagger annotates articles that nobody has annotated, and says how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph_schema.vocabulary import AttributionKind
from ingest.annotations import Attribution
from ingest.tagging.tagger import Tagger

# Between this and the threshold the teacher does not know; the student is then taught neither yes nor no.
DOUBT = 0.15
TOPIC = 0.4


def label(teacher: Tagger, articles: Iterable[dict[str, Any]], file: Path) -> None:
    """Write the articles with the teacher's statements, one JSON object a line."""
    thresholds = teacher.calibration.thresholds
    teacher.calibration.thresholds = dict.fromkeys(thresholds, DOUBT)
    with file.open("w", encoding="utf-8") as out:
        for article in articles:
            found = teacher.read(article["text"], article.get("headline") or "")
            row = {name: article.get(name) for name in ("id", "publisher", "headline", "text")}
            row["statements"] = [_statement(attribution, thresholds) for attribution in found]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    teacher.calibration.thresholds = thresholds


def _statement(attribution: Attribution, thresholds: dict[str, float]) -> dict[str, Any]:
    scores, sure = attribution.scores, attribution.confidence >= thresholds[_form(attribution)]
    return {
        "claim_spans": attribution.contents,
        "cue_span": attribution.cue,
        "source_span": attribution.source,
        "in_headline": attribution.in_headline,
        "act": max(scores.act, key=scores.act.__getitem__),
        "stance": max(scores.stance, key=scores.stance.__getitem__),
        "topics": [topic for topic, p in scores.topics.items() if p > TOPIC][:4],
        "weight": round(attribution.confidence, 3) if sure else 0.0,
    }


def _form(attribution: Attribution) -> str:
    if attribution.in_headline:
        return "headline"
    return "carried_over" if attribution.attribution is AttributionKind.CARRIED_OVER else "explicit"
