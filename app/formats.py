"""The formats of a list: pages of JSON, or the whole of it as a file that streams."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Query


class Format(StrEnum):
    """In what form a list is sent."""

    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"


MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv",
    Format.JSONL: "application/jsonl",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PARQUET: "application/vnd.apache.parquet",
}
FORMATS = {media_type: form for form, media_type in MEDIA_TYPES.items()} | {
    "application/x-ndjson": Format.JSONL
}

FormatAsked = Annotated[
    Format | None,
    Query(
        alias="format", description="`json` is paged; the others come whole, as a file (default: by `Accept`)"
    ),
]


def accepted(accept: str) -> Format:
    """Return the format that an Accept header likes best; JSON where it names none that there is."""
    liked = sorted((preference(part) for part in accept.split(",")), key=lambda pair: -pair[1])
    return next((FORMATS[media] for media, weight in liked if weight > 0 and media in FORMATS), Format.JSON)


def preference(part: str) -> tuple[str, float]:
    """Return a media range and its weight (RFC 9110, section 12.4.2)."""
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [piece.removeprefix("q=") for piece in parameters if piece.startswith("q=")]
    try:
        return media, float(weights[0]) if weights else 1.0
    except ValueError:
        return media, 0.0


def offered(media_types: Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """Return how the documentation tells in which formats, beside JSON, an answer comes."""
    others = [media_type for media_type in media_types if media_type != "application/json"]
    return {200: {"content": {media_type: {"schema": {"type": "string"}} for media_type in others}}}


LISTED = offered(MEDIA_TYPES.values())
