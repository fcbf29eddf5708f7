"""RIS: what Zotero, EndNote and Mendeley import, one record an article."""

from collections.abc import Sequence

from app.exports.citations import Citation


def ris(given: Sequence[Citation]) -> str:
    """Return citations as a RIS file."""
    return "".join(record(each) for each in given)


def record(given: Citation) -> str:
    """Return one record; a line that has nothing to say is left out."""
    fields = [
        ("TY", "NEWS"),
        ("ID", given.key),
        ("TI", given.headline),
        ("T2", given.publisher),
        ("PY", f"{given.published:%Y}" if given.published else ""),
        ("DA", f"{given.published:%Y/%m/%d}" if given.published else ""),
        ("UR", given.url),
        ("N1", given.note),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n"
