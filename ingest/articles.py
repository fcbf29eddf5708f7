"""An article as it was given, before anything is read out of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from graph_schema.identity import article_id
from graph_schema.vocabulary import Precision


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """One article from a file, feed or page.

    `text` is exactly what was given: every offset counts in it. `id` is the giver's, unchanged, or made from
    the address or the words. `given_in` says where it came from ("news.jsonl, line 3"); `page` is the page
    that the text was taken out of, where it was one.
    """

    text: str
    headline: str = ""
    id: str = ""
    url: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    published_precision: Precision | None = None
    retrieved_at: datetime | None = None
    language: str = "en"
    given_in: str = ""
    page: Page | None = field(default=None, compare=False, repr=False)

    def identified(self) -> Self:
        """Return the same article with an id."""
        return self if self.id else replace(self, id=article_id(self.url, self.headline, self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came, and what was known of its article before the page was looked into."""

    data: bytes | str
    known: GivenArticle
