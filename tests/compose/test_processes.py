"""The commands and the environment of api and worker, as processes against a real Neo4j."""

import json
import os
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph_schema.settings import Settings
from graph_schema.store import open_graph
from tests.app.cli.running import communique
from tests.compose.composed import composed
from tests.conftest import NO_NEO4J, claim_for_tests, empty

pytestmark = [pytest.mark.anyio, pytest.mark.slow, pytest.mark.timeout(600)]

ARTICLE = {
    "id": "from-compose",
    "headline": "Wang Yi speaks with Sergey Lavrov",
    "text": "Chinese Foreign Minister Wang Yi said on Monday that trade must stay open.",
    "publisher": "Our own words",
    "published_at": "2023-08-07",
}


@pytest.fixture
async def neo4j(anyio_backend: str) -> Settings:
    """An empty Neo4j."""
    settings = Settings()
    if settings.neo4j_uri is None:
        pytest.skip(NO_NEO4J)
    await claim_for_tests(settings)
    async with open_graph(settings) as graph:
        await empty(graph)
    return settings


def on_this_machine(value: str, settings: Settings, data: Path, port: int) -> str:
    """Return what a container would be told, with its addresses as they are here."""
    assert settings.neo4j_uri
    for there, here in (
        ("bolt://neo4j:7687", settings.neo4j_uri),
        ("0.0.0.0", "127.0.0.1"),
        ("8000", str(port)),
        ("/data", str(data)),
    ):
        value = value.replace(there, here)
    return value


@contextmanager
def running(
    service: dict[str, Any], here: Callable[[str], str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a service's command in its environment, and nothing else's; stop it as Compose does."""
    command = service["command"]
    words = shlex.split(command) if isinstance(command, str) else command
    environment = {name: here(str(value)) for name, value in service["environment"].items()}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", *map(here, words)],
            env=kept | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            process.terminate()
            assert process.wait(60) in (0, 130, -15, 143), log.read_text()


def healthy(service: dict[str, Any], here: Callable[[str], str]) -> bool:
    """Run the service's health check."""
    kind, *command = service["healthcheck"]["test"]
    assert (kind, command[0]) == ("CMD", "python")
    check = [sys.executable, *map(here, command[1:])]
    return subprocess.run(check, capture_output=True, check=False, timeout=30).returncode == 0


def asked(port: int, path: str, body: dict[str, Any] | None = None, key: str = "") -> dict[str, Any]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        data=json.dumps(body).encode() if body else None,
        headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        found: dict[str, Any] = json.load(answer)
        return found


def until(true: Callable[[], Any], *processes: subprocess.Popen[bytes], seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert all(process.poll() is None for process in processes), "a service ended by itself"
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.5)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def test_an_article_handed_to_the_api_is_read_by_the_worker(neo4j: Settings, tmp_path: Path) -> None:
    services = composed(NEO4J_PASSWORD=neo4j.neo4j_password.get_secret_value())["services"]
    port, data = free_port(), tmp_path / "communique"

    def here(value: str) -> str:
        return on_this_machine(value, neo4j, data, port)

    key = communique("keys", "create", "writer", "--scope", "write", data=tmp_path).stdout.strip()
    with running(services["api"], here, tmp_path / "api.log") as api:
        until(lambda: healthy(services["api"], here), api)
        with running(services["worker"], here, tmp_path / "worker.log") as worker:
            job = asked(port, "/v1/articles", ARTICLE, key)
            until(lambda: asked(port, f"/v1/jobs/{job['id']}")["state"] in ("written", "dead"), api, worker)
            (row,) = asked(port, "/v1/statements?speaker=Wang+Yi")["data"]
    assert row["claim"] == "trade must stay open"
