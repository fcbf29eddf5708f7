"""What is put into a watched folder is taken in once it is still, and again when it changes."""

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import SettingsError, UnreadableArticle
from ingest.articles import GivenArticle
from ingest.given.folders import Folder, FolderSource
from ingest.web.feed_list import read_sources
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Counts
from ingest.work.worker import ingest
from tests.conftest import cypher
from tests.ingest.made import Reads
from tests.ingest.test_worker import ORIGINAL, OTHER, Told

SOURCE = FolderSource("", "Our desk", still=5.0, every=0.0)


class Clock:
    """Goes with the file system's, and on by what is waited."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Folder:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    return Folder(replace(SOURCE, path=str(tmp_path / "in")), clock)


def given(folder: Folder) -> list[str]:
    """Return the headlines of what is due, and be done with it."""
    if not folder.due:
        return []
    found = [g.headline if isinstance(g, GivenArticle) else "broken" for g in folder.articles()]
    folder.done()
    return found


def test_files_wait_until_they_are_still(tmp_path: Path, folder: Folder, clock: Clock) -> None:
    file = tmp_path / "in" / "deep" / "a.txt"
    file.write_text("One\n\nHalf a sent", "utf-8")
    os.utime(file, (0, 0))  # as a copy that keeps the times of its original
    assert not folder.due
    clock.ahead += 4
    assert not folder.due
    with file.open("a", encoding="utf-8") as more:
        more.write("ence, and the rest.")
    clock.ahead = 4.9
    assert not folder.due
    clock.ahead = 6
    assert given(folder) == ["One"]
    assert not folder.due


def test_only_what_is_new_or_changed_is_due(tmp_path: Path, folder: Folder, clock: Clock) -> None:
    rows = tmp_path / "in" / "b.jsonl"
    rows.write_text(json.dumps({"id": "1", "headline": "One", "text": "Words."}) + "\n", "utf-8")
    (tmp_path / "in" / ".hidden.txt").write_text("No\n\nWords.", "utf-8")
    (tmp_path / "in" / "a.txt.partial").write_text("No\n\nWords.", "utf-8")
    clock.ahead += 10
    assert given(folder) == ["One"]
    with rows.open("a", encoding="utf-8") as more:
        more.write('{"id": "2", "headline": "Two", "text": "Words."}\n{"id": \n')
    clock.ahead += 10
    assert given(folder) == ["One", "Two", "broken"]
    rows.unlink()
    assert given(folder) == []


def test_what_is_not_done_is_due_again(tmp_path: Path, folder: Folder, clock: Clock) -> None:
    (tmp_path / "in" / "a.txt").write_text("One\n\nWords.", "utf-8")
    clock.ahead += 10
    assert folder.due
    assert [g for g in folder.articles() if isinstance(g, UnreadableArticle)] == []
    assert given(folder) == ["One"]


@pytest.mark.anyio
async def test_a_changed_file_takes_its_own_place(
    graph: BoltGraph, tmp_path: Path, folder: Folder, clock: Clock
) -> None:
    reads, file = Reads(), tmp_path / "in" / "a.txt"
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        for text, expected in (
            (ORIGINAL.text, Counts(written=1)),
            (OTHER.text, Counts(written=1)),
            (OTHER.text, Counts(unchanged=1)),
        ):
            file.write_text(f"Talks\n\n{text}", "utf-8")
            clock.ahead += 10
            assert folder.due
            assert await ingest(folder.articles(), reads, graph, ledger, Told()) == expected
            folder.done()
    rows = await graph.read(cypher("MATCH (a:Article) RETURN a.text AS text, a.publisher AS publisher"))
    assert rows == [{"text": OTHER.text, "publisher": "Our desk"}]


def test_folders_are_named_in_a_file_or_given(tmp_path: Path) -> None:
    file = tmp_path / "FEEDS.toml"
    file.write_text(f'[[folders]]\npath = "{tmp_path}"\nstill = 2\n', "utf-8")
    assert read_sources(file)[1:] == ([], [FolderSource(str(tmp_path), still=2)])
    assert read_sources(tmp_path)[1:] == ([], [FolderSource(str(tmp_path))])
    file.write_text('[[folders]]\npath = "/does/not/exist"\n', "utf-8")
    with pytest.raises(SettingsError, match="no folder"):
        read_sources(file)
