"""What feeds point to goes into the graph, once, whatever the site does."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import SettingsError
from ingest.web.feed_list import Source, read_sources
from ingest.web.fetching import Fetcher
from ingest.web.watching import Watch
from ingest.work.dead_letters import dead_letters
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome
from tests.conftest import cypher
from tests.ingest.made import Reads
from tests.ingest.site import Site, bomb, feed, page, site
from tests.ingest.test_fetching import MANNERS
from tests.ingest.test_worker import Told

pytestmark = pytest.mark.anyio


@pytest.fixture
def our_site() -> Iterator[Site]:
    with site() as running:
        yield running


async def test_a_site_is_read_politely(graph: BoltGraph, our_site: Site, tmp_path: Path) -> None:
    """Thirty pages, some of them bad: the good ones go in, and the server's own log proves our manners."""
    pages = {f"/{n}": page(n) for n in range(30)}
    busy = iter([(429, {"Retry-After": "60"}, b""), (500, {}, b""), pages["/7"]])
    bad = {
        "/bomb": bomb(),
        "/gone": (404, {}, b""),
        "/no": page(99, '<meta name="robots" content="noindex">'),
    }
    our_site.answers.update({**pages, **bad, "/7": lambda _: next(busy)})
    our_site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3\nDisallow: /private")
    our_site.answers["/feed"] = feed(our_site.address, [*pages, *bad, "/private"])
    reads, told = Reads(), Told()
    with (
        Ledger.open(tmp_path / "l.sqlite") as ledger,
        Fetcher.open(MANNERS, our_site.time, our_site.time.sleep) as fetcher,
    ):
        watch = Watch([Source(f"{our_site.address}/feed", "Our Paper")], fetcher, ledger, our_site.time)
        for _ in range(4):
            await watch.round(reads, graph, told)
            our_site.time.sleep(3600)
        letters = [letter.given_in.removeprefix(our_site.address) for letter in dead_letters(ledger)]
    assert sorted(letters) == ["/bomb", "/gone", "/no", "/private"]
    assert sum(end is not Outcome.DEAD for end, _ in told.ends) == 30
    rows = await graph.read(cypher("MATCH (a:Article {publisher: 'Our Paper'}) RETURN count(a) AS n"))
    assert rows[0]["n"] == 30
    assert our_site.asked("/feed") == [200, 304, 304, 304]
    assert our_site.asked("/7") == [429, 500, 200]
    assert our_site.asked("/private") == []
    assert all(our_site.asked(path) == [200] for path in pages if path != "/7")
    times = [moment for moment, path, *_ in our_site.log if path != "/robots.txt"]
    assert all(later - earlier >= 3 for earlier, later in pairwise(times))


def test_sources_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "FEEDS.toml"
    file.write_text('[manners]\ndelay = 5\n[[feed]]\nurl = "https://e.org/rss"\nminutes = 15\n')
    manners, sources, folders = read_sources(file)
    assert folders == []
    assert manners.delay == 5
    assert sources == [Source("https://e.org/rss", minutes=15)]


@pytest.mark.parametrize(
    "content", ["", "[[feed]]\nname = 1", "not toml", "[manners]\ncolour = 1\n[[feed]]\nurl='x'"]
)
def test_sources_that_cannot_be_used(tmp_path: Path, content: str) -> None:
    file = tmp_path / "FEEDS.toml"
    file.write_text(content)
    with pytest.raises(SettingsError, match=r"FEEDS\.toml"):
        read_sources(file)
