"""A page that was fetched, as an article."""

from datetime import UTC, datetime

from graph_schema.errors import Unfetched, UnreadableArticle
from ingest.articles import GivenArticle
from ingest.given.pages import page_article
from ingest.given.raw import Place
from ingest.web.addresses import canonical
from ingest.web.fetching import Fetched, Fetcher


def page_at(url: str, fetcher: Fetcher) -> GivenArticle | UnreadableArticle:
    """Return the article at an address, or why there is none to be had."""
    try:
        return fetched_article(fetcher.get(url), url)
    except Unfetched as error:
        return UnreadableArticle(str(error).removeprefix(f"{url}: "), file=url)
    except UnreadableArticle as error:
        return error


def fetched_article(
    answer: Fetched, asked: str, headline: str = "", publisher: str | None = None
) -> GivenArticle:
    """Return the article of a page that was fetched; raises UnreadableArticle."""
    known = GivenArticle(
        text="",
        headline=headline,
        url=canonical(answer.url),
        publisher=publisher,
        retrieved_at=datetime.now(UTC),
        given_in=asked,
    )
    return page_article(answer.body or b"", Place(asked), known).identified()
