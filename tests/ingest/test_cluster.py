"""A Dask cluster on this machine gives what one process gives, also where a worker dies over an article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.errors import WorkerFailed
from ingest.articles import GivenArticle
from ingest.work.dead_letters import dead_letters
from ingest.work.ledger import Ledger
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
