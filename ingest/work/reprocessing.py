"""What was read before, given again from what is kept: nothing is fetched, no file is opened."""

from collections.abc import Iterator
from dataclasses import replace

from graph_schema.errors import UnreadableArticle
from ingest.articles import GivenArticle, Page
from ingest.given.raw import Place
from ingest.work.keeping import kept_page
from ingest.work.ledger import Ledger, State

_OLDER = "WHERE content IS NOT NULL AND state <> ? AND extractor IS NOT ?"


def kept(ledger: Ledger, version: str) -> Iterator[GivenArticle]:
    """Yield the articles that another version of the reader read, in the order in which they first came.

    Those that came as pages are taken out of their pages again.
    """
    older = [entry.id for entry in ledger.entries(_OLDER, State.TAKEN_IN, version)]
    for key in older:
        article, page = ledger.article(key), kept_page(ledger.connection, key)
        if article:
            yield _taken_out_again(article, page) if page else article


def _taken_out_again(before: GivenArticle, page: Page) -> GivenArticle:
    from ingest.given.pages import page_article  # loads the extractor: only those who keep pages pay for it

    try:
        return replace(page_article(page.data, Place(before.given_in), page.known), id=before.id)
    except UnreadableArticle:
        return replace(before, page=page)  # what was found in it before is better than nothing
