"""Every query file says what it answers and what it takes; parameters are checked before they are sent."""

import re
from datetime import date

import pytest

from graph_schema.cypher import load, names
from graph_schema.selection import CONDITIONS, PATTERNS, select

_USED = re.compile(r"\$(\w+)")


@pytest.mark.parametrize("name", names())
def test_a_query_says_what_it_is_for_and_declares_what_it_uses(name: str) -> None:
    query = load(name)
    assert query.purpose.endswith(".")
    assert set(_USED.findall(query.text)) == set(query.types)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"id": "x"}, "actors/find has other parameters"),
        ({"ids": "x"}, r"\$ids is 'x', not list\[str\]"),
        ({"ids": [1]}, r"\$ids is \[1\]"),
        ({"limit": "5"}, r"\$limit is '5', not int"),
        ({"limit": None}, r"\$limit is None"),
    ],
)
def test_wrong_parameters_are_named(given: dict[str, object], complaint: str) -> None:
    right = {"ids": None, "type": None, "country": "CN", "after_count": 1, "after_id": "", "limit": 5}
    load("actors/find").check(right)
    with pytest.raises(TypeError, match=complaint):
        load("actors/find").check(right | given)


def test_the_most_selective_filter_is_matched_and_the_others_are_asked() -> None:
    query = select({"topic", "speaker", "stance", "place"}, "statements/count")
    assert query.text.startswith("MATCH (s:Statement)-[:SPOKEN_BY]->(speaker:Actor)")
    assert "EXISTS { MATCH (s:Statement)-[:ABOUT]->(topic:Topic)" in query.text
    assert set(query.types) == {"topic", "speaker", "stance", "after", "before"}


def test_words_are_looked_for_first() -> None:
    query = select({"words", "speaker", "place"}, "statements/newest")
    assert query.text.startswith("CALL db.index.fulltext.queryNodes")
    query.check({"words": "+peace", "index": "i", "speaker": ["Q1"], "after": "", "before": "~", "limit": 1})


@pytest.mark.parametrize(
    ("through", "begins"),
    [
        ((), "MATCH (s:Statement)\nWITH DISTINCT s"),
        (("voices/persons", "units/article"), "MATCH (s:Statement)-[:SPOKEN_BY]->(a:Actor)"),
    ],
)
def test_without_a_filter_all_are_selected(through: tuple[str, ...], begins: str) -> None:
    ending = "totals/voiced" if through else "totals/acts_and_stances"
    query = select(set(), ending, through)
    assert query.text.startswith(begins)
    query.check({})


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("words", "CALL db.index.fulltext.queryNodes($index, $words) YIELD node AS s\nWITH s"),
        ("topic", "MATCH (s:Statement)-[:ABOUT]->(topic:Topic) WHERE topic.id IN $topic"),
        ("act", "MATCH (s:Statement)\n  WHERE s.act IN $act"),
    ],
)
def test_one_filter_alone(name: str, before: str) -> None:
    text = select({name}, "statements/count").text
    assert text == f"{before}\nRETURN count(DISTINCT s) AS statements"


def test_each_filter_has_its_fragment() -> None:
    fragments = {name.removeprefix("filters/") for name in names() if name.startswith("filters/")}
    assert fragments == {*PATTERNS, *CONDITIONS, "words"}


def test_dates_are_dates() -> None:
    load("events/find").check(
        {
            "kinds": [], "participants": [], "since": date(2023, 8, 7), "until": None,
            "after_day": "", "after_id": "", "limit": 1,
        }
    )  # fmt: skip
