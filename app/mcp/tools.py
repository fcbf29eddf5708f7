"""The tools: eight questions an agent may ask. Their docstrings are what it reads before it chooses one."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeAlias

from pydantic import Field

from app.buckets import Interval
from app.comparison import compared
from app.dependencies import Code, Day, Words
from app.mcp.answers import Comparison, Counts, Events, Names, Quotes, claims, quotes, side
from app.points import By, timeline
from app.positions import Positions, traced
from app.readouts import versions
from graph_schema import reads
from graph_schema.filters import StatementFilter
from graph_schema.reads.events import find_events
from graph_schema.store import Graph
from graph_schema.views import ActorProfile, StatementDetail
from graph_schema.vocabulary import Act, EventKind

MOST_STATEMENTS, MOST_ROWS, MOST_COUNTS, SERIES = 50, 100, 400, 12

Actor: TypeAlias = Annotated[Words, Field(description="id or name of an actor, such as Wang Yi or Q7747")]
Topic: TypeAlias = Annotated[Words, Field(description="id or label of a topic, such as ukraine-war or Trade")]
Id: TypeAlias = Annotated[Words, Field(description="an id from another tool's answer")]
Since: TypeAlias = Annotated[Day | None, Field(description="on this day or later: YYYY-MM-DD")]
Until: TypeAlias = Annotated[Day | None, Field(description="on this day or earlier: YYYY-MM-DD")]
Cursor: TypeAlias = Annotated[str | None, Field(description="`next_cursor` of the answer before")]
Country: TypeAlias = Annotated[Code | None, Field(description="the speaker's country: ISO code, such as CN")]
ActAsked: TypeAlias = Annotated[Act | None, Field(description="what the speaker does by saying it")]
StanceAsked: TypeAlias = Annotated[
    int | None, Field(ge=-1, le=1, description="1 in favour, -1 against, 0 neither")
]
Limit: TypeAlias = Annotated[int, Field(ge=1, le=MOST_ROWS, description="how many at most")]


class Tools:
    """The tools over a graph; each method is one."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def all(self) -> tuple[Callable[..., Awaitable[Any]], ...]:
        """Return the tools."""
        return (
            self.find_statements,
            self.get_statement,
            self.find_names,
            self.get_actor,
            self.find_events,
            self.count_over_time,
            self.compare_actors,
            self.trace_position,
        )

    async def find_statements(
        self,
        speaker: Actor | None = None,
        topic: Topic | None = None,
        addressee: Actor | None = None,
        country: Country = None,
        act: ActAsked = None,
        stance: StanceAsked = None,
        words: Annotated[Words | None, Field(description="words that stand in the claim")] = None,
        since: Since = None,
        until: Until = None,
        limit: Annotated[int, Field(ge=1, le=MOST_STATEMENTS, description="how many at most")] = 10,
        cursor: Cursor = None,
    ) -> Quotes:
        """Find who said what, newest first. Start here: all filters are optional and can be combined.

        A topic includes its narrower ones. `total` tells how many match; ask on with `next_cursor`. Cite each
        by its `url`, `exact` words and `said_on`; where `url` is null, by `id` and headline.
        """
        one = {"speaker": speaker, "topic": topic, "addressee": addressee, "country": country}
        given = {name: (value,) for name, value in (one | {"act": act, "stance": stance}).items()}
        asked = StatementFilter.model_validate(
            {name: value for name, value in given.items() if value != (None,)}
            | {"q": words, "since": since, "until": until}
        )
        page = await reads.find_statements(self.graph, asked, cursor=cursor, limit=limit)
        total = await reads.count_statements(self.graph, asked)
        return Quotes(total=total, statements=quotes(page.data), next_cursor=page.next_cursor)

    async def get_statement(self, id: Id) -> StatementDetail:  # noqa: A002 - what agents call it
        """Show one statement whole: each article that carries it, with the words around it.

        Also the speaker's office on that day, how the article names the speaker and why that is who it is,
        and why the statement has its topics.
        """
        return await reads.get_statement(self.graph, id)

    async def find_names(
        self,
        part: Annotated[Words, Field(description="part of a name, label or alias")],
        limit: Limit = 20,
    ) -> Names:
        """Find actors and topics by part of a name, when you do not know what they are called here."""
        actors = await reads.find_actors(self.graph, q=part, limit=limit)
        topics = await reads.find_topics(self.graph, q=part)
        more = actors.next_cursor is not None or len(topics) > limit
        return Names(actors=actors.data, topics=topics[:limit], truncated=more)

    async def get_actor(self, actor: Actor) -> ActorProfile:
        """Show one person, organization or country: offices over time, acts and stances, first and last day.

        A name that several share is refused, and the error lists them: ask again by id.
        """
        return await reads.get_actor(self.graph, actor)

    async def find_events(
        self,
        event: Annotated[Words | None, Field(description="one event's id: compare its readouts")] = None,
        participant: Actor | None = None,
        kind: EventKind | None = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Events:
        """Find calls, meetings and visits; or, with `event`, compare what each side's readout reports of one.

        With `event`, `claims` lists what all its articles report first, then what only one does:
        `reported_by` are ids of articles. The other filters only serve to find.
        """
        if event is not None:
            return claims(await versions(self.graph, event), MOST_ROWS)
        page = await find_events(
            self.graph,
            participant=(participant,) if participant else (),
            kind=(kind,) if kind else (),
            since=since,
            until=until,
            cursor=cursor,
            limit=limit,
        )
        return Events(events=page.data, next_cursor=page.next_cursor)

    async def count_over_time(
        self,
        interval: Interval = Interval.MONTH,
        by: Annotated[By, Field(description="what the series are")] = By.ACT,
        speaker: Actor | None = None,
        topic: Topic | None = None,
        since: Since = None,
        until: Until = None,
    ) -> Counts:
        """Count statements by day, week, month, quarter or year, in series: who, on what, doing what.

        The 12 largest series at most. Statements whose day is not known are not counted.
        """
        asked = asked_of(topic, since, until).model_copy(update={"speaker": (speaker,) if speaker else ()})
        points = await timeline(self.graph, asked, by, interval, SERIES)
        found = [point for point in points if point.value]
        return Counts(counts=tuple(found[-MOST_COUNTS:]), truncated=len(found) > MOST_COUNTS)

    async def compare_actors(
        self,
        actors: Annotated[list[Actor], Field(min_length=2, max_length=8)],
        topic: Topic | None = None,
        since: Since = None,
        until: Until = None,
    ) -> Comparison:
        """Compare two to eight actors side by side: acts, stances, topics, and the latest of each.

        `own_topics` are those that none of the others speaks on.
        """
        found = await compared(self.graph, actors, asked_of(topic, since, until), latest=3)
        sides = tuple(side(each, MOST_ROWS) for each in found.sides)
        return Comparison(sides=sides, shared_topics=found.shared_topics[:MOST_ROWS])

    async def trace_position(self, actor: Actor, topic: Topic) -> Positions:
        """Trace where an actor stood on a topic, oldest first, and each change of stance.

        Each change comes with the two statements that show it. `n` tells on how many statements this rests:
        say so when it is small. `truncated` tells that older ones are left out.
        """
        found = await traced(self.graph, actor, topic)
        cut = found.truncated or len(found.stands) > MOST_ROWS
        return found.model_copy(update={"stands": found.stands[-MOST_ROWS:], "truncated": cut})


def asked_of(topic: str | None, since: Day | None, until: Day | None) -> StatementFilter:
    """Return a filter of statements."""
    return StatementFilter(topic=(topic,) if topic else (), since=since, until=until)
