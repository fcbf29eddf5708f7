"""Articles out of the graph, with what only they supported."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from graph_schema.rows import counted_rows
from graph_schema.store import Graph, Transaction


@dataclass(slots=True)
class Candidates:
    """Ids of what may have lost its support."""

    statements: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    positions: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)

    async def add_statements(self, transaction: Transaction, statements: Iterable[str]) -> None:
        """Take in statements and whatever they point to."""
        ids = sorted(statements)
        self.statements.update(ids)
        self.actors.update(await _ids(transaction, "remove/actors_of", ids=ids))
        self.topics.update(await _ids(transaction, "remove/topics_of", ids=ids))

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


async def remove(graph: Graph, article_ids: Sequence[str]) -> int:
    """Take articles out, and what only they supported; return how many were there."""
    articles = sorted(set(article_ids))

    async def work(transaction: Transaction) -> int:
        known = await _ids(transaction, "write/known_articles", ids=articles)
        if not known:
            return 0
        await transaction.run("meta/bump_data_version")  # first: it keeps other writers out
        candidates = await detach(transaction, known)
        await transaction.run("remove/articles", articles=known)
        await sweep(transaction, candidates)
        return len(known)

    return await graph.write(work)


async def detach(transaction: Transaction, articles: Sequence[str]) -> Candidates:
    """Take back all that these articles say; return what may now stand without support."""
    candidates = Candidates()
    await candidates.add_statements(
        transaction, await _ids(transaction, "remove/statements", articles=articles)
    )
    candidates.events.update(await _ids(transaction, "remove/events", articles=articles))
    noted = await transaction.run("remove/background", articles=articles)
    notes = [json.loads(note) for row in noted for note in row["background"] or ()]
    candidates.add_background(notes)
    for kind, rows in counted_rows(notes).items():
        if rows:
            await transaction.run(f"remove/{kind}", rows=rows)
    await transaction.run("remove/appearances", articles=articles)
    await transaction.run("remove/reports", articles=articles)
    return candidates


async def sweep(transaction: Transaction, candidates: Candidates) -> None:
    """Take out those of the candidates that nothing supports any more, and what stood on them alone."""
    await transaction.run("remove/lonely_statements", ids=sorted(candidates.statements))
    await transaction.run("remove/lonely_events", ids=sorted(candidates.events))
    await transaction.run("write/settle_events", ids=sorted(candidates.events))
    positions = candidates.positions | await _sweep(transaction, "actors", "positions", candidates.actors)
    belonged = await _sweep(transaction, "positions", "actors", positions)
    await _sweep(transaction, "actors", "positions", belonged)
    topics: Collection[str] = candidates.topics
    while topics:
        topics = await _sweep(transaction, "topics", "broader", topics)


async def _sweep(transaction: Transaction, kind: str, beyond: str, ids: Iterable[str]) -> set[str]:
    """Take out the lonely ones among the ids; return what they pointed to."""
    lonely = await transaction.run(f"remove/lonely_{kind}", ids=sorted(ids))
    if lonely:
        await transaction.run(f"remove/{kind}", ids=sorted(row["id"] for row in lonely))
    return {key for row in lonely for key in row[beyond]}


async def _ids(transaction: Transaction, query: str, **parameters: Sequence[str]) -> list[str]:
    return sorted(row["id"] for row in await transaction.run(query, **parameters))
