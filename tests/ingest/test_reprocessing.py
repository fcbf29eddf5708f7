"""What was read before is read again from what is kept, and pages are taken out of their bytes again."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from ingest.articles import GivenArticle
from ingest.given.pages import page_article
from ingest.given.raw import Place
from ingest.work.dead_letters import dead_letters
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts
from ingest.work.reprocessing import kept
from ingest.work.worker import ingest, take_out
from tests.conftest import empty
from tests.ingest.made import RAISE, Reads
from tests.ingest.test_worker import COPY, ORIGINAL, OTHER, Told, export

pytestmark = pytest.mark.anyio

SAID = "Ana Ruiz said that grain shipments must not wait for visa rules and that much is certain in Geneva."
MORE = (
    "Bo Holm stressed that the pipeline goes hand in hand with debt relief before the end of the Doha round."
)
HTML = (
    "<html lang=en><head><title>Talks go on</title></head><body><article>"
    f"<p>{SAID}</p><p>{MORE}</p></article></body></html>"
)
NEWER = "made 2"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


def page(key: str, data: bytes | str = HTML.encode()) -> GivenArticle:
    known = GivenArticle(text="", id=key, publisher="Our Paper", given_in=f"{key}.html")
    return page_article(data, Place(f"{key}.html"), known)


def count(connection: sqlite3.Connection, table: str) -> int:
    found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


async def test_only_what_another_version_read_is_read_again(graph: BoltGraph, ledger: Ledger) -> None:
    reads = Reads()
    await ingest([ORIGINAL, COPY], reads, graph, ledger, Told())
    whole = await export(graph)
    assert list(kept(ledger, reads.version)) == []
    reads.version = NEWER
    await ingest([OTHER], reads, graph, ledger, Told())
    assert [article.id for article in kept(ledger, NEWER)] == ["one", "two"]
    reads.asked.clear()
    again = await ingest(kept(ledger, NEWER), reads, graph, ledger, Told())
    assert again == Counts(written=1, duplicate=1)
    assert reads.asked == ["one", "two"]
    assert list(kept(ledger, NEWER)) == []
    await take_out(["three"], graph, ledger)
    assert await export(graph) == whole


async def test_everything_is_read_again_where_that_is_asked(graph: BoltGraph, ledger: Ledger) -> None:
    """Also where the graph was lost: the ledger alone brings all of it back, but what is dead."""
    reads, broken = Reads(), replace(OTHER, text=OTHER.text + RAISE)
    await ingest([ORIGINAL, COPY, broken], reads, graph, ledger, Told())
    whole = await export(graph)
    await empty(graph)
    ledger.unsign()
    again = await ingest(kept(ledger, reads.version), reads, graph, ledger, Told())
    assert again == Counts(written=1, duplicate=1)
    assert await export(graph) == whole
    assert [letter.id for letter in dead_letters(ledger)] == ["three"]


@pytest.mark.parametrize("data", [HTML.encode(), HTML, HTML.encode("utf-16")])
async def test_pages_are_taken_out_of_their_bytes_again(
    graph: BoltGraph, ledger: Ledger, data: bytes | str
) -> None:
    """An earlier extractor left the second paragraph out; this one finds it in what was kept."""
    right, reads = page("page", data), Reads()
    await ingest([replace(right, text=SAID)], reads, graph, ledger, Told())
    reads.version = NEWER
    (again,) = kept(ledger, NEWER)
    assert again == right
    assert again.text == f"{SAID}\n\n{MORE}"
    assert await ingest([again], reads, graph, ledger, Told()) == Counts(written=1)
    mended = await export(graph)
    await empty(graph)
    ledger.forget(["page"])
    await ingest([right], reads, graph, ledger, Told())
    assert await export(graph) == mended


async def test_a_page_is_kept_once_and_leaves_with_its_last_article(graph: BoltGraph, ledger: Ledger) -> None:
    reads, filler = Reads(), "<!-- nothing to be seen -->" * 10_000
    await ingest([page(key, (HTML + filler).encode()) for key in "ab"], reads, graph, ledger, Told())
    assert (count(ledger.connection, "raws"), count(ledger.connection, "pages")) == (1, 2)
    size = ledger.connection.execute("SELECT length(packed) FROM raws").fetchone()[0]
    assert size < len(filler) / 50
    for key, left in (("a", 1), ("b", 0)):
        await take_out([key], graph, ledger)
        assert (count(ledger.connection, "raws"), count(ledger.connection, "pages")) == (left, left)


async def test_a_page_given_again_as_text_is_a_page_no_more(graph: BoltGraph, ledger: Ledger) -> None:
    reads = Reads()
    await ingest([page("page")], reads, graph, ledger, Told())
    await ingest([replace(OTHER, id="page")], reads, graph, ledger, Told())
    assert (count(ledger.connection, "raws"), count(ledger.connection, "pages")) == (0, 0)
