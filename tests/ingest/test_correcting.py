"""Corrections act on a real graph at once, survive what is read again, and are taken back without a trace."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import InvalidCorrection, NotFound
from graph_schema.exporting import export_lines
from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.articles import GivenArticle
from ingest.gazetteer.correction_log import read_corrections
from ingest.gazetteer.corrections import Correction, Deed, Described
from ingest.work.correcting import correct, describe, refuse_taken
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts, Outcome
from ingest.work.worker import ingest
from tests.conftest import cypher, empty
from tests.ingest.made import PEOPLE, Reads, gazetteer, made

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Silent:
    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        pass


class Corrected(Reads):
    """Reads made articles as corrections in a folder say; people beyond the gazetteer have one id each."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        corrections = read_corrections(folder)
        self.gazetteer = gazetteer(corrections)
        self.version = f"made 1 {corrections.signature}"

    def party(self, name: str) -> Party:
        known = super().party(name)
        known.id = known.id or actor_id(name, None)
        return known


class Desk:
    """A data folder at which a person makes corrections."""

    def __init__(self, folder: Path, graph: BoltGraph, ledger: Ledger) -> None:
        self.folder, self.graph, self.ledger = folder, graph, ledger

    async def ingest(self, *given: GivenArticle, ledger: Ledger | None = None) -> Counts:
        return await ingest(given, Corrected(self.folder), self.graph, ledger or self.ledger, Silent())

    async def correct(
        self, do: Deed, actor: str, into: str = "", reason: str = "", name: str = "", weak: bool = False
    ) -> Counts:
        known = gazetteer(read_corrections(self.folder))
        correction = Correction(
            at=NOW, by="anna", do=do, reason=reason, name=name, weak=weak,
            actor=await describe(actor, self.graph, known),
            into=await describe(into, self.graph, known) if into else None,
        )  # fmt: skip
        refuse_taken(correction, known)
        await correct(
            correction, self.folder, self.graph, self.ledger, lambda: Corrected(self.folder).version
        )
        return await self.ingest()

    async def export(self) -> list[str]:
        return [line async for line in export_lines(self.graph)]


@pytest.fixture
def desk(graph: BoltGraph, tmp_path: Path) -> Iterator[Desk]:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        yield Desk(tmp_path / "gazetteer.d", graph, ledger)


def key(name: str) -> str:
    known = gazetteer().lookup(name)
    return known[0].id if known else actor_id(name, None)


def report(number: int, *said: tuple[str, str]) -> GivenArticle:
    text = "\n\n".join(f"{who} said that {what} in round {number}." for who, what in said)
    return GivenArticle(text=text, headline=f"Report {number}", id=f"r{number}")


BO, ANA, CAI = "Bo Holm", "Ana Ruiz", "Cai Wen"
REPORTS = (
    report(1, (BO, "fish matter more than anything else at sea")),
    report(2, (BO, "nets are too wide for small fish"), (ANA, "harbours must be deep enough for all")),
    report(3, (ANA, "boats should stay at home in a storm"), (CAI, "all of this will be seen to")),
)


async def spoken(graph: BoltGraph) -> set[tuple[str, str, str]]:
    rows = await graph.read(
        cypher(
            "MATCH (s:Statement)-[r:SPOKEN_BY]->(a:Actor)"
            " RETURN a.id AS id, r.as_written AS written, r.reason AS reason"
        )
    )
    return {(row["id"], row["written"], row["reason"]) for row in rows}


async def test_a_merge_acts_at_once_and_is_taken_back(desk: Desk) -> None:
    await desk.ingest(*REPORTS)
    before = await desk.export()
    counts = await desk.correct(Deed.MERGE, key(BO), key(ANA), reason="she took his name")
    assert counts == Counts(written=3)
    why = f"merged from {key(BO)}: she took his name"
    assert await spoken(desk.graph) == {
        (key(ANA), BO, why),
        (key(ANA), ANA, ""),
        (key(CAI), CAI, ""),
    }
    [row] = await desk.graph.read(cypher("MATCH (a:Actor) WHERE size(a.merged) > 0 RETURN a.id, a.merged"))
    assert row == {"a.id": key(ANA), "a.merged": [f"{key(BO)}: she took his name"]}
    assert not any(f'"id": "{key(BO)}"' in line for line in await desk.export())
    await desk.correct(Deed.UNMERGE, key(BO))
    assert await desk.export() == before


async def test_corrections_survive_whatever_is_read_again(desk: Desk) -> None:
    await desk.ingest(*REPORTS)
    await desk.correct(Deed.MERGE, key(BO), key(ANA), reason="the same")
    merged = await desk.export()
    assert await desk.ingest(*REPORTS) == Counts(unchanged=3)
    changed = GivenArticle(text=REPORTS[0].text + "\n\nMore.", headline="Report 1", id="r1")
    await desk.ingest(changed)
    assert await desk.ingest(REPORTS[0]) == Counts(written=1)
    assert await desk.export() == merged


async def test_a_name_is_found_where_it_stands(desk: Desk) -> None:
    await desk.ingest(*REPORTS, report(4, ("Robert Holm", "he was never called otherwise by anybody")))
    before = await desk.export()
    await desk.correct(Deed.ALIAS, key(BO), name="Robert Holm")
    assert (key(BO), "Robert Holm", "") in await spoken(desk.graph)
    await desk.ingest(report(5, ("Robert Holm", "this will be so from now on")))
    await desk.correct(Deed.UNALIAS, key(BO), name="Robert Holm")
    after = await desk.export()
    assert [line for line in before if line not in after] == []


async def test_what_cannot_be_leaves_everything_as_it_is(desk: Desk) -> None:
    await desk.ingest(*REPORTS)
    before = await desk.export()
    with pytest.raises(NotFound, match="no actor has the id 'nobody'"):
        await desk.correct(Deed.MERGE, key(BO), "nobody")
    with pytest.raises(InvalidCorrection, match="merged into nobody"):
        await desk.correct(Deed.UNMERGE, key(BO))
    taken = next(name for name in PEOPLE if key(name).startswith("Q") and name != ANA)
    with pytest.raises(InvalidCorrection, match=rf"{taken!r} means {taken} .* already"):
        await desk.correct(Deed.ALIAS, key(ANA), name=taken)
    assert (await desk.export(), desk.ledger.unfinished()) == (before, [])
    assert not desk.folder.exists()


async def test_articles_that_are_not_kept_are_counted(desk: Desk) -> None:
    await desk.ingest(*REPORTS)
    desk.ledger.forget(["r1"])
    actors = [Described(id=key(name), name=name, type=ActorType.PERSON) for name in (BO, ANA)]
    made_by_hand = Correction(at=NOW, by="anna", do=Deed.MERGE, actor=actors[0], into=actors[1])
    assert await correct(made_by_hand, desk.folder, desk.graph, desk.ledger, lambda: "made 1 ") == (2, 1)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
async def test_the_graph_follows_from_articles_and_corrections(desk: Desk, tmp_path: Path, seed: int) -> None:
    """Whatever a person corrects, and in whatever order: as if it had been known from the beginning."""
    chance, given = random.Random(seed), made(30, seed, broken=0).given
    articles = [one for one in given if isinstance(one, GivenArticle)]
    await desk.ingest(*articles)
    untouched = await desk.export()
    for number in range(6):
        await at_random(desk, chance)
        if number % 3 == 2:
            corrected = await desk.export()
            await empty(desk.graph)
            with Ledger.open(tmp_path / f"fresh-{number}.sqlite") as fresh:
                await desk.ingest(*articles, ledger=fresh)
            assert await desk.export() == corrected
    state = read_corrections(desk.folder)
    for one in reversed(state.merges):
        await desk.correct(Deed.UNMERGE, one)
    for given_name in state.aliases.values():
        await desk.correct(Deed.UNALIAS, given_name.actor.id, name=given_name.name)
    assert await desk.export() == untouched


async def at_random(desk: Desk, chance: random.Random) -> None:
    """Make some correction that can be made."""
    state = read_corrections(desk.folder)
    free = [one for one in (key(name) for name in PEOPLE) if one not in state.merges]
    kind = chance.choice(["merge", "merge", "unmerge", "alias"])
    if kind == "unmerge" and state.merges:
        await desk.correct(Deed.UNMERGE, chance.choice(sorted(state.merges)))
    elif kind == "alias":
        unknown = [name for name in PEOPLE if not gazetteer(state).lookup(name)]
        await desk.correct(Deed.ALIAS, chance.choice(free), name=chance.choice(unknown))
    else:
        one, other = chance.sample(free, 2)
        await desk.correct(Deed.MERGE, one, other, reason=f"reason {chance.random()}")
