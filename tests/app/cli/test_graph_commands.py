"""From articles to the graph and back, by the command line, on the embedded engine."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.cli.running import communique

SAMPLES = Path(__file__).resolve().parents[3] / "ingest" / "samples" / "articles.jsonl"


def few_samples(folder: Path, count: int = 4) -> Path:
    file = folder / "few.jsonl"
    file.write_text("".join(SAMPLES.read_text("utf-8").splitlines(keepends=True)[:count]), "utf-8")
    return file


def test_the_same_articles_twice_give_the_same_graph(tmp_path: Path) -> None:
    file = few_samples(tmp_path)
    first = communique("ingest", str(file), data=tmp_path)
    once = communique("graph", "export", data=tmp_path).stdout
    second = communique("ingest", str(file), data=tmp_path)
    twice = communique("graph", "export", data=tmp_path).stdout
    before, after = json.loads(first.stdout.splitlines()[-1]), json.loads(second.stdout.splitlines()[-1])
    assert before["written"] + before["duplicate"] == after["unchanged"] == 4
    assert once == twice
    assert '"Statement"' in once


def test_an_article_taken_out_and_put_back_leaves_no_trace(tmp_path: Path) -> None:
    file = few_samples(tmp_path, 2)
    communique("ingest", str(file), data=tmp_path)
    whole = communique("graph", "export", data=tmp_path).stdout
    last = json.loads(file.read_text("utf-8").splitlines()[-1])["id"]
    communique("remove", last, data=tmp_path)
    assert f'"{last}"' not in communique("graph", "export", data=tmp_path).stdout
    communique("ingest", str(file), data=tmp_path)
    assert communique("graph", "export", data=tmp_path).stdout == whole


def test_what_cannot_be_read_ends_in_the_dead_letters(tmp_path: Path) -> None:
    file = few_samples(tmp_path, 1)
    with file.open("a", encoding="utf-8") as rows:
        rows.write('{"id": "broken", "text": \n')
    done = communique("ingest", str(file), data=tmp_path, expect=1)
    assert json.loads(done.stdout.splitlines()[-1])["dead"] == 1
    (letter,) = communique("dead-letters", "list", "--json", data=tmp_path).stdout.splitlines()
    assert "line 2" in json.loads(letter)["given_in"]
    communique("dead-letters", "drop", data=tmp_path, expect=2)  # all of them, unasked? never
    communique("dead-letters", "drop", "--all", data=tmp_path)
    assert communique("dead-letters", "list", "--json", data=tmp_path).stdout == ""


def test_a_dry_run_touches_nothing(tmp_path: Path) -> None:
    done = communique("ingest", str(few_samples(tmp_path)), "--dry-run", "--limit", "3", data=tmp_path)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["written"] + told["duplicate"] == 3
    assert not (tmp_path / "communique").exists()


def test_a_dry_run_knows_what_was_taken_in_before(tmp_path: Path) -> None:
    communique("ingest", str(few_samples(tmp_path, 1)), data=tmp_path)
    done = communique("ingest", str(few_samples(tmp_path, 3)), "--dry-run", data=tmp_path)
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["unchanged"], sum(told.values())) == (1, 3)


def test_status_says_how_neo4j_browser_connects(tmp_path: Path) -> None:
    found = json.loads(communique("graph", "status", "--json", data=tmp_path).stdout)
    assert found["address"].startswith("bolt://127.0.0.1:")
    assert found["schema_version"] >= 1


def test_the_doctor_finds_everything_well(tmp_path: Path) -> None:
    lines = communique("doctor", "--json", data=tmp_path).stdout.splitlines()
    assert all(json.loads(line)["well"] for line in lines)
    assert {json.loads(line)["name"] for line in lines} >= {"python", "engine", "tagger", "gazetteer"}


def test_the_demo_prints_triples(tmp_path: Path) -> None:
    done = communique("demo", "--once", data=tmp_path)
    assert "Wang Yi and Sergey Lavrov on the telephone" in done.stdout
    assert "China's position paper" in done.stdout
    assert "statements by" in done.stderr
