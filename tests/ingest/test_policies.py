"""What publishers allow is kept to: nothing is asked for, nothing stored, that they do not allow."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.contribution import Contribution
from graph_schema.errors import SettingsError, SpanMismatch, Unfetched
from graph_schema.identity import text_hash
from graph_schema.writes import check_spans, write
from ingest.policies import OPEN, Policies, Policy, read_policies
from ingest.web.fetching import Fetcher
from ingest.work.extraction import Job
from ingest.work.withholding import withheld
from tests.conftest import cypher
from tests.ingest.made import Reads, article
from tests.ingest.site import page, site
from tests.ingest.test_fetching import MANNERS

FILE = """
[publishers."example.org"]
may_fetch = false
[publishers."The Harbour Post"]
may_store_text = false
quotation_length = 40
"""
CLOSED = Policy(may_store_text=False)


@pytest.fixture(scope="module")
def whole() -> Contribution:
    given = replace(article(random.Random(4), "one"), headline="")
    found = Reads().contribution(Job(given, "one"))
    assert len(found.statements) > 2
    return found


@pytest.mark.parametrize(
    ("url", "publisher", "expected"),
    [
        ("https://example.org/a", None, Policy(may_fetch=False)),
        ("https://news.Example.org:8443/a", "The Harbour Post", Policy(may_fetch=False)),
        ("https://anexample.org/a", None, Policy()),
        (None, "the harbour post", Policy(may_store_text=False, quotation_length=40)),
        (None, None, Policy()),
        ("https://harbour.example/a", "The Harbour Post", Policy(may_store_text=False, quotation_length=40)),
    ],
)
def test_who_is_meant(tmp_path: Path, url: str | None, publisher: str | None, expected: Policy) -> None:
    (tmp_path / "policy.toml").write_text(FILE, "utf-8")
    assert read_policies(tmp_path).of(url, publisher) == expected


def test_without_a_file_all_is_allowed(tmp_path: Path) -> None:
    assert read_policies(tmp_path) == OPEN


@pytest.mark.parametrize(
    "content",
    [
        "no toml",
        "[publisher.x]",
        "[publishers.x]\nmay_read = true",
        "[publishers.x]\nmay_fetch = 1",
        "[publishers.x]\nquotation_length = 0",
        "[publishers.x]\nquotation_length = true",
        "publishers = 3",
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, content: str) -> None:
    (tmp_path / "policy.toml").write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"policy\.toml"):
        read_policies(tmp_path)


def test_what_may_not_be_fetched_is_never_asked_for() -> None:
    """Not even its robots.txt, and not by a redirect from elsewhere."""
    with site() as ours:
        ours.answers.update(
            {"/a": page(1), "/moved": (302, {"Location": f"http://127.0.0.1:{ours.port}/a"}, b"")}
        )
        closed = Policies({"127.0.0.1": Policy(may_fetch=False)})
        with Fetcher.open(MANNERS, ours.time, ours.time.sleep, policies=closed) as fetcher:
            with pytest.raises(Unfetched, match="policy"):
                fetcher.get(f"{ours.address}/a")
            assert ours.log == []
            with pytest.raises(Unfetched, match="policy"):
                fetcher.get(f"http://localhost:{ours.port}/moved")
        assert ours.asked("/moved") == [302]
        assert ours.asked("/a") == []


def test_of_a_text_that_may_not_be_stored_only_quotations_are_left(whole: Contribution) -> None:
    kept = withheld(whole, CLOSED)
    check_spans(kept)
    assert [(e.starts, e.ends, e.exact) for e in kept.reported_in] == [
        (e.starts, e.ends, e.exact) for e in whole.reported_in
    ]
    assert kept.statements == whole.statements
    assert len(kept.article.text) == len(whole.article.text)
    said = {word for edge in kept.reported_in for word in edge.exact.split()}
    assert set(kept.article.text.split()) == said
    assert whole.article.text.split()[0] not in kept.article.name
    assert kept.article.text_hash == text_hash(whole.article.text)
    assert all(edge.prefix == edge.suffix == "" for edge in kept.reported_in)


@pytest.mark.parametrize("length", [1, 12, 40, 10_000])
def test_quotations_end_where_they_have_to(whole: Contribution, length: int) -> None:
    kept = withheld(whole, replace(CLOSED, quotation_length=length))
    check_spans(kept)
    claims = {said.id: said.claim for said in whole.statements}
    for said in kept.statements:
        assert 0 < len(said.claim) <= length
        assert claims[said.id].startswith(said.claim)
        rest = claims[said.id][len(said.claim) :]
        assert length < 12 or not rest or rest.startswith(" ")
        assert length > 100 or claims[said.id] not in said.name


def test_a_short_quotation_may_be_all_that_is_asked(whole: Contribution) -> None:
    kept = withheld(whole, Policy(quotation_length=30))
    check_spans(kept)
    assert kept.article.text == whole.article.text
    assert all(len(said.claim) <= 30 for said in kept.statements)
    assert withheld(whole, Policy()) is whole


def test_words_are_checked_before_the_text_goes(whole: Contribution) -> None:
    wrong = whole.reported_in[0].model_copy(update={"exact": "invented"})
    with pytest.raises(SpanMismatch):
        withheld(whole.model_copy(update={"reported_in": (wrong, *whole.reported_in[1:])}), CLOSED)


@pytest.mark.anyio
async def test_the_graph_never_sees_the_text(graph: BoltGraph, whole: Contribution) -> None:
    await write(graph, [withheld(whole, CLOSED)])
    rows = await graph.read(cypher("MATCH (a:Article) RETURN a.text AS text, a.text_hash AS hash"))
    assert rows[0]["hash"] == text_hash(whole.article.text)
    assert "delegations" not in rows[0]["text"]
    assert "Ministers" not in rows[0]["text"]
    assert whole.reported_in[0].exact in rows[0]["text"]
