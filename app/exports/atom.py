"""Atom (RFC 4287): the newest statements for any filter, for feed readers."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from graph_schema.views import StatementRow

NAMESPACE = "http://www.w3.org/2005/Atom"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_TITLE = 120
# XML 1.0 has no way to write these, not even escaped.
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])

register_namespace("", NAMESPACE)


def atom(rows: Sequence[StatementRow], *, address: str, base: str) -> bytes:
    """Return rows as a feed; `address` is the feed's own, `base` the service's, with a final slash."""
    feed = Element(tag("feed"))
    put(feed, "id", address)
    put(feed, "title", "Communiqué: who said what")
    put(feed, "updated", max((updated(row) for row in rows), default=EPOCH).isoformat())
    SubElement(feed, tag("link"), rel="self", href=address)
    for row in rows:
        feed.append(entry(row, base))
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True))


def entry(row: StatementRow, base: str) -> Element:
    """Return one statement as an entry."""
    node = Element(tag("entry"))
    who = " and ".join(speaker.name for speaker in row.speakers) or "unnamed"
    put(node, "id", f"{base}v1/statements/{row.id}")
    put(node, "title", f"{who}: {shortened(row.claim)}")
    put(node, "updated", updated(row).isoformat())
    put(node, "content", row.claim).set("type", "text")
    for speaker in row.speakers:
        put(SubElement(node, tag("author")), "name", speaker.name)
    if not row.speakers:
        put(SubElement(node, tag("author")), "name", "unnamed")
    for topic in row.topics:
        SubElement(node, tag("category"), term=topic.id, label=topic.label)
    SubElement(node, tag("link"), rel="alternate", href=f"{base}v1/statements/{row.id}")
    for place in row.appearances:
        if place.url:
            SubElement(node, tag("link"), rel="via", href=place.url, title=clean(place.headline))
    return node


def updated(row: StatementRow) -> datetime:
    """Return when a statement became known: published first, else said."""
    published = [place.published_at for place in row.appearances if place.published_at]
    if published:
        first = min(published)
        return first if first.tzinfo else first.replace(tzinfo=UTC)
    return datetime.combine(row.said_on, time(), UTC) if row.said_on else EPOCH


def put(parent: Element, name: str, text: str) -> Element:
    """Add an element with a text and return it."""
    child = SubElement(parent, tag(name))
    child.text = clean(text)
    return child


def tag(name: str) -> str:
    """Return the name of an element of Atom."""
    return f"{{{NAMESPACE}}}{name}"


def clean(text: str) -> str:
    """Return a text without what XML cannot write."""
    return text.translate(UNWRITABLE)


def shortened(text: str) -> str:
    """Return a text as long as a title may be."""
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
