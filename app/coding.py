"""From statements to what a discourse network counts: who the actors are, and what counts once."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from app.networks import Voiced
from graph_schema.tallies import Coded
from graph_schema.vocabulary import ActorType


class Level(StrEnum):
    """Who the actors are: persons, their countries, or bodies."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"


class Duplicates(StrEnum):
    """Within what the same actor, topic and stance count once."""

    ALL = "all"
    ARTICLE = "article"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def actor_of(row: Coded, level: Level) -> tuple[str, str] | None:
    """Return the id and name of whom a row counts for at a level; None where it counts for nobody."""
    if level is Level.COUNTRY:
        return (row.country, row.country) if row.country else None
    wanted = ActorType.PERSON if level is Level.PERSON else ActorType.ORGANIZATION
    return (row.actor, row.name) if row.type is wanted else None


def unit_of(row: Coded, duplicates: Duplicates) -> str:
    """Return within what a row counts once; a statement without a day counts by its article."""
    if duplicates is Duplicates.ARTICLE or row.day is None:
        return row.article
    return period(row.day, duplicates)


def period(day: date, duplicates: Duplicates) -> str:
    """Return the day, week or month in which a day lies."""
    match duplicates:
        case Duplicates.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year}-W{week}"
        case Duplicates.MONTH:
            return f"{day:%Y-%m}"
        case _:
            return day.isoformat()


class Book:
    """What was voiced, with the names of actors and topics."""

    def __init__(self, level: Level, duplicates: Duplicates) -> None:
        self.level, self.duplicates = level, duplicates
        self.actors: dict[str, str] = {}
        self.topics: dict[str, str] = {}
        self.counts: Counter[tuple[str, str, int, str]] = Counter()

    def take(self, row: Coded) -> None:
        """Take one row in."""
        actor = actor_of(row, self.level)
        if actor is None:
            return
        key, self.actors[key] = actor[0], actor[1]
        self.topics[row.topic] = row.label
        if self.duplicates is Duplicates.ALL:
            self.counts[key, row.topic, row.stance, ""] += row.count
        else:
            self.counts[key, row.topic, row.stance, unit_of(row, self.duplicates)] = 1

    def voiced(self, actors: Iterable[str]) -> list[Voiced]:
        """Return how often each of some actors took which stance on which topic."""
        wanted, found = set(actors), Counter[tuple[str, str, int]]()
        for (actor, topic, stance, _), count in self.counts.items():
            if actor in wanted:
                found[actor, topic, stance] += count
        return [
            Voiced(actor, topic, stance, count) for (actor, topic, stance), count in sorted(found.items())
        ]

    def largest(self, most: int) -> list[str]:
        """Return the actors who said most, at most so many."""
        totals: Counter[str] = Counter()
        for (actor, *_), count in self.counts.items():
            totals[actor] += count
        return sorted(totals, key=lambda actor: (-totals[actor], actor))[:most]
