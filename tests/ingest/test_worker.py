"""Articles into a real graph: once each, whatever happens in between."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.errors import EngineUnavailable, UnreadableArticle
from graph_schema.exporting import export_lines
from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.work.dead_letters import dead_letters, retry
from ingest.work.extraction import Extracted, Job
from ingest.work.intake import held_by
from ingest.work.ledger import Ledger, State
from ingest.work.outcomes import Counts, Outcome
from ingest.work.pool import Pool
from ingest.work.rehearsing import rehearse
from ingest.work.worker import ingest, take_out
from tests.conftest import cypher, empty
from tests.ingest.made import RAISE, VERSION, Reads, article, copy_of, load, made

pytestmark = pytest.mark.anyio

ORIGINAL = article(random.Random(1), "one")
COPY = replace(copy_of(random.Random(3), ORIGINAL, "two"), given_in="papers.jsonl, line 2")
OTHER = article(random.Random(2), "three")


@dataclass
class Told:
    """A progress that remembers."""

    ends: list[tuple[Outcome, str]] = field(default_factory=list)

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        self.ends.append((outcome, article))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def reads() -> Reads:
    return Reads()


async def export(graph: BoltGraph) -> list[str]:
    return [line async for line in export_lines(graph)]


async def test_every_article_comes_to_one_end(graph: BoltGraph, ledger: Ledger, reads: Reads) -> None:
    articles, told = made(150), Told()
    counts = await ingest(articles.given, reads, graph, ledger, told)
    broken = [g for g in articles.given if isinstance(g, UnreadableArticle) or RAISE in g.text]
    assert counts == Counts(
        written=150 - len(articles.copies) - len(broken), duplicate=len(articles.copies), dead=len(broken)
    )
    assert counts.total == len(told.ends) == 150
    assert {key for end, key in told.ends if end is Outcome.DUPLICATE} == set(articles.copies)
    before = await export(graph)
    again = await ingest(articles.given, reads, graph, ledger, Told())
    assert again == Counts(unchanged=150 - len(broken), dead=len(broken))
    assert await export(graph) == before


async def test_a_dry_run_says_what_a_run_then_does(
    graph: BoltGraph, ledger: Ledger, reads: Reads, tmp_path: Path
) -> None:
    articles = [
        given for given in made(90).given if not isinstance(given, GivenArticle) or RAISE not in given.text
    ]
    await ingest(articles[:40], reads, graph, ledger, Told())
    changed = [
        replace(given, headline="New") if isinstance(given, GivenArticle) else given for given in articles[:9]
    ]
    given, before = [*changed, *articles[9:], articles[-1]], await export(graph)
    states, told = [(entry.id, entry.state) for entry in ledger.entries()], Told()
    with Ledger.copied(tmp_path / "ledger.sqlite") as copy:
        counts = await rehearse(given, held_by(graph), copy, VERSION, told)
    assert await export(graph) == before
    assert [(entry.id, entry.state) for entry in ledger.entries()] == states
    then = Told()
    assert await ingest(given, reads, graph, ledger, then) == counts
    assert sorted(told.ends) == sorted(then.ends)
    assert {end for end, _ in told.ends} == set(Outcome)


async def test_a_copy_is_one_more_place_of_its_statements(
    graph: BoltGraph, ledger: Ledger, reads: Reads
) -> None:
    await ingest([ORIGINAL, COPY, OTHER], reads, graph, ledger, Told())
    rows = await graph.read(
        cypher("MATCH (s:Statement)-[:REPORTED_IN]->(a:Article) RETURN s.id AS id, collect(a.id) AS papers")
    )
    papers = {tuple(sorted(row["papers"])) for row in rows}
    assert papers == {("one", "two"), ("one",), ("three",)}  # the copy leaves one paragraph out


async def test_an_article_taken_out_and_put_back(graph: BoltGraph, ledger: Ledger, reads: Reads) -> None:
    await ingest([ORIGINAL, COPY, OTHER], reads, graph, ledger, Told())
    whole = await export(graph)
    for key, given in (("one", ORIGINAL), ("two", COPY), ("three", OTHER)):
        assert await take_out([key], graph, ledger) == 1
        assert await export(graph) != whole
        assert (await ingest([given], reads, graph, ledger, Told())).unchanged == 0
        assert await export(graph) == whole


async def test_a_changed_article_is_read_again(graph: BoltGraph, ledger: Ledger, reads: Reads) -> None:
    await ingest([OTHER, ORIGINAL], reads, graph, ledger, Told())
    changed = replace(OTHER, text=OTHER.text + "\n\nBo Holm said that all is well in the end of the story.")
    assert await ingest([changed, ORIGINAL], reads, graph, ledger, Told()) == Counts(written=1, unchanged=1)
    alone = await export(graph)
    await empty(graph)
    assert await ingest([changed, ORIGINAL], reads, graph, ledger, Told()) == Counts(written=2)
    assert await export(graph) == alone


async def test_a_newer_reader_reads_all_again(graph: BoltGraph, ledger: Ledger) -> None:
    reads = Reads()
    await ingest([ORIGINAL, COPY], reads, graph, ledger, Told())
    reads.version = "made 2"
    assert await ingest([ORIGINAL, COPY], reads, graph, ledger, Told()) == Counts(written=1, duplicate=1)


async def test_dead_letters_stay_until_they_are_tried_again(graph: BoltGraph, ledger: Ledger) -> None:
    reads = Reads()
    broken = replace(OTHER, text=OTHER.text + RAISE, given_in="a.jsonl, line 2")
    unreadable = UnreadableArticle("not whole JSON", file="a.jsonl", line=1)
    for _ in range(2):
        counts = await ingest([unreadable, broken, ORIGINAL], reads, graph, ledger, Told())
        assert counts.dead == 2
    assert reads.asked.count("three") == 1
    letters = dead_letters(ledger)
    assert [(letter.given_in, letter.last_error) for letter in letters] == [
        ("a.jsonl, line 1", "not whole JSON"),
        ("a.jsonl, line 2", "ValueError: it is broken"),
    ]
    assert retry(ledger, [letter.id for letter in letters]) == ["three"]
    assert await ingest([], reads, graph, ledger, Told()) == Counts(dead=1)
    mended = replace(ORIGINAL, id="new", text=OTHER.text, given_in="a.jsonl, line 1")
    await ingest([mended], reads, graph, ledger, Told())
    assert [letter.id for letter in dead_letters(ledger)] == ["three"]


async def test_words_that_do_not_stand_there_cost_only_their_article(
    graph: BoltGraph, ledger: Ledger
) -> None:
    class Inventive(Reads):
        def contribution(self, job: Job) -> Contribution:
            found = super().contribution(job)
            places = [place.model_copy(update={"exact": "invented"}) for place in found.reported_in]
            return (
                found.model_copy(update={"reported_in": tuple(places)})
                if job.article.id == "three"
                else found
            )

    assert await ingest([ORIGINAL, OTHER, COPY], Inventive(), graph, ledger, Told()) == Counts(1, 0, 1, 1)
    assert [letter.id for letter in dead_letters(ledger)] == ["three"]
    assert "SpanMismatch" in str(dead_letters(ledger)[0].last_error)


async def test_a_run_that_fails_goes_on_later(graph: BoltGraph, ledger: Ledger, reads: Reads) -> None:
    articles = made(100).given
    await ingest(articles, reads, graph, ledger, Told())
    undisturbed = await export(graph)
    await empty(graph)
    ledger.forget([entry.id for entry in ledger.entries()])

    class Failing(Reads):
        async def extract(self, job: Job) -> Extracted:
            if len(self.asked) == 50:
                raise EngineUnavailable("no engine answers")
            return self(job)

    with pytest.raises(EngineUnavailable):
        await ingest(articles, Failing(), graph, ledger, Told())
    assert ledger.unfinished()
    counts = await ingest(articles, reads, graph, ledger, Told())
    assert counts.total == 100
    assert ledger.unfinished() == []
    assert await export(graph) == undisturbed


@contextmanager
def with_workers(number: int, seconds: float = 5.0) -> Iterator[Pool]:
    with Pool.open(number, load, VERSION, seconds) as pool:
        yield pool


async def test_workers_give_what_one_process_gives(
    graph: BoltGraph, ledger: Ledger, reads: Reads, tmp_path: Path
) -> None:
    """Also where some articles crash or hang their worker: they alone are dead."""
    articles, told = made(120, deadly=3).given, Told()
    with with_workers(2) as pool:
        counts = await ingest(articles, pool, graph, ledger, told)
    deadly = [f"made-{number:05}" for number in (50, 51, 52)]
    letters = {letter.id: letter.last_error for letter in dead_letters(ledger)}
    assert letters[deadly[0]] == letters[deadly[2]] == "reading ended its worker process (SIGABRT)"
    assert letters[deadly[1]] == "reading took longer than 5 seconds"
    assert counts.total == 120
    with_pool = await export(graph)
    await empty(graph)
    rest = [given for given in articles if not isinstance(given, GivenArticle) or given.id not in deadly]
    with Ledger.open(tmp_path / "other.sqlite") as other:
        assert (await ingest(rest, reads, graph, other, Told())).total == 117
    assert await export(graph) == with_pool


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.slow)])
async def test_killed_at_any_moment(
    graph: BoltGraph, engine: Settings, tmp_path: Path, reads: Reads, kills: int
) -> None:
    count = 40 + kills * 10
    with Ledger.open(tmp_path / "undisturbed.sqlite") as ledger:
        await ingest(made(count).given, reads, graph, ledger, Told())
    undisturbed = await export(graph)
    await empty(graph)
    chance = random.Random(kills)
    command = [sys.executable, "-m", "tests.ingest.killed", str(tmp_path / "killed.sqlite"), str(count)]
    for _ in range(kills):
        with subprocess.Popen([*command, as_json(engine)], stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout is not None
            for _ in range(chance.randint(1, 25)):
                run.stdout.readline()
            run.kill()
    subprocess.run([*command, as_json(engine)], check=True, stdout=subprocess.DEVNULL)
    assert await export(graph) == undisturbed
    with Ledger.open(tmp_path / "killed.sqlite") as ledger:
        states = [entry.state for entry in ledger.entries()]
    assert len(states) == count
    assert State.TAKEN_IN not in states


def as_json(settings: Settings) -> str:
    """Return the settings for another process, their password with them."""
    password = settings.neo4j_password.get_secret_value()
    return json.dumps({**settings.model_dump(mode="json"), "neo4j_password": password})
