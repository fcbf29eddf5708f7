"""What the ledger keeps, and what stays true when a run is killed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_schema.errors import LedgerBusy, NotFound
from graph_schema.vocabulary import Precision
from ingest.articles import GivenArticle
from ingest.work.dead_letters import dead_letters, drop, retry
from ingest.work.ledger import Ledger, State
from ingest.work.packing import content_hash, packed, unpacked

ARTICLE = GivenArticle(
    text="Wang Yi said “yes”.",
    headline="H",
    id="a",
    publisher="P",
    published_at=datetime(2023, 8, 7, tzinfo=UTC),
    published_precision=Precision.DAY,
    given_in="a.txt",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite", lambda: datetime(2023, 8, 8, tzinfo=UTC)) as opened:
        yield opened


def contents(ledger: Ledger) -> int:
    return int(ledger.connection.execute("SELECT count(*) FROM contents").fetchone()[0])


def test_articles_are_packed_and_unpacked() -> None:
    assert unpacked(packed(ARTICLE)) == ARTICLE
    assert unpacked(packed(GivenArticle(text="x"))) == GivenArticle(text="x")


def test_the_hash_is_of_what_was_given_not_of_how() -> None:
    again = replace(ARTICLE, given_in="b.txt", retrieved_at=datetime(2024, 1, 1, tzinfo=UTC))
    assert content_hash(again) == content_hash(ARTICLE)
    assert content_hash(replace(ARTICLE, headline="Other")) != content_hash(ARTICLE)


def test_an_article_comes_to_its_end(ledger: Ledger) -> None:
    ledger.take_in(ARTICLE, "a")
    assert ledger.unfinished() == ["a"]
    assert ledger.article("a") == ARTICLE
    ledger.finish("a", State.WRITTEN, "v1")
    entry = ledger.entry("a")
    assert entry is not None
    assert (entry.state, entry.extractor, entry.attempts, entry.story) == (State.WRITTEN, "v1", 1, "a")
    assert entry.changed_at == datetime(2023, 8, 8, tzinfo=UTC)
    assert ledger.unfinished() == []


def test_what_is_replaced_or_forgotten_is_not_kept(ledger: Ledger) -> None:
    ledger.take_in(ARTICLE, "a")
    ledger.take_in(replace(ARTICLE, id="b"), "a")
    ledger.take_in(replace(ARTICLE, text="other"), "a")
    assert contents(ledger) == 2
    ledger.keep_fingerprint("a", [b"1", b"2"])
    ledger.forget(["a", "b", "unknown"])
    assert contents(ledger) == 0
    assert ledger.sharing([b"1", b"2"], but="") == []


def test_fingerprints_are_found_part_by_part(ledger: Ledger) -> None:
    for key, parts in (("b", [b"1", b"2"]), ("a", [b"3", b"2"]), ("c", [b"2", b"1"])):
        ledger.take_in(replace(ARTICLE, id=key), key)
        ledger.keep_fingerprint(key, parts)
    assert [entry.id for entry in ledger.sharing([b"9", b"2"], but="")] == ["b", "a"]
    assert [entry.id for entry in ledger.sharing([b"9", b"2"], but="b")] == ["a"]


def test_a_transaction_happens_or_not(ledger: Ledger) -> None:
    def fail_halfway() -> None:
        with ledger.transaction():
            ledger.take_in(ARTICLE, "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert ledger.entry("a") is None


def test_one_writer_at_a_time(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerBusy, match="another process is taking articles in"):
        Ledger.open(tmp_path / "ledger.sqlite").__enter__()


def test_dead_letters(ledger: Ledger) -> None:
    ledger.take_in(ARTICLE, "a")
    ledger.bury("a", "a.txt", "ValueError: no", "v1")
    ledger.bury("input:1", "b.txt, line 3", "not whole JSON", "v1")
    assert [(letter.id, letter.given_in, letter.last_error) for letter in dead_letters(ledger)] == [
        ("a", "a.txt", "ValueError: no"),
        ("input:1", "b.txt, line 3", "not whole JSON"),
    ]
    assert ledger.article("a") == ARTICLE
    assert retry(ledger, ["a", "input:1"]) == ["a"]
    assert ledger.unfinished() == ["a"]
    drop(ledger, ["input:1"])
    assert dead_letters(ledger) == []
    with pytest.raises(NotFound, match="no dead letter has the id a"):
        drop(ledger, ["a"])
