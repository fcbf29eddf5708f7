"""Contributions into the graph: what an article supports, all of it or nothing."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from graph_schema.batches import Known, batch_rows, readers
from graph_schema.contribution import Contribution
from graph_schema.errors import SpanMismatch
from graph_schema.removal import detach, remove, sweep
from graph_schema.rows import contribution_hash
from graph_schema.selectors import exact_of
from graph_schema.store import Graph, Transaction
from graph_schema.tombstones import unbury

__all__ = ["WriteCounts", "check_spans", "remove", "write"]

BATCH = 50


@dataclass(frozen=True, slots=True)
class WriteCounts:
    """What became of the articles given."""

    written: int = 0
    unchanged: int = 0

    def __add__(self, other: "WriteCounts") -> "WriteCounts":
        return WriteCounts(self.written + other.written, self.unchanged + other.unchanged)


async def write(graph: Graph, contributions: Sequence[Contribution], *, batch: int = BATCH) -> WriteCounts:
    """Write contributions, a batch a transaction; an article already there is replaced, or unchanged.

    Of several with the same article the last counts. Raises SpanMismatch, before anything is written, where a
    statement's words do not stand where it says.
    """
    for contribution in contributions:
        check_spans(contribution)
    latest = list({contribution.article.id: contribution for contribution in contributions}.values())
    counts = WriteCounts()
    for start in range(0, len(latest), batch):
        counts += await _write_batch(graph, latest[start : start + batch])
    return counts


def check_spans(contribution: Contribution) -> None:
    """Raise SpanMismatch where a statement has no place in the article, or other words stand there."""
    article, placed = contribution.article, set()
    for edge in contribution.reported_in:
        text = article.headline if edge.in_headline else article.text
        ranges = list(zip(edge.starts, edge.ends, strict=True))
        found = exact_of(text, ranges)
        if edge.end != article.id or found != edge.exact or not ranges:
            raise SpanMismatch(
                f"article {article.id}: {found!r} stands where {edge.start} says {edge.exact!r}"
            )
        placed.add(edge.start)
    for statement in contribution.statements:
        if statement.id not in placed:
            raise SpanMismatch(f"article {article.id}: {statement.id} has no place in it")


async def _write_batch(graph: Graph, batch: Sequence[Contribution]) -> WriteCounts:
    hashes = {contribution.article.id: contribution_hash(contribution) for contribution in batch}

    def changed(held: Mapping[str, str]) -> list[Contribution]:
        """Return the contributions that the graph does not hold as they are."""
        return [c for c in batch if held.get(c.article.id) != hashes[c.article.id]]

    async def work(transaction: Transaction) -> WriteCounts:
        if changed(await _held(transaction, batch)):
            await transaction.run("meta/bump_data_version")  # keeps other writers out, so look again
        held = await _held(transaction, batch)
        if new := changed(held):
            await _replace(transaction, new, held)
        return WriteCounts(written=len(new), unchanged=len(batch) - len(new))

    return await graph.write(work)


async def _held(transaction: Transaction, batch: Sequence[Contribution]) -> dict[str, str]:
    """Return the hashes of the contributions that the graph holds, by the article's id."""
    ids = [contribution.article.id for contribution in batch]
    rows = await transaction.run("write/known_articles", ids=ids)
    return {row["id"]: row["contribution_hash"] for row in rows}


async def _replace(transaction: Transaction, batch: Sequence[Contribution], held: Container[str]) -> None:
    """Take back what these articles said before, write what they say now, sweep out what nobody says."""
    candidates = await detach(transaction, sorted(c.article.id for c in batch if c.article.id in held))
    known = await _known(transaction, batch)
    stale = sorted(key for key in readers(batch, known) if key in known.statements)
    if stale:
        await candidates.add_statements(transaction, stale)
        await transaction.run("write/clear_statements", ids=stale)
    for query, rows in batch_rows(batch, known).items():
        await transaction.run(f"write/{query}", rows=rows)
    await unbury(transaction, (s.id for c in batch for s in c.statements))
    candidates.events.update(event.id for c in batch for event in c.events)
    candidates.parties.update(event.parties for c in batch for event in c.events if event.parties)
    await sweep(transaction, candidates)


async def _known(transaction: Transaction, batch: Sequence[Contribution]) -> Known:
    statements = sorted({s.id for c in batch for s in c.statements})
    actors = sorted({a.id for c in batch for a in c.actors})
    return Known(
        statements={
            row["id"]: row for row in await transaction.run("write/known_statements", ids=statements)
        },
        actors={row["id"]: row for row in await transaction.run("write/known_actors", ids=actors)},
    )
