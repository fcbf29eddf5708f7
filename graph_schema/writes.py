"""Contributions into the graph and out again: what an article supports, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_schema.contribution import Contribution
from graph_schema.store import Graph


@dataclass(frozen=True, slots=True)
class WriteCounts:
    """What became of the articles given."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


async def write(graph: Graph, contributions: Sequence[Contribution]) -> WriteCounts:
    """Write contributions, a batch a transaction; an article already there is replaced, or unchanged.

    Raises SpanMismatch, before anything is written, where a statement's words do not stand where it says.
    """
    raise NotImplementedError


async def remove(graph: Graph, article_ids: Sequence[str]) -> WriteCounts:
    """Take articles out, and what only they supported; unknown ids are passed over."""
    raise NotImplementedError
