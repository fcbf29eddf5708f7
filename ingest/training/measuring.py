"""Measuring: statements as the gold's own scorer counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ingest.annotations import Attribution, Span
from ingest.tagging.tagger import Tagger
from ingest.training.articles import Lesson, Saying

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FAMILIES = {
    "White House (US)": "us",
    "US Department of State": "us",
    "Kremlin (Russia)": "kremlin",
    "President of Ukraine": "ukraine",
}


class Match(NamedTuple):
    """A prediction and the gold statement it is right about, None where it is about none."""

    found: Attribution
    gold: Saying | None


class Reading(NamedTuple):
    """An article, what was found in it and what was missed."""

    lesson: Lesson
    matches: list[Match]
    missed: list[Saying]


def readings(tagger: Tagger, lessons: Iterable[Lesson]) -> list[Reading]:
    """Read articles and match what is found with their gold, one to one, at word Jaccard 0.5."""
    return [matched(lesson, tagger.read(lesson.text, lesson.headline)) for lesson in lessons]


def matched(lesson: Lesson, found: list[Attribution]) -> Reading:
    """Match greedily, the likest first."""
    gold_words = [_words(lesson, s.contents, s.in_headline) for s in lesson.sayings]
    found_words = [_words(lesson, a.contents, a.in_headline) for a in found]
    likeness = sorted(
        (-len(g & f) / len(g | f), i, j)
        for i, g in enumerate(gold_words)
        for j, f in enumerate(found_words)
        if g & f
    )
    gold_of: dict[int, int] = {}
    for score, i, j in likeness:
        if score <= -0.5 and i not in gold_of.values() and j not in gold_of:
            gold_of[j] = i
    matches = [Match(a, lesson.sayings[gold_of[j]] if j in gold_of else None) for j, a in enumerate(found)]
    missed = [s for i, s in enumerate(lesson.sayings) if i not in gold_of.values()]
    return Reading(lesson, matches, missed)


def _words(lesson: Lesson, spans: Iterable[Span], in_headline: bool) -> set[tuple[bool, int]]:
    text = lesson.headline if in_headline else lesson.text
    return {
        (in_headline, m.start())
        for m in WORD.finditer(text)
        if any(m.start() < b and m.end() > a for a, b in spans)
    }


def report(readings: list[Reading]) -> dict[str, float]:
    """Return F1 by family and form, and how often act, stance and topics are right, in percent."""
    out = {"f1": f1(readings)}
    for family in sorted({family_of(r.lesson) for r in readings}):
        out[f"f1 {family}"] = f1([r for r in readings if family_of(r.lesson) == family])
    right = [m for r in readings for m in r.matches if m.gold]
    gold = [s for r in readings for s in r.lesson.sayings]
    out["precision"] = _percent(len(right), sum(len(r.matches) for r in readings))
    out["recall"] = _percent(len(right), len(gold))
    for name, chosen in (("carried over", _carried), ("headline", lambda s: s.in_headline)):
        hits = sum(1 for m in right if m.gold and chosen(m.gold))
        out[f"recall {name}"] = _percent(hits, sum(1 for s in gold if chosen(s)))
    return {**out, **_judged(right)}


def f1(readings: list[Reading]) -> float:
    """Return the statement F1, in percent."""
    right = sum(1 for r in readings for m in r.matches if m.gold)
    found = sum(len(r.matches) for r in readings)
    return _percent(2 * right, found + sum(len(r.lesson.sayings) for r in readings))


def family_of(lesson: Lesson) -> str:
    """Name the kind of text that a publisher writes."""
    return FAMILIES.get(lesson.publisher, "news")


def _carried(saying: Saying) -> bool:
    return saying.cue is None and not saying.in_headline


def _judged(right: list[Match]) -> dict[str, float]:
    told = [(m.found.scores, m.gold) for m in right if m.gold and m.gold.topics is not None]
    sets = [({t for t, p in s.topics.items() if p > 0.4}, g) for s, g in told]
    both = sum(len(t & set(g.topics or ())) for t, g in sets)
    return {
        "act": _percent(sum(max(s.act, key=s.act.__getitem__) == g.act for s, g in told), len(told)),
        "stance": _percent(
            sum(max(s.stance, key=s.stance.__getitem__) == g.stance for s, g in told), len(told)
        ),
        "topics": _percent(2 * both, sum(len(t) + len(g.topics or ()) for t, g in sets)),
        "main topic": _percent(sum(1 for t, g in sets if g.topics and g.topics[0] in t), len(sets)),
    }


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
