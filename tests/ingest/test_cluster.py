"""A Dask cluster on this machine gives what one process gives, also where a worker dies over an article."""

import os
import signal
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import WorkerFailed
from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.given.files import Given, articles_in
from ingest.pipeline import Reader
from ingest.work.child import Load
from ingest.work.dead_letters import dead_letters
from ingest.work.extraction import Extractor, InProcess, loaded
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome
from ingest.work.worker import ingest
from tests.benchmarks.newswire import newswire
from tests.conftest import empty
from tests.ingest.made import VERSION, Reads, load, made
from tests.ingest.test_worker import Told, export

distributed = pytest.importorskip(
    "distributed", reason="SKIPPED LOUDLY: install communique[dask] to test clusters"
)
pytestmark = [pytest.mark.anyio, pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture
def address() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, protocol="tcp://", silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


async def test_a_cluster_gives_what_one_process_gives(graph: BoltGraph, address: str, tmp_path: Path) -> None:
    from ingest.work.cluster import Cluster

    articles = made(80, deadly=1).given
    with Ledger.open(tmp_path / "a.sqlite") as ledger, Cluster.open(address, load, VERSION) as cluster:
        counts = await ingest(articles, cluster, graph, ledger, Told())
        assert counts.total == 80
        assert "made-00050" in {letter.id for letter in dead_letters(ledger)}
    on_cluster = await export(graph)
    await empty(graph)
    rest = [given for given in articles if not isinstance(given, GivenArticle) or given.id != "made-00050"]
    with Ledger.open(tmp_path / "b.sqlite") as ledger:
        await ingest(rest, Reads(), graph, ledger, Told())
    assert await export(graph) == on_cluster


def test_no_scheduler() -> None:
    from ingest.work.cluster import Cluster

    with (
        pytest.raises(WorkerFailed, match="no Dask scheduler"),
        Cluster.open("tcp://127.0.0.1:9", load, VERSION),
    ):
        pass


@pytest.mark.parametrize("real", [False, True], ids=["made", "real"])
async def test_a_worker_killed_mid_run_loses_nothing(graph: BoltGraph, tmp_path: Path, real: bool) -> None:
    from ingest.work.cluster import Cluster

    articles, load_there, alone = real_reading(tmp_path) if real else made_reading()
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, protocol="tcp://", silence_logs=50
        ) as local,
        Ledger.open(tmp_path / "a.sqlite") as ledger,
        Cluster.open(local.scheduler_address, load_there, alone.version) as cluster,
    ):
        killing = Killing([nanny.pid for nanny in local.workers.values()][:1])
        counts = await ingest(articles, cluster, graph, ledger, killing)
    assert killing.victims == []
    assert counts.total == len(articles)
    on_cluster = await export(graph)
    await empty(graph)
    with Ledger.open(tmp_path / "b.sqlite") as ledger:
        assert await ingest(articles, alone, graph, ledger, Told()) == counts
    assert await export(graph) == on_cluster


def made_reading() -> tuple[Sequence[Given], Load, Extractor]:
    """Return articles, what loads their reader on a cluster, and their reader in this process."""
    return made(80).given, partial(load, 0.05), Reads()


def real_reading(folder: Path) -> tuple[Sequence[Given], Load, Extractor]:
    """The same, with the reader that users have."""
    settings = Settings(data=folder, neo4j_uri=None)
    file = newswire(80, deadly=False).write(folder / "made.jsonl")
    reader = Reader.load(settings)
    alone = InProcess(reader, reader.version, lambda: datetime.now(UTC))
    return list(articles_in([str(file)])), partial(loaded, settings), alone


class Killing(Told):
    """Ends processes once the first articles have come to their end."""

    def __init__(self, victims: list[int]) -> None:
        super().__init__()
        self.victims = victims

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        super().advance(outcome, article, reason)
        while self.victims and len(self.ends) >= 20:
            os.kill(self.victims.pop(), signal.SIGKILL)
