"""CSL-JSON: what Pandoc, Zotero and citeproc take, one item an article."""

import json
from collections.abc import Sequence
from typing import Any

from app.exports.citations import Citation


def csl(given: Sequence[Citation]) -> str:
    """Return citations as a CSL-JSON list."""
    return json.dumps([item(each) for each in given], ensure_ascii=False)


def item(given: Citation) -> dict[str, Any]:
    """Return one item; what is not known is left out."""
    day = given.published
    fields = {
        "id": given.key,
        "type": "article-newspaper",
        "title": given.headline,
        "container-title": given.publisher,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": given.url,
        "note": given.note,
    }
    return {name: value for name, value in fields.items() if value}
