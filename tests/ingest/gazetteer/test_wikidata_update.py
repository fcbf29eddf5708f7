"""`wikidata.toml`: laid over our rows, whole or not at all, and never over what a person wrote."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph_schema.errors import InvalidGazetteer, SourceUnavailable
from ingest.gazetteer.tables import TABLES, read_tables
from ingest.gazetteer.wikidata import QueryService
from ingest.gazetteer.wikidata_update import Update, update
from tests.ingest.gazetteer.query_service import STACK_TRACE, Service, Statements, query_service

OURS = {
    "countries": "id\tiso\tname\nQ9\tAA\tAland\n",
    "positions": (
        "id\tname\tkind\tof\tsingle\n"
        "Q11\tPresident of Aland\thead_of_state\tAA\t1\n"
        "Q12\tMinister of Fish of Aland\tother\tAA\t1\n"
        "position:x\tCo-President of Aland\thead_of_state\tAA\t1\n"
    ),
    "people": "id\tname\tcountry\nQ1\tAna Ruiz\tAA\n",
    "terms": "person\tposition\tsince\tuntil\tsource\nQ1\tQ11\t2022-03-01\t\teditors\n",
}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A small gazetteer: one president, in office."""
    folder = tmp_path / "ours"
    folder.mkdir()
    for table in TABLES:
        (folder / f"{table}.tsv").write_text(OURS.get(table, "id\n"), "utf-8")
    return folder


@pytest.fixture
def service() -> Iterator[Service]:
    statements = Statements()
    statements.held("Q1", "Ana Ruiz", "Q11", "2022-03-01", "2026-10-01")
    statements.held("Q2", 'Bo "Bob" Hölm', "Q11", "2026-10-01")
    with query_service(statements) as running:
        yield running


def updated(service: Service, ours: Path, users: Path) -> Update:
    with httpx.Client() as client:
        asking = QueryService(client, service.address, lambda seconds: None)
        return update(asking, users, users / "wikidata.toml", ours)


def test_rows_are_laid_over_ours(service: Service, ours: Path, tmp_path: Path) -> None:
    done = updated(service, ours, tmp_path)
    assert [(change.kind.value, change.says) for change in done.news] == [
        ("ended", "President of Aland: Ana Ruiz since 2022-03-01 until 2026-10-01"),
        ("added", 'President of Aland: Bo "Bob" Hölm since 2026-10-01'),
    ]
    assert (done.asked, done.unknown, done.gone, done.contradictions) == (1, 1, (), ())
    tables = read_tables(ours, tmp_path)
    assert tables["terms"]["Q1 Q11 2022-03-01"]["until"] == "2026-10-01"
    assert tables["terms"]["Q1 Q11 2022-03-01"]["source"] == "editors; wikidata Q1"
    assert tables["people"]["Q2"]["name"] == 'Bo "Bob" Hölm'
    assert "wd:Q12" not in service.queries[0]


def test_the_same_answer_changes_nothing(service: Service, ours: Path, tmp_path: Path) -> None:
    updated(service, ours, tmp_path)
    before = (tmp_path / "wikidata.toml").stat()
    done = updated(service, ours, tmp_path)
    assert (done.news, done.gone) == ((), ())
    assert (tmp_path / "wikidata.toml").stat() == before


def test_what_wikidata_takes_back_is_gone(service: Service, ours: Path, tmp_path: Path) -> None:
    updated(service, ours, tmp_path)
    repaired = Statements()
    repaired.held("Q1", "Ana Ruiz", "Q11", "2022-03-01")
    with query_service(repaired) as other:
        done = updated(other, ours, tmp_path)
    assert done.gone == ("Q11: Q1 since 2022-03-01 until 2026-10-01", "Q11: Q2 since 2026-10-01")
    assert tomllib.loads((tmp_path / "wikidata.toml").read_text("utf-8")) == {}


def test_what_the_user_wrote_stands(service: Service, ours: Path, tmp_path: Path) -> None:
    row = '[[terms]]\nperson = "Q1"\nposition = "Q11"\nsince = "2022-03-01"\nuntil = "2026-09-15"\n'
    (tmp_path / "mine.toml").write_text(row, "utf-8")
    done = updated(service, ours, tmp_path)
    assert [change.term["person"] for change in done.news] == ["Q2"]
    assert read_tables(ours, tmp_path)["terms"]["Q1 Q11 2022-03-01"]["until"] == "2026-09-15"


@pytest.mark.parametrize("before", [None, "# mine\n"])
def test_a_bad_answer_changes_nothing(
    service: Service, ours: Path, tmp_path: Path, before: str | None
) -> None:
    users = tmp_path / "gazetteer.d"
    if before:
        users.mkdir()
        (users / "wikidata.toml").write_text(before, "utf-8")
    service.moods += [STACK_TRACE] * 9
    with pytest.raises(SourceUnavailable):
        updated(service, ours, users)
    assert [path.read_text("utf-8") for path in users.glob("*")] == ([before] if before else [])


def test_a_broken_file_is_left_for_its_owner_to_mend(service: Service, ours: Path, tmp_path: Path) -> None:
    (tmp_path / "wikidata.toml").write_text("[[terms", "utf-8")
    with pytest.raises(InvalidGazetteer, match=r"wikidata\.toml is not TOML"):
        updated(service, ours, tmp_path)
    assert (tmp_path / "wikidata.toml").read_text("utf-8") == "[[terms"
