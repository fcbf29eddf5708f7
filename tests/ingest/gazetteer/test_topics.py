import pytest

from ingest.gazetteer.entries import Topic
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.topics import Topics
from tests.shared import shared


@pytest.fixture(scope="module")
def topics() -> Topics:
    return Gazetteer.load().topics


@pytest.mark.parametrize(
    ("claim", "main"),
    [
        ("China firmly opposes any form of Taiwan independence", "taiwan"),
        ("the Black Sea grain deal must be resumed", "agriculture-food"),
        ("to release all the hostages at once", "prisoners-hostages"),
        ("tariffs on steel would be raised", "trade"),
        ("shelling near the Zaporizhzhia nuclear power plant must stop", "nuclear-safety"),
        ("condolences on the loss of life", "condolence-congratulation"),
        ("open lines of communication", "high-level-exchange"),
        ("an immediate ceasefire", "peace-negotiations"),
        ("the DPRK's missile launches", "korean-peninsula"),
        ("regional and international issues of common concern", "regional-affairs"),
        ("a multipolar world", "world-order"),
    ],
)
def test_a_claim_speaks_of_its_topic(topics: Topics, claim: str, main: str) -> None:
    assert topics.match(claim)[0].topic == main


def test_a_match_keeps_the_words_that_made_it(topics: Topics) -> None:
    [match] = [m for m in topics.match("sanctions, unilateral sanctions and more") if m.topic == "sanctions"]
    assert match.words == ("sanctions", "unilateral sanctions")
    assert 0 < match.weight <= 1


def test_capitals_in_a_phrase_are_asked_for(topics: Topics) -> None:
    assert [m.topic for m in topics.match("WHO knows")] == ["health"]
    assert topics.match("who knows") == []


def test_independent_signs_add_up_and_the_longest_phrase_counts() -> None:
    known = Topics(
        [
            Topic("a", "A", patterns=("one", "two", "one three^0.9")),
            Topic("b", "B", broader="a", patterns=("four*",), assign=False),
        ]
    )
    assert known.match("one and two")[0].weight == 0.75
    assert known.match("one-three")[0] == ("a", ("one-three",), 0.9)
    assert known.match("fourfold")[0].topic == "a"
    assert known.match("nothing") == []


def test_the_tree_has_all_topics_and_no_circles(topics: Topics) -> None:
    listed = [line.split("\t") for line in shared("gold", "topics.tsv").read_text("utf-8").splitlines()[1:]]
    for key, _, area, *_ in listed:
        assert topics.broader(key) == (area,)
        assert topics.by_id[key].assign
    assert {"relations", "peace"} <= set(topics.narrower(""))
    for topic in topics.by_id.values():
        assert topic.assign or not topic.broader or topics.by_id[topic.broader].assign
        assert topic.id not in topics.broader(topic.id)
