"""Events over HTTP: lists, one whole, and what each side's readout reports."""

import httpx
import pytest

from app.versions import aligned
from graph_schema.views import Appearance, ArticleRow, Speaker, StatementRow, TopicName
from graph_schema.vocabulary import Act, ActorType, AttributionKind, Kind

pytestmark = pytest.mark.anyio


async def call(client: httpx.AsyncClient) -> str:
    rows = (await client.get("/v1/events", params={"participant": "Wang Yi"})).json()["data"]
    assert [row["kind"] for row in rows] == ["call"]
    return str(rows[0]["id"])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"kind": "call"}, 1),
        ({"kind": ["call", "press_conference"]}, 1),
        ({"participant": ["Wang Yi", "Lavrov"]}, 1),
        ({"participant": ["Wang Yi", "China"]}, 0),
        ({"since": "2023-08-07", "until": "2023-08-07"}, 1),
        ({"since": "2023-08-08"}, 0),
    ],
    ids=str,
)
async def test_filters(client: httpx.AsyncClient, question: dict[str, str], expected: int) -> None:
    response = await client.get("/v1/events", params=question)
    assert len(response.json()["data"]) == expected, response.text


async def test_one_event_with_its_articles(client: httpx.AsyncClient) -> None:
    event = (await client.get(f"/v1/events/{await call(client)}")).json()
    assert [each["name"] for each in event["participants"]] == ["Sergei Lavrov", "Wang Yi"]
    assert [each["id"] for each in event["reported_by"]] == ["moscow", "beijing"]
    assert (event["statements"], event["articles"]) == (8, 2)


async def test_what_each_side_reports(client: httpx.AsyncClient) -> None:
    versions = (await client.get(f"/v1/events/{await call(client)}/versions")).json()
    only = [claim["reported_by"] for claim in versions["claims"]]
    assert sum(each == ["beijing"] for each in only) == 6
    assert sum(each == ["moscow"] for each in only) == 2


@pytest.mark.parametrize("path", ["/v1/events/nothing", "/v1/events/nothing/versions"])
async def test_no_such_event(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_a_cursor_made_elsewhere(client: httpx.AsyncClient) -> None:
    for cursor in ("x", "~", "WzEsIm9sZGVzdCIsIngiXQ"):
        assert (await client.get("/v1/events", params={"cursor": cursor})).status_code == 422


def row(key: str, claim: str, *articles: str, topic: str = "trade") -> StatementRow:
    return StatementRow(
        id=key,
        claim=claim,
        cue="said",
        kind=Kind.INDIRECT,
        act=Act.COMMENT,
        stance=0,
        negated=False,
        said_on=None,
        said_on_precision=None,
        attribution=AttributionKind.EXPLICIT,
        joint=False,
        confidence=1,
        speakers=(Speaker(id="p", name="P", type=ActorType.PERSON, country=None, position=None),),
        voice=(),
        addressees=(),
        on_behalf_of=(),
        topics=(TopicName(id=topic, label=topic),),
        event=None,
        appearances=tuple(place(article) for article in articles),
        article_count=len(articles),
    )


def place(article: str) -> Appearance:
    return Appearance(
        article=article,
        headline="",
        publisher=None,
        published_at=None,
        url=None,
        in_headline=False,
        spans=((0, 1),),
        exact="x",
        prefix="",
        suffix="",
        via=None,
    )


def article(key: str) -> ArticleRow:
    return ArticleRow(
        id=key,
        headline="",
        publisher=None,
        published_at=None,
        published_precision=None,
        url=None,
        language="en",
        statements=1,
    )


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            [
                row("1", "readiness to expand trade", "a"),
                row("2", "the readiness to expand their trade", "b"),
            ],
            [("a", "b")],
        ),
        (
            [row("1", "readiness to expand trade", "a"), row("2", "the weather", "b", topic="climate")],
            [("a",), ("b",)],
        ),
        # what one article says twice stays two claims
        ([row("1", "trade must grow", "a"), row("2", "trade must grow", "a")], [("a",), ("a",)]),
        # a wire copy carries the same statement
        ([row("1", "trade must grow", "a", "b")], [("a", "b")]),
        # the most similar pair wins
        (
            [
                row("1", "tariffs on steel must go", "a"),
                row("2", "tariffs on steel must go now", "b"),
                row("3", "tariffs on steel must go", "b"),
            ],
            [("a", "b"), ("b",)],
        ),
        ([], []),
    ],
)
def test_claims_are_paired(statements: list[StatementRow], expected: list[tuple[str, ...]]) -> None:
    claims = aligned([article("a"), article("b")], statements)
    assert [claim.reported_by for claim in claims] == expected
    assert all(claim.in_all == (claim.reported_by == ("a", "b")) for claim in claims)
