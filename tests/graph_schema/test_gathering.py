"""Accounts of one call become one event, whatever order they come in, and part again when one goes."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.gathering import Account, together
from graph_schema.identity import event_id, parties_key
from graph_schema.nodes import Event
from graph_schema.reads.events import find_events
from graph_schema.relationships import MadeAt, ReportedIn, Reports, SpokenBy, TookPartIn
from graph_schema.vocabulary import EventKind
from graph_schema.writes import remove, write
from tests.conftest import empty
from tests.graph_schema import samples
from tests.graph_schema.test_writes import export

DAYS = [samples.DAY + timedelta(days=n) for n in range(4)]
CALL, MEETING, VISIT = EventKind.CALL, EventKind.MEETING, EventKind.VISIT
PARTIES = [samples.WANG.id, samples.LAVROV.id]
SEEDS = range(6)


def account(kind: EventKind, day: date, publisher: str | None, number: int = 0) -> Account:
    key = event_id(kind, PARTIES, day, "")
    return Account(f"{publisher}-{kind}-{day}-{number}", publisher, "parties", key, kind, day)


TOLD_TOGETHER: dict[str, tuple[list[tuple[EventKind, int, str | None]], int]] = {
    "the same day": ([(CALL, 0, "A"), (CALL, 0, "B")], 1),
    "a meeting that was a call": ([(MEETING, 0, "A"), (CALL, 0, "B")], 1),
    "a day apart": ([(CALL, 0, "A"), (CALL, 1, "B")], 1),
    "a day apart, told by the same": ([(CALL, 0, "A"), (CALL, 1, "A")], 2),
    "a day apart, of other kinds": ([(CALL, 0, "A"), (MEETING, 1, "B")], 2),
    "two days apart": ([(CALL, 0, "A"), (CALL, 2, "B")], 2),
    "three days in a row": ([(CALL, 0, "A"), (CALL, 1, "B"), (CALL, 2, "C")], 2),
    "nobody is known to have published it": ([(CALL, 0, None), (CALL, 1, None)], 1),
}


@pytest.mark.parametrize("case", TOLD_TOGETHER)
def test_which_accounts_are_one_event(case: str) -> None:
    told, events = TOLD_TOGETHER[case]
    chosen = together(account(kind, DAYS[day], publisher) for kind, day, publisher in told)
    assert len({head.told_as for head in chosen.values()}) == events


def test_an_event_is_what_the_more_specific_account_calls_it() -> None:
    heads = set(together([account(MEETING, DAYS[0], "A"), account(CALL, DAYS[0], "B")]).values())
    assert [(head.kind, head.day) for head in heads] == [(CALL, DAYS[0])]


ACCOUNTS = st.builds(
    account, st.sampled_from([CALL, MEETING, VISIT]), st.sampled_from(DAYS), st.sampled_from(["A", "B", None])
)


@given(st.lists(ACCOUNTS, max_size=8), st.randoms())
def test_the_order_of_accounts_does_not_show(accounts: list[Account], chance: random.Random) -> None:
    accounts = list({each.article: each for each in accounts}.values())
    shuffled = chance.sample(accounts, len(accounts))
    assert together(shuffled) == together(accounts)
    heads = together(accounts)
    for each in accounts:
        assert each.day - heads[each.told_as].day in {timedelta(), timedelta(days=1)}


def telling(key: str, kind: EventKind, day: date, publisher: str) -> Contribution:
    """Return an article that tells of the call in its own way, with one statement."""
    event = Event(
        id=event_id(kind, PARTIES, day, ""),
        name=f"{kind} as {key} has it",
        kind=kind,
        starts_on=day,
        parties=parties_key(kind, PARTIES, day),
    )
    claim = f"{key} is content with it"
    told = samples.article(key, f"Sergei Lavrov said that {claim}.", publisher=publisher, day=day)
    said = samples.statement(key, claim)
    return Contribution(
        article=told,
        statements=(said,),
        actors=(samples.WANG, samples.LAVROV),
        events=(event,),
        spoken_by=(SpokenBy(start=said.id, end=samples.LAVROV.id, as_written="Sergei Lavrov"),),
        reported_in=(placed(said.id, told.text, key, claim),),
        made_at=(MadeAt(start=said.id, end=event.id),),
        reports=(Reports(start=key, end=event.id),),
        took_part_in=tuple(TookPartIn(start=party, end=event.id) for party in PARTIES),
    )


def placed(statement: str, text: str, article: str, claim: str) -> ReportedIn:
    example = samples.russian_side().reported_in[0]
    start = text.index(claim)
    return example.model_copy(
        update={
            "start": statement,
            "end": article,
            "exact": claim,
            "starts": (start,),
            "ends": (start + len(claim),),
        }
    )


TELLINGS = [
    telling("washington", CALL, DAYS[0], "White House"),
    telling("moscow", MEETING, DAYS[0], "Kremlin"),
    telling("kyiv", CALL, DAYS[1], "President of Ukraine"),
    telling("a-second-call", CALL, DAYS[2], "White House"),
    telling("the-day-after", CALL, DAYS[3], "Kremlin"),
]


@pytest.mark.anyio
async def test_sides_meet_in_one_event(graph: BoltGraph) -> None:
    await write(graph, TELLINGS[:3])
    (event,) = (await find_events(graph)).data
    assert (event.kind, event.starts_on, event.name) == (CALL, DAYS[0], "call as washington has it")
    assert (event.articles, event.statements, len(event.participants)) == (3, 3, 2)


@pytest.mark.anyio
@pytest.mark.parametrize("seed", SEEDS)
async def test_neither_order_nor_what_was_taken_out_meanwhile_shows(graph: BoltGraph, seed: int) -> None:
    await write(graph, TELLINGS)
    expected = await export(graph)
    chance = random.Random(seed)
    await empty(graph)
    for each in chance.sample(TELLINGS, len(TELLINGS)):
        await write(graph, [each])
        if chance.random() < 0.5:
            gone = chance.choice(TELLINGS)
            before = await export(graph)
            if await remove(graph, [gone.article.id]):
                await write(graph, [gone])
                assert await export(graph) == before
    assert await export(graph) == expected
    for each in chance.sample(TELLINGS, len(TELLINGS)):
        await remove(graph, [each.article.id])
    assert await export(graph) == ""
