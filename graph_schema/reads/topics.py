"""Topics: the whole tree, and one of them in profile."""

from collections.abc import Mapping

from graph_schema.errors import UnknownName
from graph_schema.reads.names import name_book, resolve_topic
from graph_schema.store import Graph, Rows
from graph_schema.views import SpeakerCount, TopicName, TopicProfile, TopicRow

MOST_SPEAKERS = 20


async def find_topics(graph: Graph, *, q: str | None = None) -> tuple[TopicRow, ...]:
    """Return all topics with their counts, by id; `q` is part of a label or alias."""
    rows = await graph.read("topics/find")
    below = _below(rows)
    wanted = set((await name_book(graph, "topic")).containing(q)) if q else below.keys()
    found = []
    for row in rows:
        if row["id"] in wanted:
            total = (
                await _count(graph, sorted(below[row["id"]]))
                if len(below[row["id"]]) > 1
                else row["statements"]
            )
            found.append(
                TopicRow(**row | {"broader": tuple(sorted(row["broader"]))}, statements_with_narrower=total)
            )
    return tuple(found)


async def get_topic(graph: Graph, name: str) -> TopicProfile:
    """Return the topic of that id or label; raise UnknownName or AmbiguousName."""
    key = await resolve_topic(graph, name)
    found = await graph.read("topics/get", id=key)
    if not found:
        raise UnknownName("topic", name)
    ids = sorted(row["id"] for row in await graph.read("topics/narrower", ids=[key]))
    counted = (await graph.read("topics/count", ids=ids))[0]
    speakers = await graph.read("topics/speakers", ids=ids, limit=MOST_SPEAKERS)
    row = found[0]
    return TopicProfile(
        id=row["id"],
        label=row["label"],
        broader=tuple(sorted(row["broader"])),
        statements=row["statements"],
        statements_with_narrower=counted["statements"],
        aliases=tuple(row["aliases"] or ()),
        exact_match=tuple(row["exact_match"] or ()),
        narrower=tuple(
            TopicName(**given) for given in sorted(row["narrower"], key=lambda given: given["id"])
        ),
        speakers=tuple(SpeakerCount(**given) for given in speakers),
        first_said_on=counted["first_said_on"],
        last_said_on=counted["last_said_on"],
    )


async def _count(graph: Graph, ids: list[str]) -> int:
    return int((await graph.read("topics/count", ids=ids))[0]["statements"])


def _below(rows: Rows) -> dict[str, set[str]]:
    """Return by topic the ids of itself and all narrower ones."""
    broader = {row["id"]: row["broader"] for row in rows}
    below: dict[str, set[str]] = {key: set() for key in broader}
    for key in broader:
        for above in _upwards(key, broader):
            below.setdefault(above, set()).add(key)
    return below


def _upwards(key: str, broader: Mapping[str, list[str]]) -> set[str]:
    reached, frontier = {key}, [key]
    while frontier:
        frontier = [above for below in frontier for above in broader.get(below, []) if above not in reached]
        reached.update(frontier)
    return reached
