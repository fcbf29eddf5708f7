"""Who reads: this process, or workers of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from graph_schema.settings import Settings
from ingest.extraction import Extractor, InProcess, loaded, version_of
from ingest.pipeline import Reader
from ingest.pool import Pool


@contextmanager
def extractor(settings: Settings, workers: int = 1) -> Iterator[Extractor]:
    """Yield what reads articles: one reader here, or so many worker processes, which end with the block."""
    if workers > 1:
        with Pool.open(workers, partial(loaded, settings), version_of(settings)) as pool:
            yield pool
        return
    reader = Reader.load(settings)
    yield InProcess(reader, reader.version, lambda: datetime.now(UTC))
