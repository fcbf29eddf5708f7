"""What feeds and news sitemaps point to: addresses, newest first as they come, with what is said of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import feedparser
from lxml import etree  # type: ignore[import-untyped]

from ingest.given.moments import Moment, moment

_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)


@dataclass(frozen=True, slots=True)
class Link:
    """An article's address, its headline and times as the feed has them; a `map` is another sitemap's."""

    url: str
    headline: str = ""
    published: Moment | None = None
    changed: Moment | None = None
    map: bool = False


def links(body: bytes, media_type: str = "") -> list[Link]:
    """Return the links of an RSS, Atom or JSON feed, a sitemap or a sitemap of sitemaps, else none."""
    start = body.lstrip()[:2000]
    if start.startswith(b"{") or "json" in media_type:
        return list(_json_feed(body))
    if b"<urlset" in start or b"<sitemapindex" in start:
        return list(_sitemap(body))
    return list(_feed(body))


def _feed(body: bytes) -> Iterator[Link]:
    for entry in feedparser.parse(body).entries:
        if url := entry.get("link"):
            changed = entry["updated"] if "updated" in entry else ""  # noqa: SIM401 - get() gives `published`
            written = entry.get("published") or changed
            yield Link(url, entry.get("title", ""), moment(written), moment(changed))


def _json_feed(body: bytes) -> Iterator[Link]:
    try:
        feed: Any = json.loads(body)
    except ValueError:
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and (url := item.get("url")):
            written, changed = (item.get(name) or "" for name in ("date_published", "date_modified"))
            yield Link(url, item.get("title") or "", moment(written), moment(changed))


def _sitemap(body: bytes) -> Iterator[Link]:
    root = etree.fromstring(body, _XML)
    for entry in root if root is not None else ():
        found = {
            etree.QName(part).localname: (part.text or "").strip()
            for part in entry.iter()
            if _is_element(part)
        }
        if url := found.get("loc"):
            changed = found.get("lastmod") or ""
            written = found.get("publication_date") or changed
            is_map = etree.QName(entry).localname == "sitemap"
            yield Link(url, found.get("title", ""), moment(written), moment(changed), is_map)


def _is_element(part: Any) -> bool:
    return isinstance(part.tag, str)
