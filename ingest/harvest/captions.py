"""Captions: what Neo4j Browser and tables show of a node."""

from collections.abc import Sequence
from datetime import date

from graph_schema.vocabulary import EventKind

LONGEST = 100
NAMED = 3


def day_caption(day: date) -> str:
    """Return a day as people write it: 7 Aug 2023."""
    return f"{day.day} {day:%b %Y}"


def statement_caption(speakers: Sequence[str], said_on: date | None, claim: str) -> str:
    """Return a statement's caption: "Wang Yi, 7 Aug 2023: China will uphold ..."."""
    head = ", ".join([_listed(speakers) or "Unnamed", *([day_caption(said_on)] if said_on else [])])
    return shortened(f"{head}: {claim}")


def article_caption(publisher: str | None, headline: str, text: str) -> str:
    """Return an article's caption: publisher and headline, or its first words."""
    return shortened(": ".join(part for part in (publisher, headline or text) if part))


def event_caption(kind: EventKind, participants: Sequence[str], starts_on: date | None) -> str:
    """Return an event's caption: "Call: Wang Yi, Sergei Lavrov, 7 Aug 2023"."""
    parts = [_listed(participants), day_caption(starts_on) if starts_on else ""]
    said = ", ".join(part for part in parts if part)
    label = kind.value.replace("_", " ").capitalize()
    return shortened(f"{label}: {said}" if said else label)


def shortened(words: str) -> str:
    """Return words on one line, cut at a word where there are more than 100 characters."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 4].rsplit(" ", 1)[0] + " ..."


def _listed(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
    return ", ".join(names)
