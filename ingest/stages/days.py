"""Read the days that a text names: *7 August*, *on Monday*, *yesterday*, *in March 2022*.

Weekdays and days without a year are read against a reference day, usually that of publication: a weekday is
the last such day, the reference day included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from graph_schema.vocabulary import Precision


class NamedDay(NamedTuple):
    """A day named in a text at [start, end); of a month or year, its first day."""

    start: int
    end: int
    day: date
    precision: Precision


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|%)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_THROUGH = r"(?:\s?(?:-|–|to|and)\s?\d{1,2})?"
_FORMS = [
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<number>\d\d)\b"),
    re.compile(rf"\b{_NUMBER}{_THROUGH}[ -](?:of )?{_MONTH}(?:[ ,-]*{_YEAR})?"),
    re.compile(rf"\b{_MONTH} {_NUMBER}{_THROUGH}(?:,? {_YEAR})?"),
    re.compile(rf"\b{_MONTH},? {_YEAR}\b"),
    re.compile(r"\b(?<!next )(?:(?P<last>last) )?(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    re.compile(r"\b(?P<today>today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE),
    re.compile(r"\b(?P<yesterday>yesterday|last night)\b", re.IGNORECASE),
    re.compile(r"\b[Ii]n (?P<year>(?:19|20)\d\d)\b(?! ?\d)"),
]


def named_days(text: str, reference: date | None) -> list[NamedDay]:
    """Return the days that a text names, in order; without a reference only those named in full."""
    found = sorted(_read(text, reference), key=lambda named: (named.start, -named.end))
    return [named for at, named in enumerate(found) if not at or named.start >= found[at - 1].end]


def _read(text: str, reference: date | None) -> Iterator[NamedDay]:
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            day = _calendar_day(parts, reference) if "year" in parts else _relative_day(parts, reference)
            if day:
                yield NamedDay(match.start(), match.end(), day, _precision(parts))


def _precision(parts: dict[str, str | None]) -> Precision:
    if "year" not in parts or "number" in parts:
        return Precision.DAY
    return Precision.MONTH if "month" in parts else Precision.YEAR


def _calendar_day(parts: dict[str, str | None], reference: date | None) -> date | None:
    month, number = _month(parts.get("month")), int(parts.get("number") or 1)
    try:
        if year := parts["year"]:
            return date(int(year), month, number)
        if reference is None:
            return None
        years = (reference.year - 1, reference.year, reference.year + 1)
        return min((date(year, month, number) for year in years), key=lambda day: abs(day - reference))
    except ValueError:  # the 31st of June, or of a leap year
        return None


def _month(written: str | None) -> int:
    if written is None:
        return 1
    return int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1


def _relative_day(parts: dict[str, str | None], reference: date | None) -> date | None:
    if reference is None:
        return None
    if parts.get("today"):
        return reference
    if parts.get("yesterday"):
        return reference - timedelta(days=1)
    before = (reference.weekday() - _WEEKDAYS.index(str(parts["weekday"])[:3].lower())) % 7
    return reference - timedelta(days=7 if parts["last"] and not before else before)
