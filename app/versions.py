"""Two readouts of one call side by side: which claims both report, and which only one of them does.

Statements are paired one to one, the most similar first. Two count as the same claim where enough of their
words are the same; less is enough where they share their main topic and a speaker.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from pydantic import BaseModel, ConfigDict
from rapidfuzz.fuzz import token_set_ratio

from graph_schema.filters import StatementFilter
from graph_schema.occasions import EventDetail
from graph_schema.reads import find_statements
from graph_schema.reads.events import get_event
from graph_schema.store import Graph
from graph_schema.views import ArticleRow, StatementRow

MOST = 1000  # statements of one event
ENOUGH, ENOUGH_ON_ONE_TOPIC = 75.0, 55.0


class Claim(BaseModel):
    """One claim: the articles that report it, its statement in each, how similar their words are (0 to 1)."""

    model_config = ConfigDict(frozen=True)

    reported_by: tuple[str, ...]
    in_all: bool
    similarity: float | None
    statements: tuple[StatementRow, ...]


class EventVersions(BaseModel):
    """What the articles of an event report, claim by claim."""

    event: EventDetail
    claims: list[Claim]


async def versions(graph: Graph, event: str) -> EventVersions:
    """Return what the articles of an event report; raises NotFound where there is no such event."""
    found = await get_event(graph, event)
    page = await find_statements(graph, StatementFilter(event=(event,)), limit=MOST)
    return EventVersions(event=found, claims=aligned(found.reported_by, page.data))


def aligned(articles: Sequence[ArticleRow], statements: Sequence[StatementRow]) -> list[Claim]:
    """Return the claims of an event's articles, those that all report first."""
    groups: list[set[str]] = [{row.id} for row in statements]
    rows = {row.id: row for row in statements}
    likeness: dict[frozenset[str], float] = {}
    for left, right, score in pairs(statements):
        first, second = (next(group for group in groups if key in group) for key in (left, right))
        if first is not second and not shared(carriers(rows, first), carriers(rows, second)):
            groups.remove(second)
            first |= second
            likeness[frozenset(first)] = score
    known = {article.id for article in articles}
    claims = [
        claim([rows[key] for key in sorted(group)], known, likeness.get(frozenset(group))) for group in groups
    ]
    return sorted(
        claims, key=lambda each: (-len(each.reported_by), each.reported_by, -(each.similarity or 0))
    )


def pairs(statements: Sequence[StatementRow]) -> Iterable[tuple[str, str, float]]:
    """Return pairs of statements that are the same claim, the most similar first."""
    scored = [(one.id, two.id, likeness(one, two)) for one, two in combinations(statements, 2)]
    return sorted((pair for pair in scored if pair[2]), key=lambda pair: -pair[2])


def likeness(one: StatementRow, two: StatementRow) -> float:
    """Return how similar two claims' words are, 0 where they are not the same claim."""
    score = token_set_ratio(one.claim.casefold(), two.claim.casefold())
    topic = one.topics[:1] == two.topics[:1] != ()
    speaker = {each.id for each in one.speakers} & {each.id for each in two.speakers}
    enough = ENOUGH_ON_ONE_TOPIC if topic and speaker else ENOUGH
    return round(score / 100, 2) if score >= enough else 0.0


def carriers(rows: dict[str, StatementRow], group: Iterable[str]) -> set[str]:
    """Return the articles that carry any of the statements."""
    return {place.article for key in group for place in rows[key].appearances}


def shared(one: set[str], two: set[str]) -> bool:
    """Tell whether two groups have an article in common: then they are two claims of it."""
    return bool(one & two)


def claim(statements: Sequence[StatementRow], articles: set[str], similarity: float | None) -> Claim:
    """Return a group of statements as one claim."""
    carried = {place.article for row in statements for place in row.appearances} & articles
    return Claim(
        reported_by=tuple(sorted(carried)),
        in_all=carried == articles,
        similarity=similarity,
        statements=tuple(statements),
    )
