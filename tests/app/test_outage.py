"""The graph's engine killed in the middle of traffic, and more clients than it has cores."""

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.app.corpus import WORLD
from tests.app.serving import served
from tests.conftest import NO_NEO4J, embedded_settings

pytestmark = [pytest.mark.slow, pytest.mark.anyio, pytest.mark.timeout(600)]

ROOT = Path(__file__).resolve().parents[2]
PATHS = (
    "/v1/statements",
    "/v1/statements?speaker=Wang Yi",
    "/v1/actors/wang-yi",
    "/v1/topics/trade",
    "/v1/meta",
)
PATIENCE = 240.0


@dataclass
class Crowd:
    """Clients that ask in turn until they are told to stop, and what they were answered."""

    address: str
    clients: int
    answers: list[httpx.Response] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def ask(self) -> None:
        with httpx.Client(base_url=self.address, timeout=60) as client:
            turn = 0
            while not self.stopped.is_set():
                try:
                    self.answers.append(client.get(PATHS[turn % len(PATHS)]))
                except httpx.HTTPError as error:
                    self.broken.append(repr(error))
                turn += 1

    @contextmanager
    def asking(self) -> Iterator[None]:
        threads = [threading.Thread(target=self.ask) for _ in range(self.clients)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.stopped.set()
            for thread in threads:
                thread.join()


async def fill(settings: Settings) -> None:
    async with open_graph(settings) as graph:
        await write(graph, WORLD)


def until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.1)


def survives(address: str, kill: Callable[[], object], restart: Callable[[], object]) -> None:
    """Check that a crowd meets nothing but answers and 503 with Retry-After, and in the end answers only."""
    crowd = Crowd(address, 8)
    with crowd.asking():
        until(lambda: len(crowd.answers) > 40)
        assert {answer.status_code for answer in crowd.answers} == {200}
        kill()
        until(lambda: any(answer.status_code == 503 for answer in crowd.answers))
        restart()
        until(lambda: httpx.get(f"{address}/readyz", timeout=60).status_code == 200)
        well = len(crowd.answers)
        until(lambda: len(crowd.answers) > well + 80)
    assert crowd.broken == []
    assert {answer.status_code for answer in crowd.answers} == {200, 503}
    for answer in crowd.answers:
        if answer.status_code == 503:
            assert answer.headers["Retry-After"].isdigit()
            assert answer.headers["Content-Type"] == "application/problem+json"
    assert {answer.status_code for answer in crowd.answers[-40:]} == {200}


async def test_an_embedded_engine_that_is_killed_is_back_without_a_new_service(tmp_path: Path) -> None:
    settings = embedded_settings(tmp_path)
    await fill(settings)
    with served(create_app(ServiceSettings.of(settings))) as address:
        assert httpx.get(f"{address}/readyz", timeout=60).status_code == 200
        before = json.loads((settings.embedded / "engine.json").read_text())
        survives(address, lambda: os.kill(before["java"], signal.SIGKILL), lambda: None)
        after = json.loads((settings.embedded / "engine.json").read_text())
    assert before["java"] != after["java"]


@pytest.mark.neo4j
async def test_a_neo4j_that_is_killed_is_back_without_a_new_service(tmp_path: Path) -> None:
    with own_neo4j() as (settings, java):
        await fill(settings)
        again: list[subprocess.Popen[bytes]] = []
        command = Path(f"/proc/{java}/cmdline").read_bytes().split(b"\0")[:-1]

        def restart() -> None:
            again.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

        with served(create_app(ServiceSettings.of(settings))) as address:
            try:
                survives(address, lambda: os.kill(java, signal.SIGKILL), restart)
            finally:
                for process in again:
                    process.terminate()
                    process.wait(60)


@contextmanager
def own_neo4j() -> Iterator[tuple[Settings, int]]:
    """A Neo4j of this test's own, which may come to harm: its settings and its process."""
    tell = 'echo "$NEO4J_URI $NEO4J_PASSWORD"; cat'
    shell = subprocess.Popen(
        [ROOT / "tests/neo4j/with_neo4j", "sh", "-c", tell],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    with shell:
        assert shell.stdout is not None
        uri, _, password = shell.stdout.readline().strip().partition(" ")
        if not uri:
            pytest.skip(NO_NEO4J)
        found = subprocess.run(
            ["pgrep", "-P", str(shell.pid), "java"], capture_output=True, text=True, check=True
        )
        settings = Settings(neo4j_uri=uri, neo4j_password=SecretStr(password), query_timeout=60)
        yield settings, int(found.stdout.split()[0])


async def test_many_clients_meet_no_error_and_leave_nothing_open(tmp_path: Path) -> None:
    settings = embedded_settings(tmp_path)
    await fill(settings)
    with served(create_app(ServiceSettings.of(settings))) as address:
        counts = []
        for _ in range(3):
            crowd = Crowd(address, 32)
            with crowd.asking():
                until(lambda crowd=crowd: len(crowd.answers) > 320)  # type: ignore[misc]
            assert crowd.broken == []
            assert {answer.status_code for answer in crowd.answers} == {200}
            time.sleep(1)
            counts.append(len(list(Path("/proc/self/fd").iterdir())))
        assert counts[-1] <= counts[0] + 4, counts
