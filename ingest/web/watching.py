"""Feeds and sitemaps, asked again and again: what is new in them goes into the graph."""

import random
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from graph_schema.errors import Unfetched, UnreadableArticle
from graph_schema.store import Graph
from ingest.given.files import Given
from ingest.web.addresses import canonical
from ingest.web.feed_list import Source
from ingest.web.feeds import Link, links
from ingest.web.fetching import Fetcher
from ingest.web.visiting import fetched_article
from ingest.web.visits import ATTEMPTS, Visit, Visits
from ingest.work.extraction import Extractor
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Progress
from ingest.work.worker import BATCH, ingest

MAPS = 50  # sitemaps that a sitemap may point to


async def nothing() -> None:
    """Do nothing between two batches."""


class Watch:
    """Asks sources and fetches what they point to; `clock` gives seconds since 1970.

    A round may take long, so `between` is called after each batch: for what must not wait for its end.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        fetcher: Fetcher,
        ledger: Ledger,
        clock: Callable[[], float] = time.time,
        between: Callable[[], Awaitable[None]] = nothing,
    ) -> None:
        self._sources, self._fetcher, self._ledger, self._clock = sources, fetcher, ledger, clock
        self._visits, self._between = Visits(ledger), between

    @property
    def due(self) -> bool:
        """Tell whether a source or a page may be asked now."""
        moment = self._visits.waiting()
        known = {source.url for source in self._sources} <= self._visits.feeds()
        return not known or (moment is not None and moment <= self._clock())

    async def round(self, extractor: Extractor, graph: Graph, progress: Progress) -> None:
        """Ask the sources that are due, and bring every page that is due into the graph."""
        for source in self._sources:
            self._ask(source, source.url, MAPS)
        while due := self._visits.due(self._clock(), BATCH):
            pages = [page for visit in due if (page := self._page(visit))]
            articles = [given for _, given in pages if given]
            await ingest(articles, extractor, graph, self._ledger, progress)
            had = (visit for visit, given in pages if not isinstance(given, UnreadableArticle))
            self._visits.done(had, self._clock())
            await self._between()

    def _ask(self, source: Source, url: str, maps: int) -> None:
        """Ask a feed or sitemap if it is due, then the sitemaps that it points to, unchanged as it may be."""
        feed = self._visits.feed(url)
        if feed.next_try <= self._clock():
            self._ask_now(source, feed, maps)
        for child in self._visits.maps(url) if maps else ():
            self._ask(source, child, 0)

    def _ask_now(self, source: Source, feed: Visit, maps: int) -> None:
        try:
            answer = self._fetcher.get(feed.url, feed.etag, feed.modified)
        except Unfetched as error:
            wait = max(error.again or 0.0, 60 * source.minutes)
            self._visits.postponed(feed, str(error), self._later(wait, feed.attempts))
            return
        etag, modified = feed.etag, feed.modified
        if answer.body is not None:
            self._note(links(answer.body, answer.media_type), source, feed.url, maps)
            etag, modified = answer.etag, answer.modified
        self._visits.answered(feed.url, etag, modified, self._clock() + 60 * source.minutes)

    def _note(self, found: Sequence[Link], source: Source, url: str, maps: int) -> None:
        """Put down what a feed points to."""
        self._visits.discover(self._new(found, source))
        changes = ((canonical(link.url), link.changed.at.timestamp()) for link in found if link.changed)
        self._visits.changed(changes, self._clock())
        self._visits.keep_maps(url, [link.url for link in found if link.map][:maps])

    def _new(self, found: Sequence[Link], source: Source) -> Iterator[Visit]:
        """Yield the pages among a feed's links that are not too old."""
        oldest = datetime.fromtimestamp(self._clock(), UTC) - timedelta(days=source.days)
        for link in found:
            if not link.map and (link.published is None or link.published.at >= oldest):
                yield Visit(canonical(link.url), source.publisher, link.headline)

    def _page(self, visit: Visit) -> tuple[Visit, Given | None] | None:
        """Return a page's article, or why it will never be one, with what the page is now known by.

        The article is None where it has not changed, all is None where the page may be asked for later.
        """
        try:
            answer = self._fetcher.get(visit.url, visit.etag, visit.modified)
            if answer.body is None:
                return visit, None
            article = fetched_article(answer, visit.url, visit.headline, visit.publisher)
            return replace(visit, etag=answer.etag, modified=answer.modified), article
        except Unfetched as error:
            if error.again is not None and visit.attempts + 1 < ATTEMPTS:
                self._visits.postponed(visit, str(error), self._later(error.again, visit.attempts))
                return None
            failure = UnreadableArticle(str(error).removeprefix(f"{visit.url}: "), file=visit.url)
        except UnreadableArticle as error:
            failure = error
        self._visits.given_up(visit, failure.reason)
        return visit, failure

    def _later(self, seconds: float, attempts: int) -> float:
        """Return a moment after so many seconds, later with each attempt, never the same for all."""
        return self._clock() + seconds * 2.0**attempts * random.uniform(1.0, 1.2)
