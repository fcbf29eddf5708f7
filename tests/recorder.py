"""Which queries were sent to which engine while the tests ran."""

from collections import defaultdict
from typing import Any

import pytest

from graph_schema import bolt
from graph_schema.cypher import Query

sent: dict[str, set[str]] = defaultdict(set)


def record(monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    """Note every query from now on as sent to this engine; composed ones by their fragments."""
    original = bolt._text

    def recording(query: str | Query, parameters: dict[str, Any]) -> Any:
        name = query if isinstance(query, str) else query.name
        ending, _, filters = name.partition(" by ")
        sent[engine] |= {
            *ending.split(" after "),
            *(f"filters/{part}" for part in filters.split(", ") if filters),
        }
        return original(query, parameters)

    monkeypatch.setattr(bolt, "_text", recording)
