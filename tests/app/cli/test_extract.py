"""`communique extract` as a user runs it: what it prints, and what it says of input that it cannot read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.cli.running import communique

CALL = """\
Wang Yi speaks with Lavrov by telephone
Updated 23:04, 07-Aug-2023

Chinese Foreign Minister Wang Yi spoke with Russian Foreign Minister Sergey Lavrov by telephone on Monday.

Wang said that China will keep to an impartial stand on the Ukraine crisis.
"""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "call.txt"
    file.write_text(CALL, "utf-8")
    return file


def test_prints_one_json_object_an_article(call: Path, tmp_path: Path) -> None:
    done = communique("extract", str(call), data=tmp_path)
    (line,) = done.stdout.splitlines()
    article = json.loads(line)
    text = CALL.split("\n\n", 1)[1]
    (statement,) = article["statements"]
    assert article["published_at"] == "2023-08-07T23:04:00Z"
    assert [text[start:end] for start, end in statement["claim_spans"]] == [statement["claim"]]
    assert statement["claim"] == "China will keep to an impartial stand on the Ukraine crisis"
    assert [speaker["name"] for speaker in statement["speakers"]] == ["Wang Yi"]
    assert "ukraine-war" in statement["topics"]


def test_prints_a_table(call: Path, tmp_path: Path) -> None:
    done = communique("extract", str(call), "--format", "table", data=tmp_path)
    assert "Wang Yi" in done.stdout
    assert "impartial" in done.stdout


def test_writes_a_file_only_when_it_is_whole(call: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "statements.jsonl"
    communique("extract", str(call), "--output", str(target), data=tmp_path)
    assert json.loads(target.read_text("utf-8"))["headline"] == "Wang Yi speaks with Lavrov by telephone"
    assert [file.name for file in target.parent.iterdir()] == ["statements.jsonl"]


def empty(folder: Path) -> Path:
    return written(folder / "empty.txt", b"")


def binary(folder: Path) -> Path:
    return written(folder / "image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50)


def one_word(folder: Path) -> Path:
    return written(folder / "word.txt", b"Headline\n\n" + b"a" * 50_000_000)


def not_utf8(folder: Path) -> Path:
    return written(folder / "latin.txt", "Headline\n\nT\xfcrkiye said no.".encode("latin-1"))


def page_as_text(folder: Path) -> Path:
    return written(folder / "page.txt", b"<!DOCTYPE html><html><body><p>He said no.</p></body></html>")


def cut_line(folder: Path) -> Path:
    whole = json.dumps({"id": "a", "text": "Wang said that China is ready."})
    return written(folder / "cut.jsonl", f'{whole}\n{{"id": "b", "text": "cut he'.encode())


def written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("spoiled", [empty, binary, one_word, not_utf8, page_as_text, cut_line])
def test_names_what_it_cannot_read_and_reads_the_rest(
    spoiled: Callable[[Path], Path], call: Path, tmp_path: Path
) -> None:
    file = spoiled(tmp_path)
    done = communique("extract", str(file), str(call), data=tmp_path, expect=1)
    (sentence,) = [line for line in done.stderr.splitlines() if file.name in line]
    assert sentence.startswith("communique: ")
    assert "line 2" in sentence or spoiled is not cut_line
    assert json.loads(done.stdout.splitlines()[-1])["headline"] == "Wang Yi speaks with Lavrov by telephone"
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_2(tmp_path: Path) -> None:
    done = communique("extract", "--format", "xml", "x.txt", data=tmp_path, expect=2)
    assert "jsonl" in done.stderr
