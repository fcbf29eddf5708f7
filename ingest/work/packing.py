"""An article as it was given, in few bytes and back; and the hash by which it is known to be unchanged."""

import json
import zlib
from dataclasses import fields
from datetime import datetime
from typing import Any

from graph_schema.identity import digest
from graph_schema.vocabulary import Precision
from ingest.articles import GivenArticle

_NAMES = tuple(field.name for field in fields(GivenArticle) if field.name != "page")  # pages are kept apart
_CIRCUMSTANCES = ("given_in", "retrieved_at")  # how it came here: may differ while the article is the same


def packed(article: GivenArticle) -> bytes:
    """Return an article as compressed JSON."""
    return zlib.compress(_json(_row(article)).encode())


def unpacked(data: bytes) -> GivenArticle:
    """Return the article that was packed."""
    row = json.loads(zlib.decompress(data))
    for name in ("published_at", "retrieved_at"):
        row[name] = datetime.fromisoformat(row[name]) if row[name] else None
    row["published_precision"] = Precision(row["published_precision"]) if row["published_precision"] else None
    return GivenArticle(**row)


def content_hash(article: GivenArticle) -> str:
    """Return the hash of all that was given of an article, wherever and whenever it was given."""
    row = {name: value for name, value in _row(article).items() if name not in _CIRCUMSTANCES}
    return digest("content", _json(row))


def _row(article: GivenArticle) -> dict[str, Any]:
    return {name: getattr(article, name) for name in _NAMES}


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, default=datetime.isoformat)
