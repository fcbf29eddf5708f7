"""Topics: phrases and the tagger weighed together."""

import pytest

from ingest.annotations import Scores
from ingest.stages.topics import Evidence, find_topics, ranked
from tests.ingest.stages.marked import reading


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("<Wang> [said] {the tariffs harm trade between the two countries}.", "trade"),
        ("<Wang> [called for] {an immediate ceasefire and peace talks}.", "peace-negotiations"),
        ("<Wang> [extended condolences on] {the crash}.", "condolence-congratulation"),
        ("<They> [discussed] {climate change and emissions}.", "climate"),
    ],
)
def test_phrases_alone(text: str, topic: str) -> None:
    read = reading(text)
    find_topics(read)
    assert read.attributions[0].topics[:1] == [topic]


def test_the_tagger_and_the_words_are_weighed() -> None:
    read = reading("<Wang> [spoke of] {the conflict}. <He> [called for] {a ceasefire in Gaza}.")
    conflict, ceasefire = read.attributions
    conflict.scores = Scores(topics={"israel-palestine": 0.5})
    ceasefire.scores = Scores(topics={"peace-negotiations": 0.7, "israel-palestine": 0.6})
    find_topics(read)
    assert conflict.topics == ["israel-palestine"]
    assert set(ceasefire.topics) == {"israel-palestine", "peace-negotiations"}
    assert ceasefire.topic_reasons == {"peace-negotiations": ("ceasefire",), "israel-palestine": ("Gaza",)}


def test_nothing_is_about_nothing() -> None:
    read = reading("<He> [said] {it was late}.")
    find_topics(read)
    assert (read.attributions[0].topics, read.attributions[0].topic_reasons) == ([], {})


def test_at_most_four_and_the_likeliest_first() -> None:
    strong = Evidence(0.9, 0.9, 0, 0, 1, 0, 0)
    seen = {name: strong._replace(tagger=0.9 - rank / 20) for rank, name in enumerate("abcdef")}
    assert ranked(seen) == list("abcd")
