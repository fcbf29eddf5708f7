"""PolNeAR, read as its own scorer wants it: how the tagger fares on news annotated by other conventions.

    python -m ingest.training.polnear FOLDER [--weights DIR]

The corpus has no licence: it measures the shipped weights and never teaches them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.annotations import Attribution, Span
from ingest.tagging.tagger import MODELS, Tagger

MARKS = "\"“”'‘’«»`"


def main() -> None:
    """Print the scorer's table for the development part."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training.polnear", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=MODELS)
    args = parser.parse_args()
    print(scored(Tagger.load(args.weights), args.folder, "--table"))


def scored(tagger: Tagger, folder: Path, form: str = "--json") -> str:
    """Read the development part with a tagger and return what the corpus's scorer says."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        with (folder / "dev.jsonl").open(encoding="utf-8") as documents:
            for document in map(json.loads, documents):
                file.write(json.dumps(predicted(tagger, document)) + "\n")
        file.flush()
        command = [sys.executable, str(folder / "score.py"), str(folder), "dev", file.name]
        command += ["--json"] if form == "--json" else []
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def predicted(tagger: Tagger, document: dict[str, Any]) -> dict[str, Any]:
    """Return a document's attributions in the corpus's form; sentences without a cue are none there."""
    text = document["text"]
    found = [a for a in tagger.read(text) if a.cue or a.source]
    return {"doc_id": document["doc_id"], "attributions": [dict(_row(text, a)) for a in found]}


def _row(text: str, found: Attribution) -> Iterator[tuple[str, list[Span] | None]]:
    yield "source", [found.source] if found.source else None
    yield "cue", [found.cue] if found.cue else []
    yield "content", [_with_marks(text, content) for content in found.contents]


def _with_marks(text: str, span: Span) -> Span:
    """Take in the quotation marks and the *that* before a content, which belong to it there."""
    start, end = span
    while start and text[start - 1] in MARKS:
        start -= 1
    if text[:start].endswith((" that ", " to ")):
        start = text.rindex(" ", 0, start - 1) + 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return Span(start, end)


if __name__ == "__main__":
    main()
