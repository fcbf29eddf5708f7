"""Which format a list is sent in."""

import pytest

from app.formats import Format, accepted


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", Format.JSON),
        ("*/*", Format.JSON),
        ("application/json", Format.JSON),
        ("text/csv", Format.CSV),
        ("text/csv;q=0.5, application/json;q=0.9", Format.JSON),
        ("application/json;q=0.1, text/csv", Format.CSV),
        ("application/x-ndjson", Format.JSONL),
        ("application/vnd.apache.parquet", Format.PARQUET),
        ("text/html,application/xhtml+xml,*/*;q=0.8", Format.JSON),
        ("text/csv;q=0", Format.JSON),
        ("text/csv;q=nonsense", Format.JSON),
    ],
)
def test_accept(accept: str, expected: Format) -> None:
    assert accepted(accept) is expected
