"""Annotated articles, whoever annotated them: hand annotations, machine labels, PolNeAR."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ingest.annotations import Span

PUNCTUATION_CUE = re.compile(r"\s*([:–—,-])\s")


@dataclass(frozen=True)
class Saying:
    """One annotated statement. `act`, `stance` and `topics` are None where the corpus does not say.

    `weight` is 1 for a person's annotation, a confidence for a machine's, and 0 for what may or may not be a
    statement: its cue then teaches nothing, neither yes nor no.
    """

    contents: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    in_headline: bool = False
    act: str | None = None
    stance: int | None = None
    topics: tuple[str, ...] | None = None
    weight: float = 1.0


@dataclass(frozen=True)
class Lesson:
    """An article and its statements."""

    id: str
    text: str
    headline: str
    sayings: tuple[Saying, ...]
    publisher: str = ""
    names: tuple[str, ...] = field(default=())


def annotated(folder: Path) -> list[Lesson]:
    """Read a folder of annotations, one JSON file an article, with `articles.jsonl` beside them."""
    articles = {row["id"]: row for row in _rows(folder / "articles.jsonl")}
    notes = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
    return [_lesson(articles[note["id"]], note["statements"]) for note in notes if note["id"] in articles]


def labelled(folder: Path, texts: dict[str, dict[str, Any]]) -> list[Lesson]:
    """Read our own annotations of a folder of JSONL files.

    Rows without a text hold offsets only, into one of `texts` by id.
    """
    rows = (row for file in sorted(folder.glob("*.jsonl")) for row in _rows(file))
    return [_lesson(row if "text" in row else texts[row["id"]], row["statements"]) for row in rows]


def polnear(folder: Path, part: str) -> Iterator[Lesson]:
    """Read a part of PolNeAR: cue, source and content only, no headlines."""
    for row in _rows(folder / f"{part}.jsonl"):
        sayings = [
            Saying(tuple(Span(*pair) for pair in note["content"]), _hull(note["cue"]), _hull(note["source"]))
            for note in row["attributions"]
            if note["content"] and note["cue"]
        ]
        yield Lesson(row["doc_id"], row["text"], "", tuple(sayings), "PolNeAR")


def unlabelled(file: Path) -> dict[str, dict[str, Any]]:
    """Read articles without annotations, by id."""
    return {row["id"]: row for row in _rows(file)}


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _lesson(article: dict[str, Any], statements: list[dict[str, Any]]) -> Lesson:
    headline, text = article.get("headline") or article.get("title") or "", article["text"]
    sayings = tuple(
        _cued(_saying(note), headline if note.get("in_headline") else text) for note in statements
    )
    names = tuple(sorted({name for note in statements for name in note.get("speakers", ())}))
    return Lesson(article["id"], text, headline, sayings, article.get("publisher", ""), names)


def _saying(note: dict[str, Any]) -> Saying:
    cue, source = note.get("cue_span"), note.get("source_span")
    return Saying(
        tuple(Span(*pair) for pair in note["claim_spans"]),
        Span(*cue) if cue else None,
        Span(*source) if source else None,
        bool(note.get("in_headline")),
        note["act"],
        note["stance"],
        tuple(note["topics"]),
        note.get("weight", 1.0),
    )


def _cued(saying: Saying, text: str) -> Saying:
    """Let the colon or dash of *Wang Yi: ...* be the cue that the sentence lacks."""
    if saying.cue or not saying.source:
        return saying
    first, last = saying.contents[0].start, saying.contents[-1].end
    after_source = saying.source.end <= first
    found = (
        PUNCTUATION_CUE.match(text, saying.source.end)
        if after_source
        else PUNCTUATION_CUE.search(text, last, saying.source.start + 1)
    )
    return replace(saying, cue=Span(*found.span(1))) if found else saying


def _hull(pairs: list[list[int]] | None) -> Span | None:
    return Span(min(a for a, _ in pairs), max(b for _, b in pairs)) if pairs else None
