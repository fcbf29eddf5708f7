"""No query goes out that was not tried on each engine."""

import pytest

from graph_schema.cypher import names
from tests.recorder import sent


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_every_query_was_sent(engine: str) -> None:
    if engine not in sent:
        pytest.skip(f"SKIPPED LOUDLY: no test ran on {engine}")
    assert sorted(set(names()) - sent[engine]) == []
