"""Whatever an article says stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from app.pages.lit_text import Lit, lit_paragraphs
from app.pages.markup import joined, outside_link, tag

EVIL = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def test_text_is_escaped_wherever_it_stands() -> None:
    built = tag("p", EVIL, [EVIL, tag("b", EVIL)], title=EVIL)
    (parsed,) = html.fragments_fromstring(built)
    assert parsed.get("title") == EVIL
    assert parsed.text_content() == EVIL * 3
    assert [each.tag for each in parsed.iter()] == ["p", "b"]


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert "<" not in str(joined([text])).replace("&lt;", "")


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        ({"class_": "a b"}, '<p class="a b"></p>'),
        ({"aria_label": "x"}, '<p aria-label="x"></p>'),
        ({"hidden": True, "title": None, "open": False}, "<p hidden></p>"),
        ({"name": "q"}, '<p name="q"></p>'),
    ],
)
def test_attributes(attributes: dict[str, object], written: str) -> None:
    assert tag("p", **attributes) == written


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "", None, "//example.org"])
def test_only_web_addresses_are_followed(target: str | None) -> None:
    assert "href" not in outside_link(target, "the article")


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("He said yes.", [(8, 11)], "<p>He said <mark>yes</mark>.</p>"),
        ("One.\n\nTwo.", [(0, 10)], "<p><mark>One.</mark></p><p><mark>Two.</mark></p>"),
        ("abcdef", [(0, 6), (2, 4)], "<p><mark>ab</mark><mark>cd</mark><mark>ef</mark></p>"),
        ("a<b", [(1, 2)], "<p>a<mark>&lt;</mark>b</p>"),
        ("", [], ""),
    ],
)
def test_lit_text(text: str, spans: list[tuple[int, int]], written: str) -> None:
    lit = [Lit(start, end, lambda words: tag("mark", words)) for start, end in spans]
    assert joined(lit_paragraphs(text, lit)) == written


@given(st.text(alphabet="ab <&\n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_lighting_changes_no_word(text: str, spans: list[tuple[int, int]]) -> None:
    lit = [Lit(min(pair), max(pair), lambda words: tag("mark", words)) for pair in spans]
    shown = joined(lit_paragraphs(text, lit))
    words = html.fromstring(f"<div>{shown}</div>").text_content()
    assert words == "".join(line for line in text.split("\n") if line.strip())
