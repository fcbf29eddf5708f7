"""Pages kept as they came, each once: compressed, by the hash of their bytes."""

import hashlib
import sqlite3
import zlib

from ingest.articles import GivenArticle, Page
from ingest.work.packing import packed, unpacked


def keep_page(connection: sqlite3.Connection, article: GivenArticle) -> None:
    """Keep the page that an article was taken out of, in place of its earlier one."""
    drop_page(connection, article.id)
    if article.page is None:
        return
    given = article.page.data
    data = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    key = hashlib.blake2b(data, digest_size=16).hexdigest()
    connection.execute("INSERT OR IGNORE INTO raws VALUES (?, ?)", (key, zlib.compress(data)))
    row = (article.id, key, isinstance(given, str), packed(article.page.known))
    connection.execute("INSERT INTO pages VALUES (?, ?, ?, ?)", row)


def kept_page(connection: sqlite3.Connection, article: str) -> Page | None:
    """Return the page that an article was taken out of, None where it was given as text."""
    row = connection.execute(
        "SELECT packed, decoded, known FROM pages JOIN raws ON raw = hash WHERE article = ?", (article,)
    ).fetchone()
    if row is None:
        return None
    data = zlib.decompress(row["packed"])
    return Page(data.decode("utf-8", "surrogatepass") if row["decoded"] else data, unpacked(row["known"]))


def drop_page(connection: sqlite3.Connection, article: str) -> None:
    """Forget the page of an article, and its bytes where no other came from them."""
    row = connection.execute("SELECT raw FROM pages WHERE article = ?", (article,)).fetchone()
    if row:
        connection.execute("DELETE FROM pages WHERE article = ?", (article,))
        unused = "hash = ? AND NOT EXISTS (SELECT 1 FROM pages WHERE raw = hash)"
        connection.execute(f"DELETE FROM raws WHERE {unused}", (row["raw"],))
