"""From what a reader asks to the parameters of a query: names become ids, days become places in the list."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from graph_schema.dialect import fulltext_query
from graph_schema.filters import StatementFilter
from graph_schema.identity import places_between
from graph_schema.reads.names import resolve_actor, resolve_position, resolve_topic
from graph_schema.store import Graph

AS_GIVEN = ("act", "stance", "kind", "event", "article", "publisher")
PLACES = ("after", "before")
ACTORS = ("speaker", "voice", "organization", "addressee")


async def parameters(graph: Graph, asked: StatementFilter) -> dict[str, Any] | None:
    """Return parameters by name, those of unused filters left out; None where nothing can match.

    Raises UnknownName or AmbiguousName.
    """
    found: dict[str, Any] = {name: list(given) for name in AS_GIVEN if (given := getattr(asked, name))}
    for name in ACTORS:
        if given := getattr(asked, name):
            found[name] = await _resolved(graph, given, resolve_actor)
    if asked.position:
        found["position"] = await _resolved(graph, asked.position, resolve_position)
    if asked.updated_since is not None:
        found["updated_since"] = in_utc(asked.updated_since)
    if asked.topic:
        ids = await _resolved(graph, asked.topic, resolve_topic)
        found["topic"] = sorted(row["id"] for row in await graph.read("topics/narrower", ids=ids))
    if asked.country:
        found["country"] = [code.upper() for code in asked.country]
    if asked.q is not None:
        words = fulltext_query(asked.q)
        if words is None:
            return None
        found |= {"words": words, "index": graph.dialect.fulltext_index}
    after, before = places_between(asked.since, asked.until)
    return found | {"after": after, "before": before}


def filters(parameters: Iterable[str]) -> set[str]:
    """Return the names of the query fragments that these parameters call for."""
    return {"place" if name in PLACES else name for name in parameters} - {"index"}


def anywhere(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters without the places in the list where these leave nothing out."""
    bounded = (parameters["after"], parameters["before"]) != places_between(None, None)
    return parameters if bounded else {name: parameters[name] for name in parameters if name not in PLACES}


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC: an engine refuses offsets of more than 18 hours, which RFC 3339 allows."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # within a day of the first or last year there is
        return moment.replace(tzinfo=UTC)


async def _resolved(
    graph: Graph, given: Iterable[str], resolve: Callable[[Graph, str], Awaitable[str]]
) -> list[str]:
    return sorted({await resolve(graph, name) for name in given})
