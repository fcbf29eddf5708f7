"""A person's corrections by the command line: at once, and without a trace once taken back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.cli.running import communique
from tests.app.cli.test_graph_commands import few_samples


def some_speaker(graph: str) -> tuple[str, str]:
    """Return ids of two persons in an exported graph, of whom the first speaks."""
    lines = [json.loads(line) for line in graph.splitlines()]
    persons = {row["id"] for row in lines if row.get("properties", {}).get("type") == "person"}
    speaker = next(
        row["end"] for row in lines if row.get("relationship") == "SPOKEN_BY" and row["end"] in persons
    )
    return speaker, next(key for key in sorted(persons) if key != speaker)


def test_a_merge_acts_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    file = few_samples(tmp_path, 1)
    communique("ingest", str(file), data=tmp_path)
    before = communique("graph", "export", data=tmp_path).stdout
    speaker, other = some_speaker(before)
    done = communique("actors", "merge", speaker, other, "--reason", "one and the same", data=tmp_path)
    assert json.loads(done.stdout)["written"] >= 1
    merged = communique("graph", "export", data=tmp_path).stdout
    assert f"merged from {speaker}: one and the same" in merged
    assert f'"{speaker}: one and the same"' in merged
    assert f'"end": "{speaker}"' not in merged
    communique("actors", "unmerge", speaker, data=tmp_path)
    assert communique("graph", "export", data=tmp_path).stdout == before
    log = [
        json.loads(line)
        for line in communique("actors", "corrections", "--json", data=tmp_path).stdout.splitlines()
    ]
    assert [(one["do"], one["actor"]["id"]) for one in log] == [("merge", speaker), ("unmerge", speaker)]
    assert all(one["by"] and one["at"] for one in log)


def test_what_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    done = communique("actors", "merge", "Q701801", "Q148", data=tmp_path, expect=1)
    assert "Wang Yi (Q701801) is a person and China (Q148) a country: merge like into like" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "communique" / "gazetteer.d").exists()
