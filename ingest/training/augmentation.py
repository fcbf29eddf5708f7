"""Variations of a lesson: another surface, the same statements, so that the tagger learns the latter."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ingest.annotations import Span
from ingest.training.articles import Lesson, Saying

NOT_SURNAMES = frozenset(
    [
        "Africa",
        "African",
        "Agency",
        "Arabia",
        "Army",
        "Assembly",
        "Association",
        "Bank",
        "Bureau",
        "Center",
        "Centre",
        "Commission",
        "Committee",
        "Council",
        "Court",
        "Department",
        "Embassy",
        "Emirates",
        "Force",
        "Forces",
        "Foundation",
        "Fund",
        "Government",
        "Group",
        "House",
        "Institute",
        "Kingdom",
        "Korea",
        "League",
        "Ministry",
        "Movement",
        "Nations",
        "News",
        "Office",
        "Organization",
        "Parliament",
        "Party",
        "Press",
        "Republic",
        "Service",
        "States",
        "Staff",
        "Times",
        "Union",
        "Watch",
        "Zealand",
        "Lanka",
        "Guinea",
        "Rica",
        "Leone",
        "Faso",
        "Power",
        "Affairs",
        "Side",
        "Sides",
    ]
)
DROP_HEADLINE, SWAP_NAMES, OTHER_QUOTES = 0.15, 0.3, 0.1


class Change(NamedTuple):
    """Characters to replace by others."""

    start: int
    end: int
    new: str


def varied(lesson: Lesson, names: list[str], dice: random.Random) -> Lesson:
    """Return the lesson with, by chance, no headline, other surnames, or single quotation marks."""
    if dice.random() < DROP_HEADLINE:
        lesson = replace(lesson, headline="", sayings=tuple(s for s in lesson.sayings if not s.in_headline))
    if dice.random() < SWAP_NAMES:
        lesson = renamed(lesson, {old: dice.choice(names) for old in surnames(lesson.names)})
    if dice.random() < OTHER_QUOTES:
        lesson = replace(lesson, text=lesson.text.translate(dict.fromkeys(map(ord, '"“”'), "'")))
    return lesson


def surnames(names: Iterable[str]) -> list[str]:
    """Return the last words of names that look like those of persons: two or three capitalised words."""
    found = {name.split()[-1] for name in names if re.fullmatch(r"([A-Z]\w+ ){1,2}[A-Z]\w+", name)}
    return sorted(found - NOT_SURNAMES)


def renamed(lesson: Lesson, others: dict[str, str]) -> Lesson:
    """Replace whole words by others in text and headline, and move the spans with them."""
    if not others:
        return lesson
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, others)) + r")\b")
    changes = {
        in_headline: [Change(m.start(), m.end(), others[m.group()]) for m in pattern.finditer(text)]
        for in_headline, text in ((False, lesson.text), (True, lesson.headline))
    }
    return replace(
        lesson,
        text=_applied(lesson.text, changes[False]),
        headline=_applied(lesson.headline, changes[True]),
        sayings=tuple(_moved(saying, changes[saying.in_headline]) for saying in lesson.sayings),
    )


def _applied(text: str, changes: list[Change]) -> str:
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


def _moved(saying: Saying, changes: list[Change]) -> Saying:
    return replace(
        saying,
        contents=tuple(_shift(span, changes) for span in saying.contents),
        cue=_shift(saying.cue, changes) if saying.cue else None,
        source=_shift(saying.source, changes) if saying.source else None,
    )


def _shift(span: Span, changes: list[Change]) -> Span:
    def gain(end: int) -> int:
        return sum(len(c.new) - (c.end - c.start) for c in changes if c.end <= end)

    return Span(span.start + gain(span.start), span.end + gain(span.end))
