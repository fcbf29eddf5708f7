"""Where articles come from: files, folders, addresses and standard input, in a fixed order.

What cannot be read is yielded as an error in its place, so that everything else is still read.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from graph_schema.errors import UnreadableArticle
from ingest.articles import GivenArticle
from ingest.given import raw
from ingest.given.raw import Bytes, Place
from ingest.given.rows import items, parsed, row_article
from ingest.given.texts import text_article
from ingest.policies import OPEN, Policies

Given = GivenArticle | UnreadableArticle
Read = Callable[[Bytes, str], Iterator[Given]]

STANDARD_INPUT = "-"


def articles_in(
    inputs: Iterable[str], stdin: BufferedReader | None = None, policies: Policies = OPEN
) -> Iterator[Given]:
    """Yield the articles of all inputs with their ids, and an error for each that cannot be read.

    An input is a file (.txt, .html, .json, .jsonl, .warc, each also .gz), a folder of them, an address, or
    `-` for standard input (`stdin`, by default the process's). An id given twice is an error the second time.
    """
    yield from each_once(given for name in inputs for given in _from(name, stdin, policies))


def each_once(found: Iterable[Given]) -> Iterator[Given]:
    """Yield articles with their ids; an id of the giver's that comes again is an error."""
    taken: dict[str, str] = {}
    for given in found:
        if isinstance(given, GivenArticle) and given.id:
            if first := taken.get(given.id):
                yield Place(given.given_in).broken(f"the id {given.id!r} is taken already by {first}")
                continue
            taken[given.id] = given.given_in
        yield given.identified() if isinstance(given, GivenArticle) else given


def _from(name: str, stdin: BufferedReader | None, policies: Policies) -> Iterator[Given]:
    if name == STANDARD_INPUT:
        yield from _stream(stdin or cast(BufferedReader, sys.stdin.buffer), "standard input", _sniffed)
        return
    if name.startswith(("http://", "https://")):
        yield _address(name, policies)
        return
    path = Path(name)
    if not path.is_dir():
        yield from file_articles(path)
        return
    found = readable_files(path)
    if not found:
        yield Place(name).broken(f"there is no article in this folder ({', '.join(READERS)})")
    for file in found:
        yield from file_articles(file)


def readable_files(folder: Path) -> list[Path]:
    """Return the files below a folder that hold articles by their names, hidden ones left out, sorted."""
    return [
        file
        for file in sorted(folder.rglob("*"))
        if _reader(file) and not _hidden(file, folder) and file.is_file()
    ]


def _address(url: str, policies: Policies) -> Given:
    # they load the web client: only those who give addresses need it
    from ingest.web.fetching import Fetcher
    from ingest.web.manners import Manners
    from ingest.web.visiting import page_at

    with Fetcher.open(Manners(), policies=policies) as fetcher:
        return page_at(url, fetcher)


def file_articles(path: Path) -> Iterator[Given]:
    """Yield the articles of one file, without ids where they bring none."""
    read = _reader(path)
    if read is None:
        yield Place(str(path)).broken(f"only {', '.join(READERS)} can be read, each also as .gz")
        return
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), read)
    except OSError as error:
        yield Place(str(path)).broken(f"the file cannot be opened: {error.strerror}")


def _stream(stream: BufferedReader, file: str, read: Read) -> Iterator[Given]:
    try:
        yield from read(raw.unpacked(stream), file)
    except UnreadableArticle as error:
        yield error


def _reader(path: Path) -> Read | None:
    name = path.name.lower().removesuffix(".gz")
    return next((read for suffix, read in READERS.items() if name.endswith(suffix)), None)


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _text(stream: Bytes, file: str) -> Iterator[Given]:
    place = Place(file)
    yield text_article(raw.decoded(raw.whole(stream, place, raw.LONGEST_LINE), place), place)


def _page(stream: Bytes, file: str) -> Iterator[Given]:
    from ingest.given.pages import page_article  # loads the extractor: only those who read pages pay for it

    place = Place(file)
    yield page_article(raw.whole(stream, place, raw.LONGEST_LINE), place)


def _json(stream: Bytes, file: str) -> Iterator[Given]:
    place = Place(file)
    yield from items(parsed(raw.whole(stream, place, raw.LARGEST_FILE), place), file)


def _rows(stream: Bytes, file: str) -> Iterator[Given]:
    empty = True
    for place, line in raw.lines(stream, file):
        empty = False
        try:
            yield line if isinstance(line, UnreadableArticle) else row_article(parsed(line, place), place)
        except UnreadableArticle as error:
            yield error
    if empty:
        yield Place(file).broken("the file is empty")


def _archive(stream: Bytes, file: str) -> Iterator[Given]:
    from ingest.given.archives import archived  # the archive reader is loaded by those who have archives

    yield from archived(stream, file)


def _sniffed(stream: Bytes, file: str) -> Iterator[Given]:
    """Read what standard input turns out to hold: a page, JSON, rows or plain text."""
    start = stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return _page(stream, file)
    if start.startswith(b"["):
        return _json(stream, file)
    return _rows(stream, file) if start.startswith(b"{") else _text(stream, file)


READERS: dict[str, Read] = {
    ".txt": _text, ".html": _page, ".htm": _page, ".json": _json, ".jsonl": _rows, ".warc": _archive
}  # fmt: skip
