"""Counts of statements: over time, by act and stance, by topic, by speaker, between actors."""

from collections.abc import Sequence
from typing import Any, TypeVar

from graph_schema.filters import StatementFilter
from graph_schema.reads.asking import anywhere, filters, parameters
from graph_schema.reads.columns import Columns, are_at_hand, get_columns
from graph_schema.reads.counting import count, is_countable, is_short
from graph_schema.reads.counting_over_time import SERIES, count_over_time
from graph_schema.reads.names import resolve_actor
from graph_schema.reads.remembering import remembered
from graph_schema.selection import select
from graph_schema.store import Graph, Rows
from graph_schema.tallies import (
    ActCount,
    Coded,
    Interlocutor,
    SpeakerStances,
    SpeakerTopic,
    Tally,
    TopicCount,
)
from graph_schema.views import View

Row = TypeVar("Row", bound=View)
PERIODS = frozenset({"day", "week", "month", "year"})
WAYS = ("addressed", "addressed_by", "jointly", "met")


async def tally_over_time(graph: Graph, asked: StatementFilter, by: str, interval: str) -> tuple[Tally, ...]:
    """Return how many of the statements that match were made in each interval, by series.

    `by` is acts, stances, speakers, countries or topics; `interval` a day, week, month, quarter or year.
    Statements without a day are left out.
    """
    at_hand = asked.since is None or await are_at_hand(graph)  # of a part the engine tells sooner
    if by in SERIES and at_hand and (columns := await _columns(graph, asked)):
        return count_over_time(columns, asked, by, interval)
    return await tally_there(graph, asked, by, interval)


async def tally_there(graph: Graph, asked: StatementFilter, by: str, interval: str) -> tuple[Tally, ...]:
    """Let the engine count what `tally_over_time` returns."""
    return await _counted(graph, asked, f"tallies/{by}", Tally, unit=interval)


async def count_acts(graph: Graph, asked: StatementFilter) -> tuple[ActCount, ...]:
    """Return how many statements match, by act and stance."""
    return await _counted(graph, asked, "totals/acts_and_stances", ActCount)


async def count_topics(graph: Graph, asked: StatementFilter, limit: int) -> tuple[TopicCount, ...]:
    """Return what the statements that match are about, the most frequent first."""
    return await _counted(graph, asked, "totals/topics", TopicCount, limit=limit)


async def count_speakers(graph: Graph, asked: StatementFilter, limit: int) -> tuple[SpeakerStances, ...]:
    """Return who made the statements that match, the most frequent first."""
    return await _counted(graph, asked, "totals/speakers", SpeakerStances, limit=limit)


async def count_pairs(graph: Graph, asked: StatementFilter, limit: int) -> tuple[SpeakerTopic, ...]:
    """Return who speaks on what in the statements that match, the most frequent pairs first."""
    return await _counted(graph, asked, "totals/pairs", SpeakerTopic, limit=limit)


async def count_coded(graph: Graph, asked: StatementFilter, by: str, unit: str) -> tuple[Coded, ...]:
    """Return how often who took which stance on which main topic in the statements that match.

    `by` is persons, organizations or countries. Within a `unit` (all, article, day, week, month, year or
    whole) the same actor, topic and stance count once; a statement without a day counts by its article.
    """
    if columns := await _columns(graph, asked, whole=by == "organizations"):
        return count(columns, asked, by, unit)
    return await count_coded_there(graph, asked, by, unit)


async def read_ahead(graph: Graph, asked: StatementFilter, by: str) -> None:
    """Have at hand what `count_coded` needs, where many short times of what is asked are to be counted."""
    if is_countable(asked):
        await get_columns(graph, whole=by == "organizations")


async def count_coded_there(graph: Graph, asked: StatementFilter, by: str, unit: str) -> tuple[Coded, ...]:
    """Let the engine count what `count_coded` returns: whatever the question, and many times as slowly."""
    kind, given = ("period", {"unit": unit}) if unit in PERIODS else (unit, {})
    return await _counted(graph, asked, "totals/voiced", Coded, (f"voices/{by}", f"units/{kind}"), **given)


async def find_interlocutors(graph: Graph, name: str) -> tuple[Interlocutor, ...]:
    """Return with whom an actor (by id or name) has to do, the most often first."""
    rows: Rows = await graph.read("actors/interlocutors", id=await resolve_actor(graph, name))
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        how, times = row.pop("how"), row.pop("times")
        found.setdefault(row["id"], row | dict.fromkeys(WAYS, 0))[how] = times
    ordered = sorted(found.values(), key=lambda row: (-sum(row[way] for way in WAYS), row["id"]))
    return tuple(Interlocutor.model_validate(row) for row in ordered)


async def _columns(graph: Graph, asked: StatementFilter, *, whole: bool = False) -> Columns | None:
    """Return the columns where they answer a question, and sooner than the engine does."""
    if not is_countable(asked) or (is_short(asked) and not await are_at_hand(graph, whole=whole)):
        return None
    return await get_columns(graph, whole=whole)


async def _counted(
    graph: Graph,
    asked: StatementFilter,
    ending: str,
    view: type[Row],
    through: Sequence[str] = (),
    **more: Any,
) -> tuple[Row, ...]:
    asking = await parameters(graph, asked)
    if asking is None:
        return ()
    asking = anywhere(asking)
    query, given = select(filters(asking), ending, through), asking | more

    async def ask() -> tuple[Row, ...]:
        rows: Rows = await graph.read(query, **given)
        return tuple(view.model_validate(row) for row in rows)

    return await remembered(graph, (query.name, repr(sorted(given.items()))), ask)
