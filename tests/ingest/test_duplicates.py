"""Wire copies are found; the same event in other words is none."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.articles import GivenArticle
from ingest.given.files import articles_in
from ingest.work.duplicates import fingerprint, is_copy, shingles, story_of
from ingest.work.ledger import Ledger
from tests.shared import shared

SENTENCES = [
    f"Minister {n} told reporters there that talks on subject {n * 7} would go on for {n + 3} more weeks."
    for n in range(12)
]
BODY = "\n\n".join(SENTENCES)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


def article(key: str, text: str, **more: object) -> GivenArticle:
    return GivenArticle(text=text, id=key, **more)  # type: ignore[arg-type]


def story(given: GivenArticle, ledger: Ledger) -> str:
    """Take an article in; return whose story it is."""
    found, parts = story_of(given, ledger)
    ledger.take_in(given, found)
    ledger.keep_fingerprint(given.id, parts)
    return found


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "CAIRO, Aug. 8 (Example) -- " + BODY,
        "Updated 23:04, 07-Aug-2023\n\n" + BODY + "\n\nSearch Trends\n\nTalks",
        "\n\n".join(SENTENCES[:4] + SENTENCES[5:]),
        "\n\n".join(
            [
                *SENTENCES[:3],
                "A sentence of the paper's own that nobody else has printed anywhere.",
                *SENTENCES[3:],
            ]
        ),
        BODY.upper(),
    ],
)
def test_copies(ledger: Ledger, text: str) -> None:
    assert story(article("one", BODY), ledger) == "one"
    assert story(article("two", text, headline="Another headline"), ledger) == "one"


@pytest.mark.parametrize(
    "text", ["\n\n".join(SENTENCES[:3]) + "\n\n" + "\n\n".join(s[::-1] for s in SENTENCES), "Short."]
)
def test_no_copies(ledger: Ledger, text: str) -> None:
    story(article("one", BODY), ledger)
    story(article("short", "Short."), ledger)
    assert story(article("two", text), ledger) == "two"


def test_a_copy_of_a_copy_belongs_to_the_first(ledger: Ledger) -> None:
    story(article("one", BODY), ledger)
    story(article("two", "\n\n".join(SENTENCES[1:])), ledger)
    assert story(article("three", "\n\n".join(SENTENCES[2:])), ledger) == "one"


def test_an_original_put_back_is_its_own_story(ledger: Ledger) -> None:
    story(article("one", BODY), ledger)
    story(article("two", BODY), ledger)
    ledger.forget(["one"])
    assert story(article("one", BODY), ledger) == "one"


def test_the_same_text_years_later_is_new(ledger: Ledger) -> None:
    day = datetime(2023, 8, 7, tzinfo=UTC)
    story(article("one", BODY, published_at=day), ledger)
    assert story(article("two", BODY, published_at=day + timedelta(days=1)), ledger) == "one"
    assert story(article("three", BODY, published_at=day + timedelta(days=365)), ledger) == "three"


def test_short_texts_have_no_fingerprint() -> None:
    assert fingerprint(shingles(article("a", "Wang Yi said that China is ready."))) == ()


def test_the_sample_copies_and_nothing_else(ledger: Ledger) -> None:
    """Two copies among our own articles; the near misses (one event, two sides) are none."""
    given = [
        a for a in articles_in([str(shared("gold", "own", "articles.jsonl"))]) if isinstance(a, GivenArticle)
    ]
    found = {a.id: s for a in given if (s := story(a, ledger)) != a.id}
    assert found == {"own03": "own01", "own07": "own04"}  # each of the one that comes first


@pytest.mark.gold
def test_both_sides_of_a_call_are_no_copies(ledger: Ledger) -> None:
    rows = [
        json.loads(line) for line in shared("gold", "pairs", "pairs.jsonl").read_text("utf-8").splitlines()
    ]
    texts = [shingles(article(str(n), row["text"])) for n, row in enumerate(rows)]
    assert not any(is_copy(one, other) for n, one in enumerate(texts) for other in texts[:n])
