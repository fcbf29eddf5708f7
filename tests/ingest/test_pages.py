"""Pages come in many encodings, and some are not in the one that they name."""

import pytest

from ingest.given.pages import page_article
from ingest.given.raw import Place

WORDS = (
    "Ministers met in São Tomé — “a good day”, said Bo Holm, who had come from Besançon for the talks. " * 3
)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", ""), ("utf-8", "iso-8859-1"),
        ("cp1252", "iso-8859-1"), ("cp1252", "utf-8"),
        ("cp1252", ""), ("cp1252", "no-such-thing"), ("utf-16", "utf-16"),
    ],
)  # fmt: skip
def test_characters_are_what_was_meant(encoding: str, named: str) -> None:
    meta = f'<meta charset="{named}">' if named else ""
    head = f"<head>{meta}<title>T</title></head>"
    html = f"<html lang=en>{head}<body><article><p>{WORDS}</p></article></body></html>"
    assert page_article(html.encode(encoding), Place("a.html")).text == WORDS.strip()
