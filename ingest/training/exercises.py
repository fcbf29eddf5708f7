"""Exercises: lessons cut into windows with the labels that the network should give each piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.annotations import Span
from ingest.tagging.windows import Place, Size, Window, Windows
from ingest.training.articles import Lesson, Saying

UNCUED = 2.0  # contents without a cue are few and hard; their pieces teach twice


@dataclass(slots=True)
class Question:
    """One statement of a window: the pieces of cue and content, and each piece's label for this cue."""

    saying: Saying
    cue: list[int]
    content: list[int]
    labels: list[int] | None


@dataclass(slots=True)
class Exercise:
    """A window, its first-layer labels, and how much each piece teaches."""

    window: Window
    labels: list[int]
    weights: list[float]
    questions: list[Question] = field(default_factory=list)


def exercises(lesson: Lesson, windows: Windows, size: Size) -> Iterator[Exercise]:
    """Cut a lesson into exercises."""
    for window in windows.of(lesson.text, lesson.headline, size):
        exercise = Exercise(window, [0] * len(window.ids), [1.0] * len(window.ids))
        for saying in lesson.sayings:
            _put(exercise, saying)
        yield exercise


def _put(exercise: Exercise, saying: Saying) -> None:
    window = exercise.window
    content = sorted({i for span in saying.contents for i in _pieces(window, span, saying.in_headline)})
    cue = _pieces(window, saying.cue, saying.in_headline) if saying.cue else []
    tagged = cue if saying.cue else content
    for place, i in enumerate(tagged):
        exercise.labels[i] = (1 if saying.cue else 3) + (place > 0 and tagged[place - 1] == i - 1)
        exercise.weights[i] = saying.weight * (1 if saying.cue else UNCUED)
    if content and (cue or not saying.cue) and saying.weight:
        labels = _second_layer(window, saying) if cue else None
        exercise.questions.append(Question(saying, cue, content, labels))


def _second_layer(window: Window, saying: Saying) -> list[int]:
    labels = [0] * len(window.ids)
    if saying.source:
        _mark(labels, _pieces(window, saying.source, saying.in_headline), 3)
    for span in saying.contents:
        _mark(labels, _pieces(window, span, saying.in_headline), 1)
    return labels


def _mark(labels: list[int], pieces: Sequence[int], begin: int) -> None:
    for place, i in enumerate(pieces):
        # a paragraph's end interrupts a run, and what follows begins anew
        labels[i] = begin + (place > 0 and pieces[place - 1] == i - 1)


def _pieces(window: Window, span: Span, in_headline: bool) -> list[int]:
    places = (Place.HEADLINE,) if in_headline else (Place.CONTEXT, Place.BODY)
    return [
        i
        for i, (piece, place) in enumerate(zip(window.spans, window.places, strict=True))
        if place in places and piece.start < span.end and piece.end > span.start
    ]
