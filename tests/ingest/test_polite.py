"""Two hundred pages of a site of ours that misbehaves in all ways we know: its log proves our manners."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from ingest.web.feed_list import Source
from ingest.web.fetching import Fetcher
from ingest.web.manners import Manners
from ingest.web.watching import Watch
from ingest.work.dead_letters import dead_letters
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome
from tests.conftest import cypher
from tests.ingest.made import Reads
from tests.ingest.site import Answer, Site, Time, bomb, page, site
from tests.ingest.test_worker import Told

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PAGES, MAPPED = 200, 80  # of the pages, the last 80 stand in the sitemap only
MANNERS = Manners(agent="Communique/test (tests@example.org)", timeout=0.5, allow_private=True)
ROBOTS = b"User-agent: *\nCrawl-delay: 4\nDisallow: /private\nDisallow: /closed"
HOUR = 3600.0
SET = {
    "/bomb": "larger than 8 MB", "/gone": "404", "/loop": "more than 5 redirects", "/private/1": "robots.txt",
    "/never": "read by machines", "/into": "robots.txt", "/slow": "timed out", "/empty": "no article",
}  # fmt: skip


def tagged(answer: Callable[[], Answer]) -> Callable[[dict[str, str]], Answer]:
    """Return an answer that knows whether it has changed."""

    def told(headers: dict[str, str]) -> Answer:
        status, more, body = answer()
        tag = f'"{hash(body)}"'
        unchanged = headers.get("if-none-match") == tag
        return (304, {"ETag": tag}, b"") if unchanged else (status, {**more, "ETag": tag}, body)

    return told


def slow(headers: dict[str, str]) -> Answer:
    time.sleep(2 * MANNERS.timeout)
    return page(1)


class Press(Site):
    """The site's pages, feed and sitemaps; `changed` pages say so there, and are other than they were."""

    changed: set[int]

    def build(self) -> None:
        self.changed = set()
        for n in range(PAGES):
            self.answers[f"/{n}"] = tagged(lambda n=n: page(n + 1000 if n in self.changed else n))  # type: ignore[misc]
        busy = iter([(429, {"Retry-After": "7200"}, b""), (500, {}, b""), page(3)])
        latin = page(7)[2].replace(b"Geneva", "S\xe3o Tom\xe9".encode("latin-1"))
        self.answers |= {
            "/robots.txt": (200, {}, ROBOTS),
            "/3": lambda _: next(busy),
            "/7": (200, {"Content-Type": "text/html; charset=utf-8"}, latin),
            "/bomb": bomb(),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/into": (302, {"Location": "/closed/room"}, b""),
            "/never": page(99, '<meta name="robots" content="noindex">'),
            "/slow": slow,
            "/empty": (200, {"Content-Type": "text/html"}, b""),
            "/feed": tagged(self.feed),
            "/news.xml": tagged(lambda: self.map(range(PAGES - MAPPED, PAGES))),
            "/maps.xml": tagged(
                lambda: (200, {}, _map("sitemapindex", "sitemap", [(f"{self.address}/news.xml", "")]))
            ),
        }

    def feed(self) -> Answer:
        paths = [*(f"/{n}" for n in range(PAGES - MAPPED)), *SET]
        entries = "".join(
            f"<entry><title>Talks</title><link href='{self.address}{p}?utm_source=atom'/>"
            f"{self.stamp(p[1:])}</entry>"
            for p in paths
        )
        return 200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()

    def map(self, numbers: range) -> Answer:
        moment = datetime.fromtimestamp(self.time.now, UTC).isoformat()
        return (
            200,
            {},
            _map(
                "urlset",
                "url",
                [(f"{self.address}/{n}", moment if n in self.changed else "") for n in numbers],
            ),
        )

    def stamp(self, number: str) -> str:
        if not number.isdigit() or int(number) not in self.changed:
            return ""
        return f"<updated>{datetime.fromtimestamp(self.time.now, UTC).isoformat()}</updated>"


def _map(root: str, entry: str, places: list[tuple[str, str]]) -> bytes:
    listed = "".join(
        f"<{entry}><loc>{url}</loc>{f'<lastmod>{at}</lastmod>' if at else ''}</{entry}>" for url, at in places
    )
    return f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</{root}>'.encode()


@pytest.fixture
def press() -> Iterator[Press]:
    ours = Press(Time())
    with site(ours):
        ours.build()
        yield ours


async def test_two_hundred_pages(graph: BoltGraph, press: Press, tmp_path: Path) -> None:
    reads, told = Reads(), Told()
    with (
        Ledger.open(tmp_path / "l.sqlite") as ledger,
        Fetcher.open(MANNERS, press.time, press.time.sleep) as fetcher,
    ):
        sources = [Source(f"{press.address}/{name}", "Our Paper") for name in ("feed", "maps.xml")]
        watch = Watch(sources, fetcher, ledger, press.time)
        for hour in range(9):
            if hour == 7:
                press.changed = {5, 190}
            await watch.round(reads, graph, told)
            press.time.sleep(HOUR)
        dead = {
            letter.given_in.removeprefix(press.address): letter.last_error for letter in dead_letters(ledger)
        }
    assert dead.keys() == SET.keys()
    assert all(reason in str(dead[path]) for path, reason in SET.items())
    ends = Counter(end for end, _ in told.ends)
    assert ends[Outcome.DEAD] == len(SET)
    assert ends[Outcome.WRITTEN] + ends[Outcome.DUPLICATE] == PAGES + 2
    rows = await graph.read(
        cypher("MATCH (a:Article {publisher: 'Our Paper'}) RETURN a.url AS url, a.text AS text")
    )
    texts = {row["url"].removeprefix(press.address): row["text"] for row in rows}
    assert texts.keys() == {f"/{n}" for n in range(PAGES)}
    assert "S\xe3o Tom\xe9" in texts["/7"]
    assert all(f"subject {n + 1000}" in texts[f"/{n}"] for n in press.changed)
    the_log_shows_our_manners(press)


def the_log_shows_our_manners(press: Press) -> None:
    log = [entry for entry in press.log if entry[1] != "/robots.txt"]
    assert all(later[0] - earlier[0] >= 4 for earlier, later in pairwise(log)), "crawl-delay"
    assert press.log[0][1] == "/robots.txt"
    assert len(press.asked("/robots.txt")) == 1, "asked once a day"
    assert not [path for _, path, *_ in press.log if path.startswith(("/private", "/closed"))], "disallowed"
    assert {headers["user-agent"] for _, _, headers, _ in press.log} == {MANNERS.agent}
    for path in ("/feed", "/maps.xml", "/news.xml"):
        repeated = [entry for entry in log if entry[1] == path][1:]
        assert len(repeated) == 8
        assert all("if-none-match" in headers for _, _, headers, _ in repeated), "conditional"
    assert press.asked("/feed") == [200] + [304] * 6 + [200, 200]
    assert [press.asked(f"/{n}") for n in press.changed] == [[200, 200], [200, 200]]
    assert all(press.asked(f"/{n}") == [200] for n in range(PAGES) if n not in {3, *press.changed})
    assert press.asked("/3") == [429, 500, 200]
    times = [moment for moment, path, *_ in log if path == "/3"]
    assert times[1] - times[0] >= 7200, "Retry-After"
    assert press.asked("/loop") == [302] * 6
    assert press.asked("/slow") == [200] * 5, "given up after five times"
    assert press.asked("/bomb") == press.asked("/never") == [200]
