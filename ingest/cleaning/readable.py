"""What of an article is read: its text without page furniture, as long as the text that was given.

What is not read is blanked by spaces, so that every offset counts in both.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph_schema.vocabulary import Precision
from ingest.annotations import Span
from ingest.articles import GivenArticle
from ingest.cleaning.furniture import furniture
from ingest.cleaning.stamps import stamp
from ingest.given.moments import Moment, moment

FIRST_LINES = 4  # a page stamp stands above the text ...
LAST_LINES = 2  # ... or below it

_LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")
_VISIBLE = re.compile(r"\S")
# BEIJING, 26 July 2022 (Xinhua) -- ; CAIRO – 26 July 2022:
_DATELINE = re.compile(
    r"\s*[A-Z][\w.'’/ ]{2,40}?\s*[,–—-]+\s*(?P<date>[^:()–—]{6,30}?)\s*(?:\([^)]*\)\s*)?(?:--|[:–—]|-\s)"
)
_PARAGRAPHS = re.compile(r"\r\n(?:[^\S\r\n]*\r\n)+")
# other spaces and invisible characters as a plain space, line separators as line feeds
_SPACES = dict.fromkeys(
    [9, 11, 12, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF], " "
)
_PLAIN = str.maketrans({**_SPACES, 0x2028: "\n", 0x2029: "\n", 0x85: "\n"})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article with its time of publication where the page says it, and the text to read.

    `readable` has the length of `article.text` and differs from it in furniture, which is blank, and in the
    kind of white space.
    """

    article: GivenArticle
    readable: str


def cleaned(article: GivenArticle) -> Cleaned:
    """Return the article as it is read."""
    lines = [(Span(*line.span()), line.group()) for line in _LINE.finditer(article.text)]
    blanks = furniture([line for _, line in lines])
    kept = [line for at, line in enumerate(lines) if at not in blanks]
    stamps = {
        span: found for span, line in (*kept[:FIRST_LINES], *kept[-LAST_LINES:]) if (found := stamp(line))
    }
    written = list(stamps.values()) or _dateline(article.text)
    spans = [lines[at][0] for at in blanks] + list(stamps)
    return Cleaned(_dated(article, written), plain_spaces(blanked(article.text, spans)))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return the text with a space for each visible character of the spans."""
    for start, end in spans:
        text = text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
    return text


def plain_spaces(text: str) -> str:
    r"""Return the text with spaces and \n alone for white space; blank lines of \r\n stay blank lines."""
    text = _PARAGRAPHS.sub(_paragraph, text.translate(_PLAIN))
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _paragraph(found: re.Match[str]) -> str:
    feeds = found.group().count("\r\n")
    return " " * (len(found.group()) - feeds) + "\n" * feeds


def _dateline(text: str) -> list[Moment]:
    found = _DATELINE.match(text)
    written = moment(found["date"]) if found else None
    return [written] if written and written.precision is Precision.DAY else []


def _dated(article: GivenArticle, written: list[Moment]) -> GivenArticle:
    """Return the article with the first stamp's time, unless the giver said another day or more."""
    if not written:
        return article
    at, precision = written[0]
    given = article.published_at
    if given and (article.published_precision is not Precision.DAY or given.date() != at.date()):
        return article
    return replace(article, published_at=at, published_precision=precision)
