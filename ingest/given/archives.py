"""Articles out of web archives (WARC), as news crawls are published."""

from collections.abc import Iterator
from datetime import datetime

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from graph_schema.errors import UnreadableArticle
from ingest.articles import GivenArticle
from ingest.given.pages import page_article
from ingest.given.raw import LONGEST_LINE, Bytes, Place


def archived(stream: Bytes, file: str) -> Iterator[GivenArticle | UnreadableArticle]:
    """Yield the article of each page that was fetched well, and an error where a page holds none."""
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            if _is_page(record):
                yield _article(record, Place(f"{file}, {record.headers.get('WARC-Target-URI')}"))
    except (OSError, RuntimeError, ValueError) as error:
        yield Place(file).broken(f"the archive cannot be read on: {error}")


def _is_page(record: WarcRecord) -> bool:
    return bool(record.http_headers and record.http_headers.status_code == 200) and (
        record.http_content_type in ("text/html", "application/xhtml+xml")
    )


def _article(record: WarcRecord, place: Place) -> GivenArticle | UnreadableArticle:
    data = record.reader.read(LONGEST_LINE + 1)
    if len(data) > LONGEST_LINE:
        return place.broken("the page is too large")
    known = GivenArticle(
        text="",
        url=record.headers.get("WARC-Target-URI"),
        retrieved_at=datetime.fromisoformat(record.headers["WARC-Date"].replace("Z", "+00:00")),
        given_in=str(place),
    )
    try:
        return page_article(data, place, known)
    except UnreadableArticle as error:
        return error
