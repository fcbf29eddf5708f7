"""Plain text as an article: headline, perhaps a stamp, a blank line, paragraphs."""

import re

from ingest.articles import GivenArticle
from ingest.cleaning.stamps import stamp
from ingest.given.languages import language_of
from ingest.given.moments import Moment
from ingest.given.raw import Place

LONGEST_TEXT = 1_000_000  # characters: what the parser takes at once
LONGEST_WORD = 10_000
LONGEST_HEADLINE = 300

_MARKUP = re.compile(
    r"<!doctype html|<html\b|</(?:p|div|span|body|head|table|ul|li|h[1-6]|script|a)>", re.IGNORECASE
)
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
_FIRST_LINE = re.compile(r"\s*(?P<headline>[^\r\n]+)(?:\r\n?|\n)")
_STAMP_LINE = re.compile(r"[^\S\r\n]*(?P<stamp>[^\r\n]+)(?:\r\n?|\n|$)")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*(?:\r\n?|\n))+")


def text_article(content: str, place: Place) -> GivenArticle:
    """Return a .txt file's article; raises UnreadableArticle.

    The first line is the headline unless it is as long as a paragraph or the only line; a line with nothing
    but a date or time may follow. The text is everything after the blank line, exactly as it stands.
    """
    _refuse_markup(content, place)
    headline, rest = _headline(content)
    written, rest = _stamp(rest)
    text = rest[_end(_BLANK_LINES.match(rest)) :]
    return GivenArticle(
        text=checked(text, place),
        headline=headline,
        published_at=written.at if written else None,
        published_precision=written.precision if written else None,
        language=language_of(text),
        given_in=str(place),
    )


def checked(text: str, place: Place) -> str:
    """Return a text that can be read as an article's; raises UnreadableArticle saying why it cannot."""
    if not text.strip():
        raise place.broken("there is no text")
    if len(text) > LONGEST_TEXT:
        raise place.broken(f"the text has {len(text):,} characters; an article may have {LONGEST_TEXT:,}")
    if _ENDLESS.search(text):
        raise place.broken(f"the text has a word of more than {LONGEST_WORD:,} characters")
    _refuse_markup(text, place)
    if "\0" in text:
        raise place.broken("the text holds a NUL character")
    if not _encodable(text):
        raise place.broken("the text holds half of a surrogate pair")
    return text


def _refuse_markup(text: str, place: Place) -> None:
    tags = list(_MARKUP.finditer(text))
    if len(tags) > 1 or _MARKUP.match(text.lstrip("\ufeff \t\r\n")):
        line = place.line or text.count("\n", 0, tags[0].start()) + 1
        raise Place(place.file, line).broken('this is HTML; name the file .html or give it as "html"')


def _headline(content: str) -> tuple[str, str]:
    first = _FIRST_LINE.match(content)
    if first is None or len(first["headline"]) > LONGEST_HEADLINE or not content[first.end() :].strip():
        return "", content
    return first["headline"].strip(), content[first.end() :]


def _stamp(rest: str) -> tuple[Moment | None, str]:
    line = _STAMP_LINE.match(rest)
    written = stamp(line["stamp"]) if line else None
    return (written, rest[_end(line) :]) if written else (None, rest)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
