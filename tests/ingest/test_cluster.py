"""A Dask cluster on this machine gives what one process gives, also where a worker dies over an article."""

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import WorkerFailed
from ingest.articles import GivenArticle
from ingest.work.dead_letters import dead_letters
from ingest.work.ledger import Ledger
from ingest.work.outcomes import Outcome
from ingest.work.worker import ingest
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


async def test_a_worker_killed_mid_run_loses_nothing(graph: BoltGraph, tmp_path: Path) -> None:
    from ingest.work.cluster import Cluster

    articles, load_slowly = made(80).given, partial(load, 0.05)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, protocol="tcp://", silence_logs=50
        ) as local,
        Ledger.open(tmp_path / "a.sqlite") as ledger,
        Cluster.open(local.scheduler_address, load_slowly, VERSION) as cluster,
    ):
        killing = Killing([nanny.pid for nanny in local.workers.values()][:1])
        counts = await ingest(articles, cluster, graph, ledger, killing)
    assert killing.victims == []
    on_cluster = await export(graph)
    await empty(graph)
    with Ledger.open(tmp_path / "b.sqlite") as ledger:
        assert await ingest(articles, Reads(), graph, ledger, Told()) == counts
    assert await export(graph) == on_cluster


class Killing(Told):
    """Ends processes once the first articles have come to their end."""

    def __init__(self, victims: list[int]) -> None:
        super().__init__()
        self.victims = victims

    def advance(self, outcome: Outcome, article: str, reason: str = "") -> None:
        super().advance(outcome, article, reason)
        while self.victims and len(self.ends) >= 20:
            os.kill(self.victims.pop(), signal.SIGKILL)
