"""What people found of statements holds when the command line reads the article again, changed or not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.running import communique

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
TEXT = (
    "BEIJING, Aug. 7 -- Chinese Foreign Minister Wang Yi said on Monday that trade must stay open. "
    "Wang warned that new tariffs would harm both economies."
)


def ingest(folder: Path, text: str) -> dict[str, Any]:
    """Read the article with the command line's worker; return what it counted."""
    article = {"id": "call", "headline": "On trade", "publisher": "Our own words", "text": text}
    file = folder / "article.jsonl"
    file.write_text(json.dumps(article | {"published_at": "2023-08-07"}) + "\n", "utf-8")
    counts: dict[str, Any] = json.loads(communique("ingest", str(file), data=folder).stdout.splitlines()[-1])
    return counts


def shown(folder: Path, statement: str) -> dict[str, Any]:
    """Return a statement with its review as the command line shows it."""
    found: dict[str, Any] = json.loads(communique("review", "show", statement, data=folder).stdout)
    return found


def test_corrections_and_rejections_outlive_another_reading(tmp_path: Path) -> None:
    assert ingest(tmp_path, TEXT)["written"] == 1
    listed = communique("review", "list", "--json", data=tmp_path).stdout.splitlines()
    keys = {row["claim"]: row["id"] for row in map(json.loads, listed)}
    open_, harm = keys["trade must stay open"], keys["new tariffs would harm both economies"]
    communique("review", "correct", open_, "--act", "REQUEST", "--stance", "0", data=tmp_path)
    communique("review", "reject", harm, data=tmp_path)

    assert ingest(tmp_path, TEXT)["unchanged"] == 1
    assert ingest(tmp_path, f"{TEXT} The ministers dined.")["written"] == 1  # read anew
    found = shown(tmp_path, open_)
    assert (found["statement"]["act"], found["statement"]["stance"]) == ("REQUEST", 0)
    assert (found["statement"]["reviewed"], found["review"]["verdict"]) == ("corrected", "correct")
    assert shown(tmp_path, harm)["statement"] is None
    left = communique("review", "list", "--json", data=tmp_path).stdout
    assert "harm both economies" not in left
