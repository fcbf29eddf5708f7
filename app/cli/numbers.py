"""What a worker counts, for Prometheus."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from graph_schema.errors import SettingsError
from ingest.work.ledger import State
from ingest.work.outcomes import Outcome, Progress
from ingest.work.submissions import Inbox


class Numbers:
    """The numbers of one worker: what it did, and what the ledger holds when somebody asks."""

    def __init__(self, ledger: Path) -> None:
        self.registry, self._ledger = CollectorRegistry(), ledger
        self.articles = Counter(
            "communique_articles", "Articles that came to an end", ("outcome",), registry=self.registry
        )
        self.fetches = Counter(
            "communique_fetches", "Requests to sites, by status", ("status",), registry=self.registry
        )
        queue = Gauge("communique_queue_length", "Articles that wait to be read", registry=self.registry)
        dead = Gauge("communique_dead_letters", "Articles that could not be taken in", registry=self.registry)
        queue.set_function(self._waiting)
        dead.set_function(self._dead)
        for outcome in Outcome:
            self.articles.labels(outcome)

    def fetched(self, status: str) -> None:
        """Count one answer of a site."""
        self.fetches.labels(status).inc()

    def _waiting(self) -> int:
        with Inbox.open(self._ledger) as inbox:
            return inbox.pending()

    def _dead(self) -> int:
        with Inbox.open(self._ledger) as inbox:
            return inbox.counts()[State.DEAD]


@dataclass(frozen=True, slots=True)
class Counted:
    """A progress that counts, too."""

    inner: Progress
    numbers: Numbers

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        """Count one article and pass it on."""
        self.numbers.articles.labels(outcome).inc()
        self.inner.advance(outcome, article, reason)


@contextmanager
def shown(numbers: Numbers, port: int | None) -> Iterator[None]:
    """Answer Prometheus on a port of this machine, if one is given; raises SettingsError if it is taken."""
    if port is None:
        yield
        return
    try:
        server, thread = start_http_server(port, "127.0.0.1", numbers.registry)
    except OSError as error:
        raise SettingsError(
            f"port {port} cannot be listened on ({error.strerror}): choose another"
        ) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
