"""The whole graph in a file: JSON lines (also .gz), Parquet, or a backup with what stands beside it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph_schema.errors import InvalidExport

COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("node", "id", "relationship", "start", "end", "properties")]
)
LINES, MANIFEST = "graph.jsonl", "manifest.json"
BESIDE = ("*.sqlite", "gazetteer.d/*.toml", "*.json")  # what a backup takes from the data folder
GROUP = 10_000


async def write_parquet(path: Path, lines: AsyncIterator[str]) -> None:
    """Write lines as rows; `properties` stays JSON, because each kind has others."""
    with pq.ParquetWriter(path, COLUMNS, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        async for line in lines:
            parsed = json.loads(line)
            rows.append(parsed | {"properties": json.dumps(parsed["properties"], ensure_ascii=False)})
            if len(rows) == GROUP:
                writer.write_table(pa.Table.from_pylist(rows, COLUMNS))
                rows = []
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, COLUMNS))


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of an export; raises InvalidExport where the file is none."""
    try:
        if path.suffix == ".parquet":
            yield from _rows(path)
            return
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8") as file
        ):
            yield from file
    except (OSError, UnicodeDecodeError, pa.ArrowException) as error:
        raise InvalidExport(f"{path} cannot be read: {error}") from error


def _rows(path: Path) -> Iterator[str]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(GROUP):
            for row in batch.to_pylist():
                kept = {
                    name: value for name, value in row.items() if value is not None and name != "properties"
                }
                yield json.dumps(kept | {"properties": json.loads(row["properties"])}, ensure_ascii=False)


async def write_backup(path: Path, data: Path, lines: AsyncIterator[str], about: dict[str, Any]) -> None:
    """Write graph, ledger and corrections as one archive that says what is in it, with digests."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(LINES, "w", force_zip64=True) as packed:
            async for line in lines:
                packed.write(f"{line}\n".encode())
        for pattern in BESIDE:
            for file in sorted(data.glob(pattern)):
                archive.writestr(f"data/{file.relative_to(data)}", _copied(file))
    digests = _digests(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(about | {"files": digests}, indent=1))


def _copied(file: Path) -> bytes:
    """Return a file's content; of a database that others may be writing, a consistent one."""
    if file.suffix != ".sqlite":
        return file.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        return copy.read_bytes()


def _digests(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: _digest(archive, name) for name in archive.namelist() if name != MANIFEST}


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


@contextmanager
def opened_backup(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup that is whole; raises InvalidExport for another."""
    try:
        with zipfile.ZipFile(path) as archive:
            promised = json.loads(archive.read(MANIFEST))["files"]
            if promised != _digests(path):
                raise InvalidExport(f"{path} is damaged: its files are not what its list says")
            yield archive
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InvalidExport(f"{path} is no backup of a graph: {error}") from error


def lines_of(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the graph's lines of a backup."""
    with archive.open(LINES) as packed:
        yield from io.TextIOWrapper(packed, encoding="utf-8")


def put_back(archive: zipfile.ZipFile, data: Path) -> list[str]:
    """Write what stood beside the graph into the data folder; return the names."""
    names = [name.removeprefix("data/") for name in archive.namelist() if name.startswith("data/")]
    for name in names:
        target = (data / name).resolve()
        if not target.is_relative_to(data.resolve()):
            raise InvalidExport(f"{name!r} does not belong in a backup")
        target.parent.mkdir(parents=True, exist_ok=True)
        for stale in ("-wal", "-shm"):
            target.with_name(target.name + stale).unlink(missing_ok=True)
        target.write_bytes(archive.read(f"data/{name}"))
    return names
