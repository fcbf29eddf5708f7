"""The annotated articles, and readings whose spans come from the annotators.

With the annotators' cues, sources and contents in place (`oracle`), the stages behind the tagger are measured
on their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from spacy.language import Language

from graph_schema.vocabulary import AttributionKind, Precision
from ingest.annotations import Attribution, Span
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer
from ingest.reading import Reading

Annotation = dict[str, Any]


def annotated(folder: Path) -> Iterator[tuple[GivenArticle, Annotation]]:
    """Yield each article of a folder (articles.jsonl beside one JSON file an article) with its annotation."""
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        file = folder / f"{row['id']}.json"
        if file.exists():
            yield given(row), json.loads(file.read_text("utf-8"))


def given(row: dict[str, Any]) -> GivenArticle:
    """Return a row of articles.jsonl as an article."""
    stamp = row.get("published_at")
    return GivenArticle(
        text=row["text"],
        headline=row.get("headline") or row.get("title") or "",
        id=row["id"],
        publisher=row.get("publisher"),
        published_at=datetime.fromisoformat(stamp.replace("Z", "+00:00")) if stamp else None,
        published_precision=Precision.DAY if stamp else None,
    )


def oracle(article: GivenArticle, annotation: Annotation, nlp: Language, gazetteer: Gazetteer) -> Reading:
    """Return a reading with the annotators' spans, in text order, and nothing else."""
    reading = Reading(article, nlp(article.text), nlp(article.headline), gazetteer)
    reading.attributions = [_attribution(row) for row in annotation["statements"]]
    return reading


def _attribution(row: Annotation) -> Attribution:
    return Attribution(
        contents=[Span(*span) for span in row["claim_spans"]],
        cue=Span(*row["cue_span"]) if row.get("cue_span") else None,
        source=Span(*row["source_span"]) if row.get("source_span") else None,
        in_headline=bool(row.get("in_headline")),
        attribution=AttributionKind(row["attribution"]),
    )
