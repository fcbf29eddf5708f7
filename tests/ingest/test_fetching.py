"""Pages from a site of ours: politely, and never more than is good for us."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from graph_schema.errors import Unfetched
from ingest.web.addresses import canonical
from ingest.web.feeds import links
from ingest.web.fetching import Fetcher
from ingest.web.manners import Manners, opted_out
from tests.ingest.site import Site, bomb, page, site

MANNERS = Manners(agent="Communique/test (tests@example.org)", delay=2.0, timeout=3.0, allow_private=True)


@pytest.fixture
def our_site() -> Iterator[Site]:
    with site() as running:
        yield running


@pytest.fixture
def fetcher(our_site: Site) -> Iterator[Fetcher]:
    with Fetcher.open(MANNERS, our_site.time, our_site.time.sleep) as opened:
        yield opened


def test_says_who_it_is_and_waits_its_turn(our_site: Site, fetcher: Fetcher) -> None:
    our_site.answers.update({f"/{n}": page(n) for n in range(4)})
    our_site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\nDisallow: /private")
    for n in range(4):
        assert fetcher.get(f"{our_site.address}/{n}").media_type == "text/html"
    times = [moment for moment, path, *_ in our_site.log if path != "/robots.txt"]
    assert all(later - earlier >= 7 for earlier, later in pairwise(times))
    assert our_site.asked("/robots.txt") == [200]
    assert {headers["user-agent"] for _, _, headers, _ in our_site.log} == {MANNERS.agent}


def test_asks_for_nothing_disallowed(our_site: Site, fetcher: Fetcher) -> None:
    our_site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private")
    our_site.answers["/open"] = (302, {"Location": "/private/page"}, b"")
    for path in ("/private/page", "/open"):
        with pytest.raises(Unfetched, match=r"robots\.txt asks us not to read it") as caught:
            fetcher.get(our_site.address + path)
        assert caught.value.again is None
    assert our_site.asked("/private/page") == []


def test_asks_again_only_for_what_has_changed(our_site: Site, fetcher: Fetcher) -> None:
    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        return (304, {}, b"") if headers.get("if-none-match") == '"1"' else (200, {"ETag": '"1"'}, b"new")

    our_site.answers["/feed"] = answer
    first = fetcher.get(f"{our_site.address}/feed")
    assert first.body == b"new"
    assert fetcher.get(f"{our_site.address}/feed", first.etag).body is None


@pytest.mark.parametrize(
    ("path", "answer", "reason", "again"),
    [
        ("/busy", (429, {"Retry-After": "120"}, b""), "429", 120.0),
        ("/broken", (500, {}, b""), "500", 300.0),
        ("/gone", (410, {}, b""), "410", None),
        ("/loop", (301, {"Location": "/loop"}, b""), "more than 5 redirects", None),
        ("/file", (301, {"Location": "file:///etc/passwd"}, b""), "only http and https", None),
        ("/bomb", bomb(), "larger than 8 MB", None),
        ("/noindex", page(1, '<meta name="robots" content="noindex, follow">'), "asks not to be read", None),
        ("/tdm", (200, {"tdm-reservation": "1"}, b"x"), "asks not to be read", None),
    ],
)
def test_what_cannot_be_had(
    our_site: Site,
    fetcher: Fetcher,
    path: str,
    answer: tuple[int, dict[str, str], bytes],
    reason: str,
    again: float | None,
) -> None:
    our_site.answers[path] = answer
    with pytest.raises(Unfetched, match=reason) as caught:
        fetcher.get(our_site.address + path)
    assert caught.value.again == again


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433"]
)
def test_private_machines_are_not_asked(our_site: Site, host: str) -> None:
    with Fetcher.open(Manners(timeout=1.0)) as fetcher, pytest.raises(Unfetched, match=r"private|not known"):
        fetcher.get(f"http://{host}:{our_site.port}/")
    assert our_site.log == []


def test_a_site_in_trouble_is_left_alone(our_site: Site, fetcher: Fetcher) -> None:
    our_site.answers["/robots.txt"] = (503, {}, b"")
    our_site.answers["/a"] = page(1)
    with pytest.raises(Unfetched, match="503"):
        fetcher.get(f"{our_site.address}/a")
    assert our_site.asked("/a") == []


@pytest.mark.parametrize(
    ("headers", "html", "refused"),
    [
        ({}, "<p>noindex is a word</p>", False),
        ({"x-robots-tag": "noindex"}, "", True),
        ({"x-robots-tag": "max-image-preview:none"}, "", False),
        ({}, '<meta name="tdm-reservation" content="1">', True),
        ({}, '<meta name="robots" content="index, follow">', False),
    ],
)
def test_opting_out(headers: dict[str, str], html: str, refused: bool) -> None:
    assert opted_out(headers, html) is refused


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?utm_source=rss&utm_medium=feed", "HTTPS://Example.org:443/a", "https://example.org/a/",
        "https://example.org/a#part",
    ],
)  # fmt: skip
def test_one_spelling_of_an_address(url: str) -> None:
    assert canonical(url) == "https://example.org/a"


RSS = b"""<rss version="2.0"><channel><item><title>T</title><link>https://e.org/1</link>
<pubDate>Mon, 07 Aug 2023 23:04:00 GMT</pubDate></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link href="https://e.org/1"/>
<published>2023-08-07T23:04:00Z</published></entry></feed>"""
JSON = b'{"items": [{"url": "https://e.org/1", "title": "T", "date_published": "2023-08-07T23:04:00Z"}]}'
MAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://e.org/1</loc><n:news>
<n:publication_date>2023-08-07T23:04:00Z</n:publication_date><n:title>T</n:title></n:news></url></urlset>"""


@pytest.mark.parametrize("body", [RSS, ATOM, JSON, MAP])
def test_feeds_of_every_kind(body: bytes) -> None:
    (link,) = links(body)
    assert (link.url, link.headline, link.map) == ("https://e.org/1", "T", False)
    assert link.published is not None
    assert link.published.at.isoformat() == "2023-08-07T23:04:00+00:00"


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"[1]", b"<urlset", b"\x00\xff", b'{"items": 3}'])
def test_no_feeds(body: bytes) -> None:
    assert links(body) == []
