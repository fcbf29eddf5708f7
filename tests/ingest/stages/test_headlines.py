"""Headlines that attribute by a colon or dash."""

import pytest

from ingest.stages.headlines import read_headline
from tests.ingest.stages.marked import reading

BODY = "<Wang Yi> [said] {all is well}."


@pytest.mark.parametrize(
    ("headline", "source", "claim"),
    [
        ("Wang Yi: China, Russia are friends", "Wang Yi", "China, Russia are friends"),
        ("Wang to E3: No ground for sanctions", "Wang", "No ground for sanctions"),
        ("China, Russia are friends: Wang", "Wang", "China, Russia are friends"),
        ("Wang Yi at the summit in Rome: The world must act", "Wang Yi", "The world must act"),
        ("The world must act - President", "President", "The world must act"),
        ("The world must act – Wang Yi at the summit in Rome", "Wang Yi", "The world must act"),
        (
            "Solutions found to border issues: spokesperson",
            "spokesperson",
            "Solutions found to border issues",
        ),
    ],
)
def test_headlines(headline: str, source: str, claim: str) -> None:
    read = reading(BODY, headline)
    read_headline(read)
    first = read.attributions[0]
    assert first.in_headline
    assert (read.words(first, first.source), read.claim(first)) == (source, claim)


@pytest.mark.parametrize(
    "headline",
    [
        "Niger: statement on the latest developments",
        "Wang Yi meets Lavrov",
        "Note to the press - elections in Venezuela",
        "Wang: well said",
        "Hospitals are full again - meeting chaired by the President",
        "Readout: President Vance meets Wang Yi in Rome",
        "",
    ],
)
def test_headlines_that_attribute_nothing(headline: str) -> None:
    read = reading(BODY, headline)
    read_headline(read)
    assert not read.attributions[0].in_headline


def test_what_the_tagger_found_is_kept() -> None:
    read = reading(BODY, "<Wang Yi>: {China, Russia are friends}")
    read_headline(read)
    assert len(read.attributions) == 2
