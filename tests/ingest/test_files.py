"""What can be given, and what is said of what cannot be read."""

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_schema.errors import UnreadableArticle
from graph_schema.vocabulary import Precision
from ingest.articles import GivenArticle
from ingest.given.files import articles_in

LONG = "A long first paragraph. " * 20
BODY = "Wang Yi said China is ready.\n\nHe added that trade grows."


def read(tmp_path: Path, name: str, content: str | bytes) -> list[GivenArticle | UnreadableArticle]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(articles_in([str(path)]))


def only(found: list[GivenArticle | UnreadableArticle]) -> GivenArticle:
    assert len(found) == 1
    assert isinstance(found[0], GivenArticle), found[0]
    return found[0]


@pytest.mark.parametrize(
    ("content", "headline", "text", "published"),
    [
        (f"Meeting\n\n{BODY}", "Meeting", BODY, None),
        (f"Meeting\n\n{BODY}\n", "Meeting", BODY + "\n", None),
        (f"Meeting\nUpdated 23:04, 07-Aug-2023\n\n{BODY}", "Meeting", BODY, (2023, 8, 7, 23, 4)),
        (f"Meeting\n2023-08-07\n\n{BODY}", "Meeting", BODY, (2023, 8, 7)),
        (f"\ufeffMeeting\r\n\r\n{BODY}", "Meeting", BODY, None),
        ("Meeting\r\n2023-08-07 23:04\r\n\r\nA.\r\n\r\nB.", "Meeting", "A.\r\n\r\nB.", (2023, 8, 7, 23, 4)),
        ("Wang Yi said China is ready.", "", "Wang Yi said China is ready.", None),
        (f"{LONG}\n\nMore.", "", f"{LONG}\n\nMore.", None),
    ],
)  # fmt: skip
def test_plain_text(
    tmp_path: Path, content: str, headline: str, text: str, published: tuple[int, ...] | None
) -> None:
    article = only(read(tmp_path, "a.txt", content))
    assert (article.headline, article.text) == (headline, text)
    assert article.published_at == (datetime(*published, tzinfo=UTC) if published else None)  # type: ignore[arg-type, misc]
    assert article.given_in.endswith("a.txt")
    assert article.id.startswith("article:")


def test_rows_keep_their_ids_and_texts(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"id": "a/1", "title": "T", "date": "2023-08-07", "text": " kept\r\nas it is ", "odd": 1},
        {
            "id": 2,
            "headline": "H",
            "published_at": "2023-08-07T23:04:00+08:00",
            "text": "x",
            "publisher": None,
        },
        {"url": "https://example.org/a", "text": "x", "language": "pt-BR"},
    ]
    first, second, third = read(tmp_path, "a.jsonl", "\n\n".join(map(json.dumps, rows)))
    assert isinstance(first, GivenArticle)
    assert isinstance(second, GivenArticle)
    assert isinstance(third, GivenArticle)
    assert (first.id, first.headline, first.text) == ("a/1", "T", " kept\r\nas it is ")
    assert first.published_precision is Precision.DAY
    assert (second.id, second.published_precision) == ("2", Precision.SECOND)
    assert third.language == "pt-BR"
    assert third.id == only(read(tmp_path, "b.jsonl", json.dumps({**rows[2], "text": "y"}))).id
    assert third.given_in.endswith("a.jsonl, line 5")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "The two sides agreed that the talks would go on, and that trade was to be discussed with both.",
            "en",
        ),
        ("Le ministre des Affaires étrangères a déclaré lundi que la Chine est prête à travailler.", "fr"),
        ("Der Außenminister sagte am Montag in Berlin, dass die Gespräche in der Ukraine weitergehen.", "de"),
        ("外交部长王毅周一表示，中国愿与俄罗斯合作。", "zh"),
        ("Глава МИД России Сергей Лавров заявил, что Москва высоко ценит позицию Китая.", "ru"),
    ],
)
def test_the_language_is_told(tmp_path: Path, text: str, language: str) -> None:
    assert only(read(tmp_path, "a.txt", f"Headline\n\n{text}")).language == language


def test_json_files_hold_one_article_or_a_list(tmp_path: Path) -> None:
    assert only(read(tmp_path, "one.json", '{"text": "x", "id": "1"}')).id == "1"
    found = read(tmp_path, "list.json", '[{"text": "x", "id": "1"}, {"id": "2"}]')
    assert [type(given) for given in found] == [GivenArticle, UnreadableArticle]
    assert "list.json, item 2: the article has neither text nor html" in str(found[1])


def test_pages(tmp_path: Path) -> None:
    words = "Chinese Foreign Minister Wang Yi said on Monday that China and Russia are reliable friends. "
    page = f"""<!doctype html><html lang="en"><head><title>Friends | CGTN</title>
        <meta property="og:site_name" content="CGTN"><link rel="canonical" href="https://example.org/a">
        <meta property="article:published_time" content="2023-08-07T23:04:00+08:00"></head>
        <body><nav>Home</nav><article><h1>Friends</h1><p>{words * 3}</p><p>{words * 2}</p></article>
        </body></html>"""
    article = only(read(tmp_path, "a.html", page))
    assert (article.publisher, article.url) == ("CGTN", "https://example.org/a")
    assert article.text == f"{(words * 3).strip()}\n\n{(words * 2).strip()}"
    assert article.published_at == datetime.fromisoformat("2023-08-07T23:04:00+08:00")
    row = only(read(tmp_path, "a.jsonl", json.dumps({"id": "p", "html": page, "headline": "Mine"})))
    assert (row.id, row.headline, row.publisher) == ("p", "Mine", "CGTN")


def test_folders_in_order_and_gzip(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.jsonl.gz").write_bytes(
        gzip.compress(b'{"id": "2", "text": "x"}\n{"id": "3", "text": "x"}')
    )
    (tmp_path / "a.txt").write_text("H\n\nx")
    (tmp_path / "README.md").write_text("not an article")
    (tmp_path / ".hidden.txt").write_text("H\n\nx")
    assert [given.id[:7] for given in articles_in([str(tmp_path)]) if isinstance(given, GivenArticle)] == [
        "article",
        "2",
        "3",
    ]


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"id": "1", "text": "x"}\n{"id": "2", "text": "x"}', ["1", "2"]),
        ('[{"id": "1", "text": "x"}]', ["1"]),
    ],
)
def test_standard_input(content: str, ids: list[str]) -> None:
    for data in (content.encode(), gzip.compress(content.encode())):
        found = list(articles_in(["-"], stdin(data)))
        assert [given.id for given in found if isinstance(given, GivenArticle)] == ids


def test_standard_input_of_plain_text() -> None:
    found = list(articles_in(["-"], stdin(f"Meeting\n\n{BODY}".encode())))
    assert only(found).headline == "Meeting"


def stdin(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


BROKEN = [
    ("empty.txt", b"", "there is no text"),
    ("blank.txt", b" \n\n", "there is no text"),
    ("empty.jsonl", b"", "the file is empty"),
    ("empty.json", b"", "empty.json, line 1: not whole JSON"),
    ("bytes.txt", b"abc\0\1\2def", "this is binary data, not text"),
    ("doc.txt", b"%PDF-1.7\nabc", "this is a PDF, not text"),
    ("latin.txt", "H\n\nErdo\xf0an".encode("latin-1"), "latin.txt, line 3: byte 8 (0xf0) is not UTF-8"),
    ("latin.jsonl", '{"text": "\xe9"}'.encode("latin-1"), "latin.jsonl, line 1: byte 11 (0xe9) is not UTF-8"),
    ("page.txt", b"H\n\n<p>one</p><p>two</p>", "page.txt, line 3: this is HTML"),
    ("doc2.txt", b"<!DOCTYPE html>\n<title>", "doc2.txt, line 1: this is HTML"),
    ("word.txt", b"word" * 12_500_000, "there is more than 8 MB here"),
    ("word2.txt", b"word" * 5_000, "a word of more than 10,000 characters"),
    ("long.txt", b"some words " * 100_000, "the text has 1,100,000 characters"),
    ("word.jsonl", b'{"text": "' + b"word" * 12_500_000 + b'"}', "line 1: the line is longer than 8 MB"),
    ("cut.jsonl", b'{"id": "1", "text": "half a se', "cut.jsonl, line 1: not whole JSON: Unterminated"),
    ("list.jsonl", b'["a"]', "list.jsonl, line 1: an article is a JSON object with a text"),
    ("none.jsonl", b'{"id": "1"}', "line 1: the article has neither text nor html"),
    ("date.jsonl", b'{"text": "x", "date": "once"}', "published_at is 'once', which is no date"),
    ("number.jsonl", b'{"text": 5}', "text is not text but int"),
    ("half.jsonl", b'{"text": "\\ud800"}', "half of a surrogate pair"),
    ("deep.jsonl", b"[" * 100_000, "lists too deep"),
    ("cut.jsonl.gz", gzip.compress(b'{"text": "x"}' * 999)[:-20], "the gzip data end too early"),
    ("a.docx", b"PK\3\4", "only .txt, .html"),
    ("page.html", b"<html><body></body></html>", "there is no article in this page"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN, ids=[name for name, *_ in BROKEN])
def test_says_what_cannot_be_read(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    found = read(tmp_path, name, content)
    assert isinstance(found[-1], UnreadableArticle)
    assert reason in str(found[-1])
    assert name in str(found[-1])
    assert "\n" not in str(found[-1])


def test_the_others_are_still_read(tmp_path: Path) -> None:
    lines = [
        b'{"id": "1", "text": "x"}',
        b'{"id": "2", "tex',
        b"x" * 9_000_000,
        b'{"id": "1", "text": "y"}',
        b'{"id": "3", "text": "x"}',
    ]
    found = read(tmp_path, "a.jsonl", b"\n".join(lines))
    assert [given.id if isinstance(given, GivenArticle) else given.line for given in found] == [
        "1",
        2,
        3,
        None,
        "3",
    ]
    assert "the id '1' is taken already by" in str(found[3])
    assert "a.jsonl, line 4" in str(found[3])


def test_missing_files_and_empty_folders(tmp_path: Path) -> None:
    found = list(articles_in([str(tmp_path / "no.txt"), str(tmp_path)]))
    assert "no.txt: the file cannot be opened: No such file" in str(found[0])
    assert "there is no article in this folder" in str(found[1])


def test_gzip_bombs_cost_neither_memory_nor_the_rest(tmp_path: Path) -> None:
    bomb = gzip.compress(b'{"text": "' + b" " * 60_000_000 + b'"}\n{"id": "2", "text": "x"}')
    found = read(tmp_path, "bomb.jsonl.gz", bomb)
    assert "the line is longer" in str(found[0])
    assert only(found[1:]).id == "2"


def test_archives(tmp_path: Path) -> None:
    words = "Chinese Foreign Minister Wang Yi said on Monday that China and Russia are reliable friends. "
    page = f"<html><title>Friends</title><body><article><p>{words * 3}</p></article></body></html>"
    good, bad = _response("https://example.org/a", page), _response("https://example.org/b", "<html></html>")
    found = read(tmp_path, "crawl.warc.gz", gzip.compress(good) + gzip.compress(bad))
    assert only(found[:1]).url == "https://example.org/a"
    assert only(found[:1]).retrieved_at == datetime(2023, 8, 8, tzinfo=UTC)
    assert "crawl.warc.gz, https://example.org/b: there is no article in this page" in str(found[1])


def _response(url: str, page: str) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-08-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
