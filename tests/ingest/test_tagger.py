"""The shipped tagger on small articles: what it finds, and that nothing breaks it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_schema.vocabulary import AttributionKind
from ingest.annotations import Attribution
from ingest.tagging.tagger import Tagger

TAGGER = Tagger.load()


def words(text: str, found: Attribution) -> tuple[str, str | None, str | None]:
    claim = " ... ".join(text[a:b] for a, b in found.contents)
    return (
        claim,
        text[slice(*found.cue)] if found.cue else None,
        text[slice(*found.source)] if found.source else None,
    )


@pytest.mark.parametrize(
    ("text", "claim", "cue", "source"),
    [
        (
            "Wang said that China is ready to work with Russia.",
            "China is ready to work with Russia",
            "said",
            "Wang",
        ),
        (
            "“The talks were useful,” Lavrov told reporters in Moscow.",
            "The talks were useful",
            "told",
            "Lavrov",
        ),
        (
            "The Secretary reaffirmed the U.S. commitment to the security of Israel.",
            "the U.S. commitment to the security of Israel",
            "reaffirmed",
            "The Secretary",
        ),
        (
            "The strike killed five people, according to the ministry.",
            "The strike killed five people",
            "according to",
            "the ministry",
        ),
    ],
)
def test_a_sentence(text: str, claim: str, cue: str, source: str) -> None:
    assert (claim, cue, source) in [words(text, found) for found in TAGGER.read(text)]


def test_a_headline_with_a_colon() -> None:
    headline = "Wang Yi: China, Russia are reliable friends"
    found = [a for a in TAGGER.read("", headline) if a.in_headline]
    assert [words(headline, a) for a in found] == [("China, Russia are reliable friends", None, "Wang Yi")]


def test_scores_are_probabilities() -> None:
    (found,) = TAGGER.read("The president condemned the missile strike on Kyiv.")
    assert sum(found.scores.act.values()) == pytest.approx(1, abs=1e-3)
    assert sum(found.scores.stance.values()) == pytest.approx(1, abs=1e-3)
    assert max(found.scores.act, key=found.scores.act.__getitem__) == "ACCUSE"
    assert 0 < found.confidence <= 1
    assert found.attribution is AttributionKind.EXPLICIT


def test_background_is_no_statement() -> None:
    assert (
        TAGGER.read("The ministers met in Geneva on Monday. They signed three agreements and had lunch.")
        == []
    )


def test_order_of_the_text() -> None:
    text = "\n\n".join(f"Minister number {n} said that the plan was good." for n in range(60))
    starts = [found.contents[0].start for found in TAGGER.read(text)]
    assert starts == sorted(starts)
    assert len(starts) > 50


@pytest.mark.parametrize(
    "text", ["", "\n", "\0\0", "\ud83d", "a" * 100_000, "said " * 3000, "“" * 2000, "\u202e said"]
)
def test_hostile_text(text: str) -> None:
    for found in TAGGER.read(text, text[:200]):
        assert all(0 <= a < b <= len(text) for a, b in found.contents)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    for found in TAGGER.read(text):
        assert all(0 <= a < b <= len(text) for a, b in found.contents)
