"""The bytes of an input: unpacked, bounded, decoded. A broken one says where and why in one sentence."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from graph_schema.errors import UnreadableArticle

Bytes = io.BufferedReader | gzip.GzipFile

MEGABYTE = 1_000_000
LONGEST_LINE = 8 * MEGABYTE  # one article as one line of JSON, every character escaped
LARGEST_FILE = 64 * MEGABYTE  # a .json file is held in memory as a whole
LARGEST_SKIP = 1000 * MEGABYTE  # after so much of one line the rest of a file is given up

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)


class Place(NamedTuple):
    """Where something was given: a file, and a line of it."""

    file: str
    line: int | None = None

    def broken(self, reason: str) -> UnreadableArticle:
        """Return the error that says why what stands here cannot be read."""
        return UnreadableArticle(reason, file=self.file, line=self.line)

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}, line {self.line}"


def unpacked(stream: io.BufferedReader) -> Bytes:
    """Return the stream, gunzipped where it is gzip whatever its name is."""
    return gzip.GzipFile(fileobj=stream) if stream.peek(2)[:2] == b"\x1f\x8b" else stream


def whole(stream: Bytes, place: Place, limit: int) -> bytes:
    """Return all bytes of a stream, at most `limit`; raises UnreadableArticle."""
    try:
        data = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise place.broken(_unpacking(error)) from error
    if len(data) > limit:
        raise place.broken(
            f"there is more than {limit // MEGABYTE} MB here: an article may have a million characters, "
            "and long lists of articles go into .jsonl"
        )
    return data


def lines(stream: Bytes, file: str) -> Iterator[tuple[Place, bytes | UnreadableArticle]]:
    """Yield each line that is not blank, with its place; overlong ones as errors."""
    number = 0
    try:
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            place = Place(file, number)
            if len(line) > LONGEST_LINE:
                yield place, place.broken(f"the line is longer than {LONGEST_LINE // MEGABYTE} MB")
                if not _skipped(stream):
                    return
            elif line.strip():
                yield place, line
    except (OSError, EOFError, zlib.error) as error:
        place = Place(file, number + 1)
        yield place, place.broken(_unpacking(error))


def decoded(data: bytes, place: Place) -> str:
    """Return bytes as text: UTF-8, or UTF-16 with its mark; raises UnreadableArticle."""
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    other = next((name for magic, name in _OTHER_FORMATS if data.startswith(magic)), None)
    if other or (encoding != "utf-16" and b"\0" in data):
        raise place.broken(f"this is {other or 'binary data'}, not text")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = place.line or data.count(b"\n", 0, error.start) + 1
        reason = (
            f"byte {error.start + 1} (0x{data[error.start]:02x}) is not {encoding.upper()[:6].rstrip('-')}"
        )
        raise Place(place.file, line).broken(f"{reason}; save it as UTF-8") from error


def _skipped(stream: Bytes) -> bool:
    """Read on to the end of an overlong line; return whether it came."""
    for _ in range(LARGEST_SKIP // LONGEST_LINE):
        rest = stream.readline(LONGEST_LINE)
        if len(rest) < LONGEST_LINE or rest.endswith(b"\n"):
            return True
    return False


def _unpacking(error: Exception) -> str:
    return "the gzip data end too early" if isinstance(error, EOFError) else f"it cannot be read on: {error}"
