"""JSON objects as articles: the fields of a .jsonl row or .json file."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph_schema.errors import UnreadableArticle
from ingest.articles import GivenArticle
from ingest.given.languages import language_of
from ingest.given.moments import Moment, moment
from ingest.given.raw import Place, decoded
from ingest.given.texts import checked


def parsed(data: bytes, place: Place) -> Any:
    """Return the value that JSON bytes stand for; raises UnreadableArticle."""
    content = decoded(data, place)
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        line = place.line or error.lineno
        raise Place(place.file, line).broken(f"not whole JSON: {error.msg} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise place.broken("the JSON holds a number too long or lists too deep to be read") from error


def items(value: Any, file: str) -> Iterator[GivenArticle | UnreadableArticle]:
    """Yield the article of a .json file, or each of a list of them."""
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, start=1):
        place = Place(f"{file}, item {number}" if isinstance(value, list) else file)
        try:
            yield row_article(row, place)
        except UnreadableArticle as error:
            yield error


def row_article(row: Any, place: Place) -> GivenArticle:
    """Return an object's article; raises UnreadableArticle. Unknown fields are left alone."""
    if not isinstance(row, dict):
        raise place.broken("an article is a JSON object with a text")
    url, headline = _words(row, place, "url"), _words(row, place, "headline", "title")
    written = _moment(row, place)
    article = GivenArticle(
        text="",
        headline=headline or "",
        id=_key(row, place),
        url=url,
        publisher=_words(row, place, "publisher"),
        published_at=written.at if written else None,
        published_precision=written.precision if written else None,
        given_in=str(place),
    )
    read, language = _with_text(article, row, place), _words(row, place, "language")
    return replace(read, language=language) if language else read


def _with_text(article: GivenArticle, row: dict[str, Any], place: Place) -> GivenArticle:
    text = _words(row, place, "text")
    if text is not None:
        return replace(article, text=checked(text, place), language=language_of(text))
    page = _words(row, place, "html")
    if page is None:
        raise place.broken("the article has neither text nor html")
    from ingest.given.pages import page_article  # loads the extractor: only those who read pages pay for it

    return page_article(page, place, known=article)


def _key(row: dict[str, Any], place: Place) -> str:
    key = row.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    return _words(row, place, "id") or ""


def _moment(row: dict[str, Any], place: Place) -> Moment | None:
    words = _words(row, place, "published_at", "date")
    written = moment(words) if words else None
    if words and written is None:
        raise place.broken(
            f"published_at is {words[:40]!r}, which is no date (2023-08-07) or time (RFC 3339)"
        )
    return written


def _words(row: dict[str, Any], place: Place, *names: str) -> str | None:
    """Return the first of the fields that is there and not empty; text alone is exactly as given."""
    for name in names:
        value = row.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise place.broken(f"{name} is not text but {type(value).__name__}")
        return value
    return None
