"""Dates and times of publication as people and machines write them, with how much of them is known.

`2023-08-07`, `2023-08-07T23:04:00+08:00`, `23:04, 07-Aug-2023`, `Mon, 7 Aug 2023 23:04:00 GMT`,
`August 7, 2023, 11:04 p.m. EDT`, `2023-08`. A time without a zone counts as UTC.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from graph_schema.vocabulary import Precision

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# names that mean one offset only: CST and IST mean three each and are left out
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "wib": 7,
    "bjt": 8, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "est": -5, "edt": -4, "pst": -8, "pdt": -7,
}  # fmt: skip

_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}[\s,-]+(?P<year>\d{{4}})(?!\d)",
        rf"\b{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
        r"^(?P<year>\d{4})(?:-(?P<month>\d{2}))?$",
    )
)
_TIME = re.compile(
    r"(?<![\d:+-])T?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    rf"\b(?:{'|'.join(_ZONES)})\b(?![+-])|(?:\b(?:utc|gmt)\s?)?(?P<sign>[+-])(?P<hours>\d{{1,2}}):?(?P<minutes>\d\d)?$",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\bat\b|[\s,.;|()·–—-]+", re.I
)


class Moment(NamedTuple):
    """A point in time in its zone, and how much of it is known."""

    at: datetime
    precision: Precision


def moment(text: str) -> Moment | None:
    """Return what a text says if it is a date or time and nothing else, None if it is not."""
    text = text.strip()
    for pattern in _DATES:
        if found := pattern.search(text):
            return _read(found, f"{text[: found.start()]} {text[found.end() :]}".strip())
    return None


def _read(date: re.Match[str], rest: str) -> Moment | None:
    """Return the moment of a date with the words around it, which may say no more than the time."""
    time = _TIME.search(rest)
    zone = None
    if time:
        rest = f"{rest[: time.start()]} {rest[time.end() :]}".strip(" ()")
        zone = _ZONE.search(rest)
    if zone:
        rest = rest[: zone.start()] + rest[zone.end() :]
    if _FILLING.sub("", rest):
        return None
    try:
        return _made(date.groupdict(), time, _zone(zone))
    except ValueError:
        return None


def _made(parts: dict[str, str], time: re.Match[str] | None, zone: tzinfo) -> Moment:
    month = MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts.get("month") or 1)
    day = datetime(int(parts["year"]), month, int(parts.get("day") or 1), tzinfo=zone)
    if time is None:
        return Moment(day, _day_precision(parts))
    hour, half = int(time["hour"]), (time["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    at = day.replace(hour=hour, minute=int(time["minute"]), second=int(time["second"] or 0))
    return Moment(at, Precision.SECOND if time["second"] else Precision.MINUTE)


def _day_precision(parts: dict[str, str]) -> Precision:
    if parts.get("day"):
        return Precision.DAY
    return Precision.MONTH if parts.get("month") else Precision.YEAR


def _zone(found: re.Match[str] | None) -> tzinfo:
    if found is None:
        return UTC
    if found["sign"] is None:
        hours, minutes = _ZONES[found[0].lower()], 0
    else:
        hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
        hours, minutes = (-hours, -minutes) if found["sign"] == "-" else (hours, minutes)
    return timezone(timedelta(hours=hours, minutes=minutes)) if hours or minutes else UTC
