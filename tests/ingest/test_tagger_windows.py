"""Articles cut into windows: nothing lost, nothing counted twice, offsets that hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.tagging.tagger import MODELS
from ingest.tagging.windows import Place, Size, Window, Windows

WINDOWS = Windows(MODELS / "tokenizer.json")
TEXT = "Wang Yi met Lavrov on Monday.\n\nWang said that all is well. Lavrov agreed.\n\nThey had tea."


def counted(windows: list[Window], text: str) -> str:
    pieces = {
        span for w in windows for span, place in zip(w.spans, w.places, strict=True) if place is Place.BODY
    }
    return "".join(text[a:b] for a, b in sorted(pieces)).replace(" ", "")


def test_a_short_article_is_one_window() -> None:
    (window,) = WINDOWS.of(TEXT, "Wang meets Lavrov")
    assert window.first
    assert {Place.HEADLINE, Place.BODY, Place.MARK} == set(window.places)


def test_every_piece_of_body_counts_once_whatever_the_size() -> None:
    windows = list(WINDOWS.of(TEXT, "", Size(12, 4)))
    spans = [s for w in windows for s, place in zip(w.spans, w.places, strict=True) if place is Place.BODY]
    assert len(windows) > 2
    assert len(spans) == len(set(spans))
    assert counted(windows, TEXT) == "".join(TEXT.split())


def test_later_windows_open_with_the_end_of_the_paragraph_before() -> None:
    second = list(WINDOWS.of(TEXT, "", Size(12, 4)))[1]
    context = [s for s, place in zip(second.spans, second.places, strict=True) if place is Place.CONTEXT]
    assert len(context) == 4
    assert TEXT[context[0].start : context[-1].end].endswith(" on Monday.")
    assert not second.first


def test_the_headline_counts_in_the_first_window_alone() -> None:
    windows = list(WINDOWS.of(TEXT, "Wang meets Lavrov", Size(12, 4)))
    assert [w.counts(w.places.index(Place.HEADLINE)) for w in windows] == [True] + [False] * (
        len(windows) - 1
    )


def test_one_endless_paragraph_is_cut_at_sentence_ends() -> None:
    text = "The minister said that all was well in the country. " * 90
    windows = list(WINDOWS.of(text))
    assert all(text[w.spans[-2].start] == "." for w in windows)
    assert counted(windows, text) == text.replace(" ", "")


def test_no_window_outgrows_the_encoder() -> None:
    headline, text = "word " * 500, "\n".join(["a b c d e f g. " * 30, "x"] * 40)
    assert max(len(w.ids) for w in WINDOWS.of(text, headline)) <= 512


@pytest.mark.parametrize("text", ["", "\n\n", " ", "\0", "\ud800", "\u2028"])
def test_nothing_to_read(text: str) -> None:
    assert all(place is not Place.BODY or text for w in WINDOWS.of(text) for place in w.places)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_gives_offsets_inside_it(text: str, headline: str) -> None:
    for window in WINDOWS.of(text, headline, Size(40, 10)):
        assert len(window.ids) == len(window.spans) == len(window.places)
        for span, place in zip(window.spans, window.places, strict=True):
            source = headline if place is Place.HEADLINE else text
            assert 0 <= span.start <= span.end <= len(source)
