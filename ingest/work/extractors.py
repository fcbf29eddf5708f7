"""Who reads: this process, or workers of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from graph_schema.errors import SettingsError
from graph_schema.settings import Settings
from ingest.pipeline import Reader
from ingest.policies import read_policies
from ingest.work.extraction import Extractor, InProcess, loaded, version_of
from ingest.work.pool import Pool


@contextmanager
def extractor(settings: Settings, workers: int = 1, dask: str | None = None) -> Iterator[Extractor]:
    """Yield what reads articles: one reader here, so many worker processes, or those of a Dask cluster.

    Raises SettingsError where a cluster is asked for and Dask is not installed.
    """
    load = partial(loaded, settings, policies := read_policies(settings.data))
    if dask:
        try:
            from ingest.work.cluster import Cluster
        except ImportError as error:
            raise SettingsError("Dask is not installed: pip install 'communique[dask]'") from error
        with Cluster.open(dask, load, version_of(settings)) as cluster:
            yield cluster
        return
    if workers > 1:
        with Pool.open(workers, load, version_of(settings)) as pool:
            yield pool
        return
    reader = Reader.load(settings)
    yield InProcess(reader, reader.version, lambda: datetime.now(UTC), policies)
