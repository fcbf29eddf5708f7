"""Selectors say where words stand, and find them again in an edited text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph_schema.errors import SpanMismatch
from graph_schema.selectors import CONTEXT, exact_of, reanchor, select

texts = st.text(min_size=1, max_size=80)


@given(texts, st.data())
def test_a_selector_reproduces_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = select(text, [(start, end)])
    assert selector.exact == text[start:end] == exact_of(text, selector.ranges)
    assert (selector.prefix + selector.exact + selector.suffix) in text
    assert max(len(selector.prefix), len(selector.suffix)) <= CONTEXT
    assert reanchor(selector, text) == selector


@given(texts, texts, texts, st.data())
def test_words_are_found_again_after_an_insertion(
    before: str, inserted: str, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    selector = select(text, [(start, len(text))])
    edited = before + inserted + text
    moved = reanchor(selector, edited)
    assert moved is not None
    assert moved.exact == selector.exact


@given(texts, texts)
def test_words_that_are_gone_are_not_found(text: str, other: str) -> None:
    assume(text not in other)
    assert reanchor(select(text, [(0, len(text))]), other) is None


def test_of_several_places_the_one_with_the_same_surroundings_wins() -> None:
    selector = select("he said peace, she said peace now", [(24, 29)])
    moved = reanchor(selector, "Later he said peace, and she said peace now")
    assert moved is not None
    assert moved.ranges == ((34, 39),)


@pytest.mark.parametrize("ranges", [[], [(0, 0)], [(2, 1)], [(-1, 2)], [(0, 6)]])
def test_spans_that_do_not_fit(ranges: list[tuple[int, int]]) -> None:
    with pytest.raises(SpanMismatch):
        select("peace", ranges)
