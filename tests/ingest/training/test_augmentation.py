"""Variations keep every span on its words."""

import random

import pytest

from ingest.training.articles import Lesson, Saying
from ingest.training.augmentation import renamed, surnames, varied
from ingest.training.markup import written

NAMES = ["Miller", "Okonkwo", "de Vries", "Li"]


def told(lesson: Lesson, saying: Saying) -> list[str]:
    text = lesson.headline if saying.in_headline else lesson.text
    spans = [
        *saying.contents,
        *([saying.cue] if saying.cue else []),
        *([saying.source] if saying.source else []),
    ]
    return [text[a:b] for a, b in spans]


@pytest.mark.parametrize("lesson", written()[::6], ids=lambda lesson: lesson.id)
def test_spans_move_with_other_names(lesson: Lesson) -> None:
    others = {"President": "Xi", "Minister": "Undersecretary", "Friday": "Wed", "said": "told"}
    changed = renamed(lesson, others)
    for before, after in zip(lesson.sayings, changed.sayings, strict=True):
        expected = [" ".join(others.get(w, w) for w in words.split()) for words in told(lesson, before)]
        if all(w.isalpha() for words in told(lesson, before) for w in words.split()):
            assert told(changed, after) == expected


def test_surnames_are_those_of_persons() -> None:
    names = ["Wang Yi", "White House", "Joe Biden", "European Union", "Iran", "Mohammed bin Salman"]
    assert surnames(names) == ["Biden", "Yi"]


def test_the_same_dice_vary_alike() -> None:
    lesson = written()[0]
    assert varied(lesson, NAMES, random.Random(3)) == varied(lesson, NAMES, random.Random(3))


def test_without_a_headline_its_statements_go_too() -> None:
    lesson = next(one for one in written() if any(s.in_headline for s in one.sayings))
    dropped = [v for seed in range(40) if not (v := varied(lesson, NAMES, random.Random(seed))).headline]
    assert dropped
    assert not any(s.in_headline for v in dropped for s in v.sayings)
