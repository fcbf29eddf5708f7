"""Contents trimmed to the convention."""

import pytest

from ingest.stages.contents import trim_contents
from ingest.stages.quotations import find_quotations
from tests.ingest.stages.marked import reading


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ('{"All is well,"} [said] <Wang>.', "All is well"),
        ("<Wang> [said] {that all is well.}", "all is well"),
        ("<Wang> [said] {that day was a good one}.", "that day was a good one"),
        ('<Wang> [said] {the visit was "a first step".}', 'the visit was "a first step"'),
        ('<Wang> [spoke of] {"peace" and "war"}.', '"peace" and "war"'),
        ("<They> [discussed] {the policy of the U.S.}", "the policy of the U.S."),
        ("<Wang> [asked] {why not?}", "why not?"),
        ("“{One.}\n“{Two,}” <he> [said].", "One"),
    ],
)
def test_trimming(text: str, claim: str) -> None:
    read = reading(text)
    find_quotations(read)
    trim_contents(read)
    assert read.words(read.attributions[0], read.attributions[0].contents[0]) == claim


def test_what_has_no_word_is_dropped() -> None:
    read = reading('<Wang> [said] {"..."}. <He> [added] {it was late}.')
    find_quotations(read)
    trim_contents(read)
    assert [read.claim(attribution) for attribution in read.attributions] == ["it was late"]
