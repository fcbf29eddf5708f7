"""Terms from Wikidata's query service: asked patiently, compared with ours, laid over them."""

from __future__ import annotations

import socket

import httpx
import pytest

from graph_schema.errors import SourceUnavailable
from ingest.gazetteer import wikidata_terms
from ingest.gazetteer.tables import TABLES, Row, Rows
from ingest.gazetteer.wikidata import ATTEMPTS, LONGEST_WAIT, QueryService
from ingest.gazetteer.wikidata_changes import Kind, changes
from ingest.gazetteer.wikidata_terms import Held, held_posts
from tests.ingest.gazetteer import query_service as stand_in
from tests.ingest.gazetteer.query_service import UNKNOWN_DAY, Mood, Statements, query_service


@pytest.fixture
def statements() -> Statements:
    """Two posts: one with two holders, one with one."""
    found = Statements()
    found.held("Q901", "Wang Yi", "Q11", "2013-03-16", "2022-12-30")
    found.held("Q901", "Wang Yi", "Q11", "2023-07-25")
    found.held("Q902", "Qin Gang", "Q11", "2022-12-30", "2023-07")
    found.held("Q903", "Jane Doe", "Q12", "2021", gender="Q6581072", language="mul")
    found.held("Q904", "Long Ago", "Q12", "2001-05-01", "2009-06-01")
    found.held("Q905", "Never Was", "Q12", "2022-01-01", rank="DeprecatedRank")
    found.held("Q906", "Somebody Else", "Q99", "2022-01-01")
    return found


def asked(address: str, pauses: list[float] | None = None, timeout: float = 30.0) -> QueryService:
    return QueryService(httpx.Client(timeout=timeout), address, (pauses if pauses is not None else []).append)


def test_statements_come_with_days_as_exact_as_they_are_known(statements: Statements) -> None:
    statements.held("Q907", "Ended Somehow", "Q12", "2019-01-02", UNKNOWN_DAY)
    with query_service(statements) as service:
        found = held_posts(asked(service.address), ["Q11", "Q12"])
    assert sorted(found, key=lambda held: (held.person, held.since)) == [
        Held("Q11", "Q901", "Wang Yi", "m", "2013-03-16", "2022-12-30", over=True),
        Held("Q11", "Q901", "Wang Yi", "m", "2023-07-25", "", over=False),
        Held("Q11", "Q902", "Qin Gang", "m", "2022-12-30", "2023-07", over=True),
        Held("Q12", "Q903", "Jane Doe", "f", "2021", "", over=False),
        Held("Q12", "Q907", "Ended Somehow", "m", "2019-01-02", "", over=True),
    ]
    assert len(service.queries) == 1
    [agent] = service.agents
    assert agent.startswith("communique/")


def test_long_answers_come_page_by_page(statements: Statements, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikidata_terms, "PAGE", 2)
    monkeypatch.setattr(wikidata_terms, "POSTS_A_QUERY", 1)
    with query_service(statements) as service:
        found = held_posts(asked(service.address), ["Q11", "Q12"])
    assert len(found) == 4
    assert ["OFFSET 0" in query for query in service.queries] == [True, False, True]


@pytest.mark.parametrize(
    ("moods", "pauses"),
    [
        ([stand_in.BUSY], [3.0]),
        ([Mood(429, b"", {"Retry-After": "Tue, 24 Nov 2020 12:00:00 GMT"})], [0.0]),
        ([Mood(503, b"", {"Retry-After": "86400"})], [LONGEST_WAIT]),
        ([Mood(429, b"", {"Retry-After": "soon"})], [1.0]),
        ([stand_in.BROKEN, stand_in.BROKEN, stand_in.BROKEN], [1.0, 2.0, 4.0]),
        (
            [stand_in.STACK_TRACE, stand_in.CUT_OFF, stand_in.PAGE_OF_HTML, stand_in.NO_RESULTS],
            [1.0, 2.0, 4.0, 8.0],
        ),
        ([stand_in.SLOW], [1.0]),
    ],
)
def test_what_passes_is_waited_for(statements: Statements, moods: list[Mood], pauses: list[float]) -> None:
    waited: list[float] = []
    with query_service(statements, *moods) as service:
        assert len(held_posts(asked(service.address, waited, timeout=1.0), ["Q11", "Q12"])) == 4
    assert waited == pauses


@pytest.mark.parametrize(
    ("mood", "says", "tries"),
    [
        (stand_in.BUSY, "answered 429", ATTEMPTS),
        (stand_in.STACK_TRACE, "did not answer with whole SPARQL results", ATTEMPTS),
        (stand_in.FORBIDDEN, "answered 403", 1),
        (Mood(302, b"", {"Location": "http://127.0.0.1:9/"}), "answered 302", 1),
        (Mood(400, b"malformed query"), "answered 400", 1),
    ],
)
def test_what_stays_broken_is_said(statements: Statements, mood: Mood, says: str, tries: int) -> None:
    with (
        query_service(statements, *[mood] * ATTEMPTS) as service,
        pytest.raises(SourceUnavailable, match=f"{says}.*nothing was changed"),
    ):
        held_posts(asked(service.address), ["Q11", "Q12"])
    assert len(service.queries) == tries


def test_nobody_there() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/sparql"
        with pytest.raises(SourceUnavailable, match="cannot be reached"):
            held_posts(asked(address), ["Q11"])


def test_half_an_answer_is_none(statements: Statements) -> None:
    with query_service(statements) as service, pytest.raises(SourceUnavailable, match="2 of 5 posts"):
        held_posts(asked(service.address), ["Q11", "Q12", "Q13", "Q14", "Q15"])


POSTS: Rows = {
    key: {"id": key, "name": f"Post {key}", "kind": "foreign_minister", "of": "AA", "single": single}
    for key, single in (("Q11", "1"), ("Q12", "0"))
}
PEOPLE: Rows = {
    "Q1": {"id": "Q1", "name": "Ana Ruiz", "country": "AA"},
    "Q2": {"id": "Q2", "name": "Bo Holm", "country": "AA"},
    "person:cai-wen-aa": {"id": "person:cai-wen-aa", "name": "Cai Wen", "country": "AA"},
    "person:cai-wen-bb": {"id": "person:cai-wen-bb", "name": "Cai Wen", "country": "BB"},
}
COUNTRIES: Rows = {"Q9": {"id": "Q9", "iso": "AA", "name": "Aland"}}


def ours(*terms: tuple[str, str, str, str]) -> dict[str, Rows]:
    rows = [dict(zip(("person", "position", "since", "until"), term, strict=True)) for term in terms]
    filled: list[Row] = [{name: value for name, value in row.items() if value} for row in rows]
    named = {f"{row['person']} {row['position']} {row.get('since', '')}": row for row in filled}
    given = {"countries": COUNTRIES, "positions": POSTS, "people": PEOPLE, "terms": named}
    return {table: given.get(table, {}) for table in TABLES}


def held(position: str, person: str, name: str, since: str, until: str = "", over: bool = False) -> Held:
    return Held(position, person, name, "", since, until, over or bool(until))


A, B = ("Q11", "Q1", "Ana Ruiz"), ("Q11", "Q2", "Bo Holm")
SINCE, END, NEXT = "2022-03-01", "2026-09-30", "2026-10-01"
ANA, CAI = ("Q1", "Q11", SINCE, ""), ("person:cai-wen-aa", "Q11", SINCE, "")
ENDED = [("ended", "Q1", SINCE, END)]
CAI_ENDED = [("ended", "person:cai-wen-aa", SINCE, "2026-10")]
FOLLOWED = ("added", "Q2", NEXT, "")
CABINETS = [held(*A, SINCE, "2024-05-14"), held(*A, "2024-05-20", END), held(*A, "2026-10-05")]
Term = tuple[str, str, str, str]
CASES: dict[str, tuple[list[Term], list[Held], list[Term]]] = {
    "the same, more exactly begun": ([("Q1", "Q11", "2022", "")], [held(*A, SINCE)], []),
    "less exactly ended": ([("Q1", "Q11", "2022", "2024-05-01")], [held(*A, "2022", "2024")], []),
    "more exactly ended": (
        [("Q1", "Q11", "2022", "2024")],
        [held(*A, SINCE, "2024-05-01")],
        [("changed", "Q1", "2022", "2024-05-01")],
    ),
    "ended": ([ANA], [held(*A, SINCE, END)], ENDED),
    "never ended": ([("Q1", "Q11", SINCE, "2024-01-01")], [held(*A, SINCE)], []),
    "ended otherwise": (
        [("Q1", "Q11", SINCE, "2024-01-01")],
        [held(*A, SINCE, "2024-02-01")],
        [("differs", "Q1", SINCE, "2024-02-01")],
    ),
    "one cabinet after the other": ([ANA], CABINETS, []),
    "two terms of ours": (
        [("Q1", "Q11", SINCE, "2024-05-14"), ("Q1", "Q11", "2024-05-20", "")],
        CABINETS,
        [],
    ),
    "a successor": ([ANA], [held(*B, NEXT)], [("ended", "Q1", SINCE, NEXT), FOLLOWED]),
    "a handover": ([ANA], [held(*A, SINCE, END), held(*B, NEXT)], [*ENDED, FOLLOWED]),
    "one more of several holders": ([("Q1", "Q12", SINCE, "")], [held("Q12", *B[1:], NEXT)], [FOLLOWED]),
    "two at a time": (
        [("Q1", "Q11", SINCE, "2026-01-01")],
        [held(*B, "2023-10-01", "2024-10-01")],
        [("differs", "Q2", "2023-10-01", "2024-10-01")],
    ),
    "one that nobody has ended": ([], [held(*A, "1999"), held(*B, NEXT)], [FOLLOWED]),
    "days that nobody knows": ([], [held(*A, ""), held(*B, "2021", over=True)], []),
    "ours by name": ([CAI], [held("Q11", "Q77", "Cai Wen", SINCE, "2026-10")], CAI_ENDED),
    "ours by the day": ([CAI], [held("Q11", "Q77", "Tsai Wenn", SINCE, "2026-10")], CAI_ENDED),
    "ours by name and state": (
        [],
        [held("Q11", "Q77", "Cai Wen", SINCE, "2026-10")],
        [("added", "person:cai-wen-aa", SINCE, "2026-10")],
    ),
}


@pytest.mark.parametrize(("terms", "told", "expected"), CASES.values(), ids=CASES.keys())
def test_what_changes(terms: list[Term], told: list[Held], expected: list[Term]) -> None:
    found = changes(ours(*terms), told)
    rows = [(c.kind.value, c.term["person"], c.term["since"], c.term.get("until", "")) for c in found]
    assert sorted(rows) == sorted(expected)


def test_a_person_we_lack_comes_along() -> None:
    [change] = changes(ours(), [Held("Q11", "Q77", "Dora Kovac", "f", "2026-10-01", "", over=False)])
    assert change.person == {
        "id": "Q77", "name": "Dora Kovac", "gender": "f", "country": "AA",
        "description": "Post Q11", "source": "wikidata Q77",
    }  # fmt: skip
    [namesake] = changes(ours(), [held("Q11", "Q77", "Bo Holm", "2026-10-01")])
    assert namesake.person is not None
    assert namesake.person["weak_aliases"] == ["Bo Holm"]
    assert namesake.kind is Kind.ADDED
    assert namesake.says == "Post Q11: Bo Holm since 2026-10-01"
