"""What may have lost its support when articles change or go, and whose events must be gathered anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_schema.store import Transaction


@dataclass(slots=True)
class Candidates:
    """Ids of what may have lost its support."""

    statements: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    positions: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)  # of events, by what they are known

    async def add_statements(self, transaction: Transaction, statements: Iterable[str]) -> None:
        """Take in statements and whatever they point to."""
        ids = sorted(statements)
        self.statements.update(ids)
        self.actors.update(await ids_of(transaction, "remove/actors_of", ids=ids))
        self.topics.update(await ids_of(transaction, "remove/topics_of", ids=ids))

    def add_background(self, notes: Iterable[Sequence[str]]) -> None:
        """Take in both ends of what was said of the world."""
        ends = {
            "took_part_in": (self.actors, self.events),
            "holds": (self.actors, self.positions),
            "within": (self.positions, self.actors),
            "broader": (self.topics, self.topics),
        }
        for kind, start, end, *_ in notes:
            starts, stops = ends[kind]
            starts.add(start)
            stops.add(end)


async def ids_of(transaction: Transaction, query: str, **parameters: Sequence[str]) -> list[str]:
    """Return the ids that a query yields, sorted."""
    return sorted(row["id"] for row in await transaction.run(query, **parameters))
