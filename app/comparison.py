"""Actors side by side: counts by act and stance, latest statements, topics shared and their own."""

import asyncio
from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements, get_actor
from graph_schema.reads.names import resolve_actor
from graph_schema.reads.tallies import count_acts, count_topics
from graph_schema.store import Graph
from graph_schema.tallies import TopicCount
from graph_schema.views import StatementRow
from graph_schema.vocabulary import Act

MOST_TOPICS = 1000


class Side(BaseModel):
    """One of the actors compared; `own_topics` are the ids of those that none of the others speaks on."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    statements: int
    acts: dict[Act, int]
    stances: dict[int, int]
    latest: tuple[StatementRow, ...]
    topics: tuple[TopicCount, ...]
    own_topics: tuple[str, ...]


class Comparison(BaseModel):
    """Actors side by side; `shared_topics` are the ids of those that all of them speak on."""

    model_config = ConfigDict(frozen=True)

    sides: tuple[Side, ...]
    shared_topics: tuple[str, ...]


async def compared(graph: Graph, names: Sequence[str], asked: StatementFilter, latest: int) -> Comparison:
    """Return actors, by id or name, side by side on the statements that match."""
    keys = [await resolve_actor(graph, name) for name in names]
    sides = await asyncio.gather(*(side(graph, key, asked, latest) for key in keys))
    spoken = Counter(topic.id for each in sides for topic in each.topics)
    return Comparison(
        sides=tuple(
            each.model_copy(update={"own_topics": tuple(t.id for t in each.topics if spoken[t.id] == 1)})
            for each in sides
        ),
        shared_topics=tuple(topic for topic, times in spoken.most_common() if times == len(sides)),
    )


async def side(graph: Graph, key: str, asked: StatementFilter, latest: int) -> Side:
    """Return one actor's side of a comparison, before it is known which topics are its own."""
    actor = await get_actor(graph, key)
    own = asked.model_copy(update={"speaker": (actor.id,)})
    counts = await count_acts(graph, own)
    acts, stances = Counter[Act](), Counter[int]()
    for each in counts:
        acts[each.act] += each.statements
        stances[each.stance] += each.statements
    return Side(
        id=actor.id,
        name=actor.name,
        statements=acts.total(),
        acts={act: acts[act] for act in Act},
        stances={stance: stances[stance] for stance in (-1, 0, 1)},
        latest=(await find_statements(graph, own, limit=latest)).data,
        topics=await count_topics(graph, own, MOST_TOPICS),
        own_topics=(),
    )
