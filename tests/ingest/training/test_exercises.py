"""Labels of pieces, from annotations and back."""

import pytest

from ingest.annotations import Span
from ingest.tagging.decoding import FIRST, SECOND, runs, trimmed
from ingest.tagging.tagger import MODELS
from ingest.tagging.windows import SIZE, Windows
from ingest.training.articles import Lesson, Saying
from ingest.training.exercises import UNCUED, exercises
from ingest.training.markup import written

WINDOWS = Windows(MODELS / "tokenizer.json")


@pytest.mark.parametrize("lesson", written()[::5], ids=lambda lesson: lesson.id)
def test_labels_give_the_annotations_back(lesson: Lesson) -> None:
    for exercise in exercises(lesson, WINDOWS, SIZE):
        spans = exercise.window.spans
        for question in exercise.questions:
            if question.labels is None or not exercise.window.counts(question.cue[0]):
                continue
            text = lesson.headline if question.saying.in_headline else lesson.text
            found = [
                Span(spans[run.start].start, spans[run.end - 1].end) for run in runs(question.labels, FIRST)
            ]
            assert [trimmed(text, span) for span in found] == list(question.saying.contents)


def lesson_of(text: str, **marks: Span | float) -> Lesson:
    contents = (marks.pop("content"),)
    return Lesson("x", text, "", (Saying(contents, **marks),))  # type: ignore[arg-type]


def test_a_sentence_without_a_cue_is_content_of_the_first_layer() -> None:
    (exercise,) = exercises(lesson_of("All is well here.", content=Span(0, 16)), WINDOWS, SIZE)
    (run,) = runs(exercise.labels, SECOND)
    assert run.end - run.start == 4
    assert set(exercise.weights[run.start : run.end]) == {UNCUED}


def test_what_the_teacher_doubts_teaches_nothing() -> None:
    lesson = lesson_of("Wang said all is well.", content=Span(10, 21), cue=Span(5, 9), weight=0.0)
    (exercise,) = exercises(lesson, WINDOWS, SIZE)
    assert not exercise.questions
    assert exercise.weights[exercise.labels.index(FIRST)] == 0
