"""Annotated articles as they are read."""

import json
from pathlib import Path

import pytest

from ingest.annotations import Span
from ingest.training.articles import annotated, labelled, polnear, unlabelled
from tests.shared import shared

NOTE = {"claim_spans": [[6, 17]], "act": "COMMENT", "stance": 0, "topics": ["trade"], "in_headline": False}


def rows(file: Path, *given: dict[str, object]) -> Path:
    file.write_text("\n".join(map(json.dumps, given)), "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Wang: all is well", [6, 17], [0, 4], Span(4, 5)),
        ("Wang – all is well", [7, 18], [0, 4], Span(5, 6)),
        ("All is well – Wang", [0, 11], [14, 18], Span(12, 13)),
        ("Wang all is well", [5, 16], [0, 4], None),
    ],
)
def test_a_colon_or_dash_is_the_cue_where_there_is_no_other(
    tmp_path: Path, text: str, content: list[int], source: list[int], cue: Span | None
) -> None:
    note = {**NOTE, "claim_spans": [content], "source_span": source}
    rows(tmp_path / "a.jsonl", {"id": "1", "text": text, "statements": [note]})
    (lesson,) = labelled(tmp_path, {})
    assert lesson.sayings[0].cue == cue


def test_offsets_alone_are_read_against_the_text_of_that_id(tmp_path: Path) -> None:
    texts = unlabelled(rows(tmp_path / "texts", {"id": "1", "text": "Wang: all is well", "headline": "No"}))
    rows(tmp_path / "b.jsonl", {"id": "1", "statements": [NOTE]})
    (lesson,) = labelled(tmp_path, texts)
    assert lesson.text[slice(*lesson.sayings[0].contents[0])] == "all is well"
    assert lesson.sayings[0].topics == ("trade",)


@pytest.mark.gold
def test_the_gold_reads_whole() -> None:
    lessons = annotated(shared("gold", "readouts", "dev"))
    assert len(lessons) == 24
    assert sum(len(lesson.sayings) for lesson in lessons) == 288


@pytest.mark.gold
def test_polnear_has_cues_and_no_verdicts() -> None:
    first = next(polnear(shared("polnear"), "dev"))
    assert first.sayings
    assert all(saying.cue and saying.act is None and saying.topics is None for saying in first.sayings)
