"""Articles by the thousand, of our own making: reports, wire copies, near misses, broken and deadly ones.

Short (two to five sentences), so that reading them is quick. Who, where, what, when and how it is told
vary. A near miss tells the facts of an earlier report in other words; a wire copy is that report as
another paper prints it. The people are invented.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.phrasings import (
    COUNTRIES,
    DAYS,
    FACTS,
    FIRST,
    LAST,
    MONTHS,
    OWN,
    PAPERS,
    PLACES,
    ROLES,
    THINGS,
)

START = datetime(2023, 8, 7, 6, tzinfo=UTC)
CRASHES, HANGS = "This report ends whoever reads it.", "This report is never read to its end."
DEADLY = (CRASHES, HANGS, CRASHES)
LATELY = 300  # an article's copies and retellings follow within so many others

Row = dict[str, Any]
Slots = tuple[tuple[str, dict[str, str]], ...]  # kind of fact, and its words


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its facts, the style it is told in, and the row that it became."""

    slots: Slots
    style: int
    row: Row


@dataclass(slots=True)
class Newswire:
    """The lines of a .jsonl file; each copy's original, each near miss's, and what cannot end well."""

    lines: list[bytes] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    broken: list[int] = field(default_factory=list)
    deadly: list[str] = field(default_factory=list)

    def write(self, path: Path) -> Path:
        """Write the lines to a file."""
        path.write_bytes(b"\n".join(self.lines) + b"\n")
        return path


def newswire(count: int, seed: int = 7, *, deadly: bool = True) -> Newswire:
    """Return so many inputs, the same for the same seed: 8 % copies, 8 % near misses, 1 % broken."""
    chance, made, reports = random.Random(seed), Newswire(), list[Report]()
    told: list[Slots] = []
    strikes = [count * part // 8 for part in (1, 4, 6)] if deadly else []
    for number in range(count):
        key, draw = f"wire-{number:05}", chance.random()
        lately = reports[-LATELY:]
        if number in strikes:
            row = reported(chance, number, key).row
            row["text"] += "\n\n" + DEADLY[strikes.index(number)]
            made.deadly.append(key)
        elif draw < 0.01:
            made.broken.append(number + 1)
            made.lines.append(chance.choice(BROKEN)(reported(chance, number, key).row))
            continue
        elif draw < 0.09 and lately:
            source = chance.choice(lately)
            row = copied(chance, source.row, number, key)
            original: str = source.row["id"]
            made.copies[key] = made.copies.get(original, original)
            reports.append(Report(source.slots, source.style, row))
        elif draw < 0.17 and lately:
            source = chance.choice([report for report in lately if report.slots not in told] or lately[-1:])
            told.append(source.slots)  # once only: told again in the same words it would be a copy
            row = retold(chance, source, number, key)
            made.near[key] = source.row["id"]
        else:
            report = reported(chance, number, key)
            row = report.row
            reports.append(report)
        made.lines.append(line(row))
    return made


def line(row: Row) -> bytes:
    """Return a row of a .jsonl file."""
    return json.dumps(row, ensure_ascii=False).encode()


def reported(chance: random.Random, number: int, key: str) -> Report:
    """Return a new report of two to five facts on one occasion."""
    occasion = _occasion(chance)
    kinds = chance.sample(sorted(FACTS), chance.randint(2, 5))
    slots = tuple((kind, {**occasion, **_subject(chance)}) for kind in kinds)
    style = chance.randint(0, 1)
    return Report(slots, style, _row(chance, slots, style, number, key))


def retold(chance: random.Random, source: Report, number: int, key: str) -> Row:
    """Return the same facts in other words."""
    return _row(chance, source.slots, 1 - source.style, number, key)


def copied(chance: random.Random, source: Row, number: int, key: str) -> Row:
    """Return a report as another paper prints it, with up to all of the slight edits that papers make."""
    text = source["text"]
    for edit in EDITS:
        if chance.random() < 0.35:
            text = edit(chance, text)
    headline = source["headline"] if chance.random() < 0.3 else f"{chance.choice(OWN)[:-1]} ({key})"
    return {**source, "id": key, "headline": headline, "text": text, **_print(chance, number)}


def _row(chance: random.Random, slots: Slots, style: int, number: int, key: str) -> Row:
    told = [chance.choice(FACTS[kind][style]).format(**words) for kind, words in slots]
    first = slots[0][1]
    headline = (
        f"{first['name']}: {first['thing']} comes first" if style else f"Talks in {first['place']} go on"
    )
    text = "\n\n".join(sentence[0].upper() + sentence[1:] for sentence in told)
    return {"id": key, "headline": headline, "text": text, **_print(chance, number)}


def _print(chance: random.Random, number: int) -> dict[str, str]:
    at = START + timedelta(minutes=5 * number + chance.randint(0, 4))
    return {"publisher": chance.choice(PAPERS), "published_at": at.isoformat()}


def _occasion(chance: random.Random) -> dict[str, str]:
    (country, adjective), (other, _) = chance.sample(COUNTRIES, 2)
    surname = chance.choice(LAST)
    return {
        "country": country, "adjective": adjective, "other": other, "role": chance.choice(ROLES),
        "surname": surname, "name": f"{chance.choice(FIRST)} {surname}", "place": chance.choice(PLACES),
        "day": chance.choice(DAYS),
    }  # fmt: skip


def _subject(chance: random.Random) -> dict[str, str]:
    thing, second = chance.sample(THINGS, 2)
    return {
        "thing": thing,
        "second": second,
        "month": chance.choice(MONTHS),
        "n": str(chance.randint(3, 97)),
        "elsewhere": chance.choice(PLACES),
    }


def _dateline(chance: random.Random, text: str) -> str:
    return f"{chance.choice(PLACES).upper()}, Aug. {chance.randint(8, 27)} (Example) -- {text}"


def _cut(_: random.Random, text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[:-1] if len(paragraphs) > 3 else paragraphs)


def _own_sentence(chance: random.Random, text: str) -> str:
    return f"{text}\n\n{chance.choice(OWN)}"


def _house_style(_: random.Random, text: str) -> str:
    return re.sub(rf" on ({'|'.join(DAYS)})\b", r" \1", text)


def _typography(_: random.Random, text: str) -> str:
    return re.sub(r'"([^"]+)"', "\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", text)


def _lines(_: random.Random, text: str) -> str:
    return text.replace("\n\n", "\n").replace(", ", ",  ")


EDITS: tuple[Callable[[random.Random, str], str], ...] = (
    _cut, _house_style, _typography, _own_sentence, _dateline, _lines
)  # fmt: skip

BROKEN: tuple[Callable[[Row], bytes], ...] = (
    lambda row: line(row)[:-20],  # the rest of the line is lost
    lambda row: line(row).replace(b" ", b" \xff", 3),  # another encoding
    lambda row: line({**row, "text": ""}),
    lambda row: line({**row, "text": None, "html": "<html><body><arti"}),
    lambda row: line({**row, "published_at": "one of these days"}),
    lambda row: line({**row, "headline": 7}),
)
