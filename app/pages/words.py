"""Values in words: days, counts, acts, stances, occasions."""

from datetime import date, datetime

from graph_schema.vocabulary import Act, EventKind, Kind, Precision

ACTS = {
    Act.COMMENT: "comments",
    Act.AGREE: "agrees",
    Act.SUPPORT: "supports",
    Act.CONCEDE: "concedes",
    Act.REQUEST: "requests",
    Act.ACCUSE: "accuses",
    Act.REJECT: "rejects",
    Act.THREATEN: "threatens",
}
STANCES = {1: "for", 0: "neither", -1: "against"}
KINDS = {Kind.DIRECT: "quoted", Kind.INDIRECT: "reported", Kind.MIXED: "partly quoted"}


def day(given: date | datetime | None, precision: Precision | None = None) -> str:
    """Return a day as precisely as it is known: 7 Aug 2023, Aug 2023, 2023."""
    match given, precision:
        case None, _:
            return "day unknown"
        case _, Precision.YEAR:
            return f"{given:%Y}"
        case _, Precision.MONTH:
            return f"{given:%b %Y}"
        case _:
            return f"{given.day} {given:%b %Y}"


def moment(given: datetime | None, precision: Precision | None = None) -> str:
    """Return a time in UTC as precisely as it is known: 7 Aug 2023, 23:04 UTC."""
    if precision in (Precision.YEAR, Precision.MONTH, Precision.DAY):
        return day(given, precision)
    return f"{day(given)}, {given:%H:%M} UTC" if given else "time unknown"


def many(count: int, one: str, more: str | None = None) -> str:
    """Return a count with its noun: 1 statement, 2,340 statements."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def occasion(kind: EventKind) -> str:
    """Return the kind of an event in words."""
    return "other occasion" if kind is EventKind.OTHER else kind.replace("_", " ")


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"
