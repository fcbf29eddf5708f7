"""Say at what kind of event things were said, on which day and where.

The kind with the strongest evidence wins: for each kind the best pattern of the headline and the best pattern
of the text count, in the text the more the nearer to its start. Where nothing is strong, it is some other
event. Who took part is left to the stage of participants.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import NamedTuple

from graph_schema.vocabulary import EventKind, Precision
from ingest.annotations import Occasion
from ingest.reading import Reading
from ingest.stages.days import named_days
from ingest.stages.places import place

_PREAMBLE = re.compile(r"\A(?:[^\n]*(?:attributable to|Updated)[^\n]*\n\s*)+")
_REACH = 1500  # where evidence in the text has lost most of its weight, in characters
_LEAST = 0.3  # what it keeps beyond
_OTHER = 2.0  # points an event must win to be more than "other"
_LEAD = 500
_DATELINE = 60  # a first paragraph this short is only a dateline
_NEAR = timedelta(days=7)  # readouts and news come out within a week of the event
_UPCOMING = {EventKind.VISIT: timedelta(days=3), EventKind.SUMMIT: timedelta(days=3)}
_WORDS = r"(?:[\w-]+ ){0,3}?"


class _Evidence(NamedTuple):
    kind: EventKind
    in_headline: float
    in_text: float
    pattern: re.Pattern[str]


def find_occasion(reading: Reading) -> None:
    """Set the article's occasion, without its participants."""
    text = reading.body_text
    begin = match.end() if (match := _PREAMBLE.match(text)) else 0
    kind = event_kind(reading.headline_text, text[begin:])
    day = event_day(kind, _unsaid(reading, begin), reading.published_on)
    reading.occasion = Occasion(kind, starts_on=day, place=place(reading.body, text, begin, kind))


def event_kind(headline: str, text: str) -> EventKind:
    """Return the kind of event that a headline and a text (without its preamble) report."""
    above: dict[EventKind, float] = defaultdict(float)
    below: dict[EventKind, float] = defaultdict(float, {EventKind.OTHER: _OTHER})
    for kind, in_headline, in_text, pattern in _evidence():
        if in_headline and pattern.search(headline):
            above[kind] = max(above[kind], in_headline)
        if in_text and (match := pattern.search(text)):
            below[kind] = max(below[kind], in_text * max(_LEAST, 1 - match.start() / _REACH))
    return max([*below, *above], key=lambda kind: above[kind] + below[kind])


def event_day(kind: EventKind, text: str, published: date | None) -> date | None:
    """Return the day that the first paragraph names, near the day of publication; else that day itself."""
    lead = text[:_LEAD]
    end = lead.find("\n\n", _DATELINE)
    for named in named_days(lead[:end] if end > 0 else lead, published):
        if named.precision is Precision.DAY and (published is None or _fits(kind, named.day, published)):
            return named.day
    return published


def _fits(kind: EventKind, day: date, published: date) -> bool:
    return published - _NEAR <= day <= published + _UPCOMING.get(kind, timedelta())


def _unsaid(reading: Reading, begin: int) -> str:
    """Return the lead with what is said in it blanked: its days are not the event's."""
    lead = reading.body_text[begin : begin + _LEAD]
    for attribution in reading.attributions:
        for start, end in () if attribution.in_headline else attribution.contents:
            a, b = max(0, start - begin), max(0, min(end - begin, len(lead)))
            lead = lead[:a] + " " * (b - a) + lead[b:] if a < b else lead
    return lead


@cache
def _evidence() -> tuple[_Evidence, ...]:
    lines = resources.files(__package__).joinpath("occasion_cues.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_Evidence(EventKind(kind), float(h), float(t), _compiled(p)) for kind, h, t, p in rows)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern.replace('<w>', _WORDS)})(?!\w)", re.IGNORECASE)
