"""The whole graph from one place to another: the same bytes come out of it there."""

import asyncio
import zipfile
from pathlib import Path

import pytest

from graph_schema.settings import Settings
from graph_schema.store import open_graph
from tests.app.cli.running import communique
from tests.app.cli.test_graph_commands import few_samples
from tests.conftest import NO_NEO4J, claim_for_tests, empty

pytestmark = pytest.mark.timeout(900)  # up to nine processes a test, each with an engine to start


def exported(data: Path, *words: str) -> str:
    return communique("graph", "export", "--stamps", *words, data=data).stdout


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    communique("ingest", str(few_samples(folder, 3)), data=folder)
    return folder


@pytest.mark.parametrize("name", ["graph.jsonl", pytest.param("graph.parquet", marks=pytest.mark.slow)])
def test_export_import_export(filled: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    communique("graph", "export", "--stamps", "--output", str(file), data=filled)
    done = communique("graph", "import", str(file), data=tmp_path)
    assert "nodes and" in done.stderr
    assert exported(tmp_path) == exported(filled)
    again = tmp_path / f"again-{name}"
    communique("graph", "export", "--stamps", "--output", str(again), data=tmp_path)
    assert again.read_bytes() == file.read_bytes()
    refused = communique("graph", "import", str(file), data=tmp_path, expect=1)
    assert "--replace" in refused.stderr
    assert exported(tmp_path) == exported(filled)


@pytest.mark.slow
def test_backup_and_restore_go_on_as_before(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    communique("graph", "backup", str(file), data=filled)
    communique("graph", "restore", str(file), data=tmp_path)
    assert exported(tmp_path) == exported(filled)
    again = communique("ingest", str(few_samples(tmp_path, 3)), data=tmp_path)
    assert '"written": 0, "unchanged": 3' in again.stdout.splitlines()[-1]
    refused = communique("graph", "restore", str(file), data=tmp_path, expect=1)
    assert "--replace" in refused.stderr
    communique("graph", "restore", str(file), "--replace", data=tmp_path)
    assert exported(tmp_path) == exported(filled)


@pytest.mark.slow
def test_a_damaged_backup_is_refused(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    communique("graph", "backup", str(file), data=filled)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("data/more.json", "{}")
    refused = communique("graph", "restore", str(file), data=tmp_path, expect=1)
    assert "damaged" in refused.stderr
    nothing = tmp_path / "nothing.zip"
    nothing.write_text("nothing")
    assert "no backup" in communique("graph", "restore", str(nothing), data=tmp_path, expect=1).stderr


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.jsonl"
    file.write_text("words\n")
    assert "line 1" in communique("graph", "import", str(file), data=tmp_path, expect=1).stderr
    assert "cannot be read" in communique("graph", "import", "none.jsonl", data=tmp_path, expect=1).stderr


@pytest.mark.slow
def test_to_neo4j_and_back(filled: Path, tmp_path: Path) -> None:
    there = Settings()
    if there.neo4j_uri is None:
        pytest.skip(NO_NEO4J)
    asyncio.run(emptied(there))
    password = there.neo4j_password.get_secret_value()
    to = ["graph", "copy", "--to", there.neo4j_uri, "--password", password]
    communique(*to, data=filled)
    assert "--replace" in communique(*to, data=filled, expect=1).stderr
    communique(*to, "--replace", data=filled)
    neo4j = {"NEO4J_URI": there.neo4j_uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": password}
    communique("graph", "copy", "--to", "embedded", data=tmp_path, more=neo4j)
    assert exported(tmp_path) == exported(filled)


async def emptied(settings: Settings) -> None:
    await claim_for_tests(settings)
    async with open_graph(settings) as graph:
        await empty(graph)
