"""Articles out of the graph, with what only they supported."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from graph_schema.candidates import Candidates, ids_of
from graph_schema.gathering import gather
from graph_schema.rows import counted_rows
from graph_schema.store import Graph, Transaction
from graph_schema.tombstones import bury


async def remove(graph: Graph, article_ids: Sequence[str]) -> int:
    """Take articles out, and what only they supported; return how many were there."""
    articles = sorted(set(article_ids))

    async def work(transaction: Transaction) -> int:
        known = await ids_of(transaction, "write/known_articles", ids=articles)
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
    if not articles:
        return candidates
    await candidates.add_statements(
        transaction, await ids_of(transaction, "remove/statements", articles=articles)
    )
    for event in await transaction.run("remove/events", articles=articles):
        candidates.events.add(event["id"])
        candidates.parties.update([event["parties"]] if event["parties"] else ())
    noted = await transaction.run("remove/background", articles=articles)
    notes = [
        _of_event(note, row["told"]) for row in noted for note in map(json.loads, row["background"] or ())
    ]
    candidates.add_background(notes)
    for kind, rows in counted_rows(notes).items():
        if rows:
            await transaction.run(f"remove/{kind}", rows=rows)
    await transaction.run("remove/appearances", articles=articles)
    await transaction.run("remove/reports", articles=articles)
    return candidates


def _of_event(note: list[str], told: Sequence[Sequence[str]]) -> list[str]:
    """Return a note with the event in place of the article's account of it."""
    events = {told_as: event for told_as, event in told if told_as}
    return [*note[:2], events.get(note[2], note[2]), *note[3:]] if note[0] == "took_part_in" else note


async def sweep(transaction: Transaction, candidates: Candidates) -> None:
    """Gather events; take out candidates that nothing supports any more, and what stood on them alone."""
    await gather(transaction, candidates)
    await bury(transaction, candidates.statements, datetime.now(UTC))
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
    some = sorted(ids)
    lonely = await transaction.run(f"remove/lonely_{kind}", ids=some) if some else []
    if lonely:
        await transaction.run(f"remove/{kind}", ids=sorted(row["id"] for row in lonely))
    return {key for row in lonely for key in row[beyond]}
