"""Where an actor stood on a topic, day by day, and where that changed.

A stance is one on a statement's main topic. A change lies between two statements with opposite stances, one
in favour and one against; statements without a position between them change nothing. A step lies between two
statements on the topic that follow each other, and tells how their wordings differ.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from pydantic import BaseModel, ConfigDict

from app.refusals import Fault, InvalidParameters
from app.wording import Stretch, differences
from graph_schema.filters import StatementFilter
from graph_schema.reads import get_actor, get_topic, stream_statements
from graph_schema.store import Graph
from graph_schema.views import ActorName, StatementRow, TopicName
from graph_schema.vocabulary import Act

MOST = 5000


class Stand(BaseModel):
    """One dated statement on the topic, with its wording and where it is written."""

    model_config = ConfigDict(frozen=True)

    statement: str
    said_on: date | None
    stance: int
    act: Act
    claim: str
    article: str | None
    url: str | None


class Change(BaseModel):
    """A stance that turned, with the two statements that show it, and how their wordings differ.

    `n_before` statements in a row had the old stance; `days` lie between the two.
    """

    model_config = ConfigDict(frozen=True)

    before: Stand
    after: Stand
    n_before: int
    days: int
    wording: tuple[Stretch, ...]


class Step(BaseModel):
    """From one dated statement to the next on the topic: how the wording changed."""

    model_config = ConfigDict(frozen=True)

    before: str
    after: str
    days: int
    wording: tuple[Stretch, ...]


class Positions(BaseModel):
    """An actor's or country's `n` stands on a topic, the oldest first; `truncated` if there are more.

    `changes` are turns of the stance; `steps` tell from each dated stand to the next how the wording changed.
    """

    actor: ActorName | None
    country: str | None
    topic: TopicName
    n: int
    truncated: bool
    stands: list[Stand]
    changes: list[Change]
    steps: list[Step]


async def traced(graph: Graph, actor: str | None, topic: str, country: str | None = None) -> Positions:
    """Return where an actor (id or name) or a country (ISO) stood on a topic (id or label).

    Raises InvalidParameters without exactly one of actor and country, UnknownName or AmbiguousName.
    """
    if (actor is None) == (country is None):
        raise InvalidParameters([Fault("actor", "say whose positions: give either actor or country")])
    who, what = await get_actor(graph, actor) if actor else None, await get_topic(graph, topic)
    whose = {"speaker": (who.id,)} if who else {"country": (country,)}
    rows = []
    asked = StatementFilter.model_validate(whose | {"topic": (what.id,)})
    async for row in stream_statements(graph, asked, newest_first=False):
        rows.append(row)
        if len(rows) > MOST:
            break
    found = stands(rows[:MOST], {what.id, *(narrower.id for narrower in what.narrower)})
    return Positions(
        actor=ActorName(id=who.id, name=who.name, type=who.type) if who else None,
        country=country,
        topic=TopicName(id=what.id, label=what.label),
        n=len(found),
        truncated=len(rows) > MOST,
        stands=found,
        changes=changes(found),
        steps=steps(found),
    )


def stands(rows: Iterable[StatementRow], topics: set[str]) -> list[Stand]:
    """Return the stands that statements take whose main topic is among these, in their order."""
    return [stand(row) for row in rows if row.topics and row.topics[0].id in topics]


def stand(row: StatementRow) -> Stand:
    """Return one statement as a stand."""
    place = row.appearances[0] if row.appearances else None
    return Stand(
        statement=row.id,
        said_on=row.said_on,
        stance=row.stance,
        act=row.act,
        claim=row.claim,
        article=place.article if place else None,
        url=place.url if place else None,
    )


def changes(given: Sequence[Stand]) -> list[Change]:
    """Return where stances turn, over time; a stand without a day shows no change."""
    taken = [each for each in given if each.stance and each.said_on]
    runs = [list(run) for _, run in groupby(taken, key=lambda each: each.stance)]
    return [
        Change(
            before=run[-1],
            after=later[0],
            n_before=len(run),
            days=days_between(run[-1], later[0]),
            wording=tuple(differences(run[-1].claim, later[0].claim)),
        )
        for run, later in pairwise(runs)
    ]


def steps(given: Sequence[Stand]) -> list[Step]:
    """Return from each dated stand to the next how the wording changed."""
    dated = [each for each in given if each.said_on]
    return [
        Step(
            before=before.statement,
            after=after.statement,
            days=days_between(before, after),
            wording=tuple(differences(before.claim, after.claim)),
        )
        for before, after in pairwise(dated)
    ]


def days_between(before: Stand, after: Stand) -> int:
    """Return the days between two dated stands."""
    return (after.said_on - before.said_on).days if after.said_on and before.said_on else 0
