"""Real calls that both sides read out: each pair of readouts becomes one event, and nothing else is joined.

One of the eight pairs is none: on the day of the second call the White House also read out one with Chile,
and that text stands for it. Its other side has a copy among the annotated articles, which meets it instead.
"""

import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.reads.events import find_events, get_event
from graph_schema.settings import Settings
from graph_schema.vocabulary import Precision
from graph_schema.writes import write
from ingest.articles import GivenArticle
from ingest.given.files import articles_in
from ingest.harvest.contribution import harvest
from ingest.pipeline import Reader
from tests.shared import shared

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
NO_PAIR = "putin-biden 2021-12-30"
ITS_COPY = "ro31"
TIMES = range(2)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Contribution]:
    """All readouts, as the reader reads them."""
    reader = Reader.load(Settings(data=tmp_path_factory.mktemp("data")))
    given = [item for item in articles_in([str(annotated())]) if isinstance(item, GivenArticle)]
    return [harvest(reader.read(article), reader.version) for article in (*sides(), *given)]


def annotated() -> Path:
    return shared("gold", "readouts", "dev", "articles.jsonl")


def sides() -> list[GivenArticle]:
    """Return the two sides of each call, called "putin-biden 2021-12-07 White House (US)" and so on."""
    rows = map(json.loads, shared("gold", "pairs", "pairs.jsonl").read_text("utf-8").splitlines())
    return [
        GivenArticle(
            id=f"{row['event']} {row['publisher']}",
            headline=row["title"],
            text=row["text"],
            publisher=row["publisher"],
            published_at=datetime.fromisoformat(row["date"]).replace(tzinfo=UTC),
            published_precision=Precision.DAY,
        )
        for row in rows
    ]


@pytest.mark.parametrize("time", TIMES, ids=["as they come", "the other way round"])
async def test_each_pair_is_one_event_and_nothing_else_is(
    graph: BoltGraph, told: list[Contribution], time: int
) -> None:
    await write(graph, told[::-1] if time else told)
    events = (await find_events(graph, limit=500)).data
    joined = set()
    for event in events:
        if event.articles > 1:
            articles = (await get_event(graph, event.id)).reported_by
            joined.add(frozenset(article.id for article in articles))
    assert joined == expected()


def expected() -> set[frozenset[str]]:
    by_call: dict[str, set[str]] = defaultdict(set)
    for side in sides():
        by_call[" ".join(side.id.split()[:2])].add(side.id)
    kremlin = next(key for key in by_call.pop(NO_PAIR) if "Kremlin" in key)
    assert len(by_call) == 7
    return {*map(frozenset, by_call.values()), frozenset({kremlin, ITS_COPY})}
