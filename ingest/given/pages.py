"""Web pages as articles. Offsets count in the text taken out of the page, a blank line between paragraphs."""

import codecs
import contextlib
import re
import warnings
from dataclasses import replace
from datetime import date
from typing import Any

from ingest.articles import GivenArticle, Page
from ingest.given.languages import language_of
from ingest.given.moments import Moment, moment
from ingest.given.raw import Place
from ingest.given.texts import checked

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # it misses a library for proxies of its own downloads, which we never use
    import trafilatura
    from trafilatura.settings import Document
    from trafilatura.utils import decode_file

# where pages state the time of publication for machines: Open Graph and schema.org
_STATED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"<meta[^>]+(?:article:published_time|datePublished)[\"'][^>]+content=[\"']([^\"']+)",
        r"<meta[^>]+content=[\"']([^\"']+)[\"'][^>]+(?:article:published_time|datePublished)",
        r"\"datePublished\"\s*:\s*\"([^\"]+)\"",
    )
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_TAKEN_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}  # by the HTML standard
_LANGUAGE = re.compile(r"<html[^>]*\blang=[\"']?([a-z]{2})", re.IGNORECASE)


def page_article(data: str | bytes, place: Place, known: GivenArticle | None = None) -> GivenArticle:
    """Return the article of an HTML page; what is `known` of it beforehand stands before what the page says.

    Raises UnreadableArticle where the page holds no article.
    """
    page = data if isinstance(data, str) else _decoded(data)
    known = known or GivenArticle(text="", given_in=str(place))
    found = _extracted(page, known.url)
    if not found.get("text"):
        raise place.broken("there is no article in this page")
    headline = known.headline or found.get("title") or ""
    written = _published(page, found.get("date"))
    text = checked(_paragraphs(found["text"], headline), place)
    return replace(
        known,
        text=text,
        headline=headline,
        url=known.url or found.get("url"),
        publisher=known.publisher or found.get("sitename") or found.get("hostname"),
        published_at=known.published_at or (written.at if written else None),
        published_precision=known.published_precision or (written.precision if written else None),
        language=_language(page) or language_of(text),
        page=Page(data, known),
    )


def _decoded(data: bytes) -> str:
    """Return a page's characters: UTF-8 where it is, else as it says, else as browsers take Western pages."""
    if data[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x1f\x8b"):
        said = _CHARSET.search(data[:2048])
        for name in (
            "utf-8",
            said[1].decode() if said else "utf-8",
            *(["cp1252"] if _is_western(data) else []),
        ):
            with contextlib.suppress(LookupError, UnicodeDecodeError):
                return data.decode(_TAKEN_AS.get(name.lower(), name))
    return decode_file(data)


def _is_western(data: bytes) -> bool:
    """Return whether there are only so many bytes beyond ASCII as Western letters make."""
    return sum(byte > 127 for byte in data) <= len(data) / 10


def _extracted(page: str, url: str | None) -> dict[str, Any]:
    document = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return document.as_dict() if isinstance(document, Document) else {}


def _paragraphs(text: str, headline: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n\n".join(lines[1:] if len(lines) > 1 and lines[0] == headline else lines)


def _published(page: str, day: str | None) -> Moment | None:
    """Return the time the page states for machines, else the day that was found in it."""
    for pattern in _STATED:
        found = pattern.search(page)
        if found and (written := moment(found[1])):
            return written
    return moment(date.fromisoformat(day).isoformat()) if day else None


def _language(page: str) -> str | None:
    found = _LANGUAGE.search(page)
    return found[1].lower() if found else None
