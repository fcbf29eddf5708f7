"""Exercises in markup: spans that hold, shared sources, verdicts."""

from ingest.annotations import Span
from ingest.training.markup import lesson, written

MARKED = """{sa Oslo} {ca denies} {xa the claim}

"{xb No,}" {sb she} {cb said}, {cc adding} that {xc all was well}. {cd It was noted} that {xd it rained}.

a REJECT 0 trade
b REJECT 0 trade,energy
d COMMENT 0 climate agentless
"""


def test_spans_count_in_the_plain_text() -> None:
    parsed = lesson("x", MARKED)
    assert parsed.headline == "Oslo denies the claim"
    assert parsed.text == '"No," she said, adding that all was well. It was noted that it rained.'
    first, second, *_ = parsed.sayings
    assert parsed.headline[slice(*first.contents[0])] == "the claim"
    assert parsed.text[slice(*second.contents[0])] == "No"


def test_a_participle_shares_the_source_and_a_passive_has_none() -> None:
    _, said, adding, noted = lesson("x", MARKED).sayings
    assert adding.source == said.source == Span(6, 9)
    assert noted.source is None


def test_verdicts() -> None:
    denies, said, adding, _ = lesson("x", MARKED).sayings
    assert (denies.act, denies.stance, denies.topics) == ("REJECT", 0, ("trade",))
    assert said.topics == ("trade", "energy")
    assert adding.act is None


def test_the_exercises_parse_whole() -> None:
    for exercise in written():
        assert not set("{}") & set(exercise.headline + exercise.text), exercise.id
        for saying in exercise.sayings:
            assert saying.contents
            assert saying.topics is None or len(set(saying.topics)) == len(saying.topics)
