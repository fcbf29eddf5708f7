"""The gazetteer by the command line: checked, and refreshed from a stand-in for Wikidata on loopback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.gazetteer.loading import FOLDER
from ingest.gazetteer.tables import Rows, read_tables
from ingest.gazetteer.wikidata_terms import ITEM
from ingest.gazetteer.wikidata_update import KINDS
from tests.app.cli.running import communique
from tests.ingest.gazetteer.query_service import FORBIDDEN, Statements, query_service

TWO_PRESIDENTS = """
[[terms]]
person = "Q15031"
position = "Q11696"
since = "2021-02-01"
"""


def test_check_finds_contradictions_also_with_rows_of_ones_own(tmp_path: Path) -> None:
    assert communique("gazetteer", "check", data=tmp_path).stdout == ""
    users = tmp_path / "communique" / "gazetteer.d"
    users.mkdir(parents=True)
    (users / "mine.toml").write_text(TWO_PRESIDENTS, "utf-8")
    [*sentences] = communique("gazetteer", "check", data=tmp_path, expect=1).stdout.splitlines()
    assert any("(Q11696) has two holders on 2021-02-" in sentence for sentence in sentences)


@pytest.fixture(scope="module")
def tables() -> dict[str, Rows]:
    return read_tables(FOLDER, None)


def as_wikidata_has_it(tables: dict[str, Rows]) -> Statements:
    """Return our own terms of leaders and foreign ministers as Wikidata's statements."""
    found = Statements()
    for row in tables["terms"].values():
        person, post = tables["people"][row["person"]], tables["positions"][row["position"]]
        if post["kind"] in KINDS and ITEM.fullmatch(person["id"]) and ITEM.fullmatch(post["id"]):
            found.held(person["id"], person["name"], post["id"], row.get("since", ""), row.get("until", ""))
    return found


def test_update_prints_what_is_new_and_keeps_it(tmp_path: Path, tables: dict[str, Rows]) -> None:
    statements = as_wikidata_has_it(tables)
    statements.held("Q999999901", "Jane Example", "Q11696", "2029-01-20")
    file = tmp_path / "communique" / "gazetteer.d" / "wikidata.toml"
    with query_service(statements) as service:
        first = communique("gazetteer", "update", "--endpoint", service.address, "--json", data=tmp_path)
        written = file.read_bytes()
        second = communique("gazetteer", "update", "--endpoint", service.address, data=tmp_path)
    news = [json.loads(line) for line in first.stdout.splitlines()]
    assert [(one["kind"], one["term"]["person"]) for one in news] == [
        ("ended", "Q22686"),
        ("added", "Q999999901"),
    ]
    assert "contradict" not in first.stderr
    assert second.stdout == ""
    assert file.read_bytes() == written
    assert communique("gazetteer", "check", data=tmp_path).stdout == ""


def test_a_service_that_refuses_changes_nothing(tmp_path: Path) -> None:
    with query_service(Statements(), FORBIDDEN) as service:
        done = communique("gazetteer", "update", "--endpoint", service.address, data=tmp_path, expect=1)
    assert done.stdout == ""
    assert f"{service.address} answered 403: nothing was changed" in done.stderr
    assert not (tmp_path / "communique").exists()
