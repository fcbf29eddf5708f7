"""The worker on made articles, by the real reader: counts, copies, and what is left after it was killed."""

from pathlib import Path

import pytest

from ingest.articles import GivenArticle
from ingest.given.files import articles_in
from tests.benchmarks.ingesting import measure
from tests.benchmarks.newswire import newswire


def test_made_articles_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    made = newswire(400)
    assert made == newswire(400)
    assert made.lines != newswire(400, seed=8).lines
    given = list(articles_in([str(made.write(tmp_path / "made.jsonl"))]))
    assert len(given) == 400
    assert [n for n, item in enumerate(given, 1) if not isinstance(item, GivenArticle)] == made.broken
    assert len(made.deadly) == 3
    assert 0.06 <= len(made.copies) / 400 <= 0.10
    assert 0.06 <= len(made.near) / 400 <= 0.10


@pytest.mark.slow
def test_killed_or_not_the_graph_is_the_same(tmp_path: Path) -> None:
    shown = measure(tmp_path, count=300, kills=4)
    alone = shown["undisturbed"]
    assert alone["ended"] == alone["given"] == 300
    assert alone["dead_as_made"]
    assert alone["copies"]["precision"] >= 0.97
    assert alone["copies"]["recall"] >= 0.97
    assert alone["copies"]["near_misses_merged"] == 0
    assert shown["killed"]["same"] == {"lines": True, "export": True, "states": True}
