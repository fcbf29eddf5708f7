"""Tables: pandas and DuckDB, by address and from files, and SQL over HTTP as dashboards ask it."""

import urllib.request
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pandas  # type: ignore[import-untyped]
import pytest
from shillelagh.backends.apsw.db import connect

from tests.app.corpus import WORLD

EVERY = sum(len(each.statements) for each in WORLD)
FEWEST = ["id", "said_on", "speakers", "claim", "act", "stance", "topics", "url", "spans"]


@pytest.fixture
def files(address: str, tmp_path: Path) -> Path:
    """A folder with all statements as a file in each format."""
    for form in ("csv", "jsonl", "parquet"):
        urllib.request.urlretrieve(f"{address}/v1/statements?format={form}", tmp_path / f"statements.{form}")
    return tmp_path


def test_pandas_reads_each_format_by_address(address: str) -> None:
    every = f"{address}/v1/statements?format="
    from_csv = pandas.read_csv(f"{every}csv", parse_dates=["said_on"])
    from_lines = pandas.read_json(f"{every}jsonl", lines=True)
    from_parquet = pandas.read_parquet(f"{every}parquet")
    for table in (from_csv, from_lines, from_parquet):
        assert len(table) == EVERY
        assert sorted(table["id"]) == sorted(from_csv["id"])
        assert set(table["stance"]) == {-1, 0, 1}
    assert set(FEWEST) <= set(from_csv.columns) == set(from_parquet.columns)
    assert pandas.api.types.is_datetime64_any_dtype(from_csv["said_on"])
    assert str(from_parquet["said_on"].dropna().iloc[0]) == "2023-08-07"


def test_pandas_takes_the_rows_of_a_page(address: str) -> None:
    page = pandas.read_json(f"{address}/v1/statements?limit=1000", typ="series")
    assert page["next_cursor"] is None
    assert len(pandas.json_normalize(page["data"])) == EVERY


def test_a_mark_for_excel_is_no_part_of_the_first_name(address: str) -> None:
    table = pandas.read_csv(f"{address}/v1/statements?format=csv&bom=true")
    assert table.columns[0] == "id"


@pytest.mark.parametrize(
    "read",
    ["read_csv('{}/statements.csv')", "read_parquet('{}/statements.parquet')"],
)
def test_duckdb_counts_in_the_flat_files(files: Path, read: str) -> None:
    table = read.format(files)
    with duckdb.connect() as database:
        rows = database.sql(
            f"SELECT speakers, count(*) FROM {table} WHERE topic_ids = 'trade' GROUP BY 1 ORDER BY 1"
        ).fetchall()
        days = database.sql(f"SELECT DISTINCT typeof(said_on) FROM {table}").fetchall()
    assert rows == [("John Brown", 2), ("Sergei Lavrov", 1), ("Wang Yi", 1)]
    assert days == [("DATE",)]


def test_duckdb_opens_what_is_nested_in_lines(files: Path) -> None:
    with duckdb.connect() as database:
        rows = database.sql(
            f"""SELECT place.exact = claim, place.spans[1][2] - place.spans[1][1] = length(claim) FROM
                (SELECT claim, unnest(appearances) AS place FROM read_json('{files}/statements.jsonl'))"""
        ).fetchall()
    assert rows == [(True, True)] * EVERY


@pytest.fixture
def superset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """SQL over JSON, as Superset asks it."""
    for needed in ("jsonpath", "prison"):
        pytest.importorskip(needed, reason="SKIPPED LOUDLY: needs the extra shillelagh[genericjsonapi]")
    monkeypatch.chdir(tmp_path)  # it keeps answers for some minutes, in a file where it is started
    return connect(":memory:", adapters=["genericjsonapi"])


def test_sql_over_json_as_superset_asks_it(superset: Any, address: str) -> None:
    table = f'"{address}/v1/statements?limit=1000#$.data[*]"'
    rows = superset.execute(f"SELECT act, COUNT(*) FROM {table} WHERE stance = -1 GROUP BY act")
    assert sorted(rows) == [("REJECT", 1), ("THREATEN", 1)]
    timeline = f'"{address}/v1/timeline?by=speaker&interval=day#$.data[*]"'
    counts = dict(superset.execute(f"SELECT series, SUM(value) FROM {timeline} GROUP BY series"))
    assert counts["Wang Yi"] == 5


@pytest.mark.parametrize("question", ["speaker=Wang+Yi", "speaker=Nobody", "speakr=x"])
def test_who_probes_by_head_is_told_json(address: str, question: str) -> None:
    answer = httpx.head(f"{address}/v1/statements?{question}", timeout=60)
    assert "json" in answer.headers["content-type"]
    assert answer.status_code in (200, 404, 422)
