"""Which addresses are due, and how it went when they were asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ingest.web.addresses import host_of
from ingest.work.ledger import Ledger

ATTEMPTS = 5
REVISIT = 6 * 3600.0  # seconds: some sites call every page changed at every moment


class Standing(StrEnum):
    """What an address is: a feed, or a page that is due, done or given up."""

    FEED = "feed"
    DUE = "due"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to be asked, with what its last answer was known by.

    `next_try` in seconds since 1970: when it may be asked, or of a page that is done, when it was.
    """

    url: str
    publisher: str | None = None
    headline: str = ""
    etag: str | None = None
    modified: str | None = None
    attempts: int = 0
    next_try: float = 0.0


class Visits:
    """The addresses in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._connection = ledger, ledger.connection

    def discover(self, found: Iterable[Visit], standing: Standing = Standing.DUE) -> None:
        """Put down addresses that are not known yet."""
        rows = [(v.url, standing, host_of(v.url), v.publisher, v.headline) for v in found]
        insert = "INSERT OR IGNORE INTO visits (url, state, host, publisher, headline) VALUES (?, ?, ?, ?, ?)"
        with self._ledger.transaction():
            self._connection.executemany(insert, rows)

    def feed(self, url: str) -> Visit:
        """Return what is known of a feed."""
        self.discover([Visit(url)], Standing.FEED)
        return next(self._read("url = ?", url))

    def feeds(self) -> set[str]:
        """Return the addresses of the feeds that were asked before."""
        return {visit.url for visit in self._read("state = ?", Standing.FEED)}

    def maps(self, url: str) -> list[str]:
        """Return the sitemaps that a sitemap points to."""
        return [
            row["url"] for row in self._connection.execute("SELECT url FROM maps WHERE parent = ?", (url,))
        ]

    def keep_maps(self, url: str, maps: Iterable[str]) -> None:
        """Put down to which sitemaps a sitemap points now."""
        with self._ledger.transaction():
            self._connection.execute("DELETE FROM maps WHERE parent = ?", (url,))
            self._connection.executemany("INSERT OR IGNORE INTO maps VALUES (?, ?)", [(url, m) for m in maps])

    def due(self, now: float, limit: int) -> list[Visit]:
        """Return pages that may be asked now, a page of each host in turn: none waits for another's host."""
        turn = "row_number() OVER (PARTITION BY host ORDER BY next_try, url)"
        return list(self._read(f"state = 'due' AND next_try <= ? ORDER BY {turn}, host LIMIT ?", now, limit))

    def waiting(self) -> float | None:
        """Return when the next address is due, None if none is."""
        row = self._connection.execute("SELECT min(next_try) FROM visits WHERE state IN ('due', 'feed')")
        moment: float | None = row.fetchone()[0]
        return moment

    def changed(self, pages: Iterable[tuple[str, float]], now: float) -> None:
        """Let pages that are done be asked again where they have changed since, if it was hours ago."""
        rows = [(url, min(moment, now - REVISIT)) for url, moment in pages]
        update = "UPDATE visits SET state = 'due' WHERE url = ? AND state = 'done' AND next_try < ?"
        with self._ledger.transaction():
            self._connection.executemany(update, rows)

    def done(self, pages: Iterable[Visit], now: float) -> None:
        """Put down that pages have been taken in, and what their answers are known by."""
        update = (
            "UPDATE visits SET state = 'done', attempts = 0, last_error = NULL, next_try = ?, etag = ?,"
            " modified = ? WHERE url = ?"
        )
        with self._ledger.transaction():
            rows = [(now, page.etag, page.modified, page.url) for page in pages]
            self._connection.executemany(update, rows)

    def answered(self, url: str, etag: str | None, modified: str | None, again: float) -> None:
        """Put down what a feed's answer is known by, and when to ask for it again."""
        self._connection.execute(
            "UPDATE visits SET etag = ?, modified = ?, attempts = 0, last_error = NULL, next_try = ?"
            " WHERE url = ?",
            (etag, modified, again, url),
        )

    def postponed(self, visit: Visit, reason: str, again: float) -> None:
        """Put down why an address gave nothing, and when to ask for it again."""
        self._connection.execute(
            "UPDATE visits SET attempts = attempts + 1, last_error = ?, next_try = ? WHERE url = ?",
            (reason, again, visit.url),
        )

    def given_up(self, visit: Visit, reason: str) -> None:
        """Put down that a page will not be asked for again."""
        self._connection.execute(
            "UPDATE visits SET state = ?, attempts = attempts + 1, last_error = ? WHERE url = ?",
            (Standing.DEAD, reason, visit.url),
        )

    def _read(self, where: str, *values: object) -> Iterator[Visit]:
        names = ", ".join(Visit.__slots__)
        for row in self._connection.execute(f"SELECT {names} FROM visits WHERE {where}", values):
            yield Visit(**dict(row))
