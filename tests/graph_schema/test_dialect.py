"""Readers' words as full-text queries."""

import pytest

from graph_schema.dialect import fulltext_query


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("Ukraine", "+ukraine"),
        ("the war in Ukraine", "+war +ukraine"),
        ('"Ukraine crisis" peace', '+"ukraine crisis" +peace'),
        ("negotiat*", "+negotiat*"),
        ("to be", "+to +be"),
        ("peace OR war", "+peace +war"),
        ("claim:(x) -y ~z^2 {a} \\", "+claim +x +y +z +2"),
        ('"unfinished', "+unfinished"),
        ("和平", "+和平"),
        ("", None),
        ('"" *** ?', None),
    ],
)
def test_fulltext_query(words: str, query: str | None) -> None:
    assert fulltext_query(words) == query
