"""From statements to what a discourse network counts: who the actors are, and what counts once."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from enum import StrEnum

from app.moving import Window
from app.networks import Voiced
from graph_schema.filters import StatementFilter
from graph_schema.reads.names import name_book
from graph_schema.reads.tallies import count_coded, read_ahead
from graph_schema.store import Graph
from graph_schema.tallies import Coded


class Level(StrEnum):
    """Who the actors are: persons, their countries, or the bodies that speak or are spoken for."""

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
    YEAR = "year"
    WHOLE = "whole"


PLURALS = {Level.PERSON: "persons", Level.COUNTRY: "countries", Level.ORGANIZATION: "organizations"}


class Book:
    """What was voiced, with the names of actors and topics."""

    def __init__(self, level: Level, topics: Mapping[str, str] | None = None) -> None:
        self.level = level
        self.actors: dict[str, str] = {}
        self.topics = topics or {}
        self.counts: dict[str, list[tuple[str, int, int, int]]] = defaultdict(list)
        self.totals: Counter[str] = Counter()

    def take(self, row: Coded) -> None:
        """Take in what an actor voiced."""
        self.actors[row.actor] = row.name
        self.counts[row.actor] += row.voiced
        self.totals[row.actor] += sum(sum(counts) for _, *counts in row.voiced)

    def voiced(self, actors: Iterable[str]) -> list[Voiced]:
        """Return how often each of some actors took which stance on which topic."""
        return [
            Voiced(actor, topic, stance, count)
            for actor in sorted({*actors} & self.counts.keys())
            for topic, *counts in self.counts[actor]
            for stance, count in enumerate(counts, start=-1)
            if count
        ]

    def largest(self, most: int) -> list[str]:
        """Return the actors who said most, at most so many."""
        return sorted(self.totals, key=lambda actor: (-self.totals[actor], actor))[:most]


async def read(graph: Graph, asked: StatementFilter, level: Level, duplicates: Duplicates) -> Book:
    """Return what the statements that match voice."""
    book = Book(level, (await name_book(graph, "topic")).labels)
    for row in await count_coded(graph, asked, PLURALS[level], duplicates):
        book.take(row)
    return book


async def read_each(
    graph: Graph, found: Sequence[Window], level: Level, duplicates: Duplicates
) -> AsyncIterator[tuple[Window, Book]]:
    """Yield windows, each with what the statements in it voice."""
    if len(found) > 1:
        await read_ahead(graph, found[0].asked, PLURALS[level])
    for each in found:
        yield each, await read(graph, each.asked, level, duplicates)
