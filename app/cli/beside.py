"""A worker beside the service: a process of its own, so that reading never keeps a request waiting."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.cli.console import complain
from graph_schema.settings import Settings

GRACE = 15.0  # seconds to finish what is being written
SOONEST, LATEST = 1.0, 60.0  # seconds until a worker that ended is started again


@contextmanager
def worker_beside(settings: Settings) -> Iterator[None]:
    """Keep a worker for these settings running until the block ends; one that ends by itself is replaced."""
    ending = threading.Event()
    keeper = threading.Thread(target=_keep, args=(environment(settings), ending), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join(GRACE + 5)


def environment(settings: Settings) -> dict[str, str]:
    """Return an environment in which a process finds the same graph and ledger."""
    values = {
        "COMMUNIQUE_DATA": str(settings.data.absolute()),
        "NEO4J_URI": settings.neo4j_uri or "",
        "NEO4J_USERNAME": settings.neo4j_username,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "COMMUNIQUE_ENGINE_MEMORY": settings.engine_memory,
    }
    if settings.neo4j_database:
        values["NEO4J_DATABASE"] = settings.neo4j_database
    return {**os.environ, **values}


def _keep(values: dict[str, str], ending: threading.Event) -> None:
    wait = SOONEST
    while not ending.is_set():
        command = [sys.executable, "-m", "app", "watch", "--until-closed"]
        # its standard input closes when this process ends, however it ends
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, env=values, start_new_session=True)
        while worker.poll() is None and not ending.wait(0.2):
            pass
        if ending.is_set():
            _stop(worker)
            return
        complain(f"the worker ended with exit code {worker.returncode}: another starts in {wait:g} s")
        ending.wait(wait)
        wait = min(2 * wait, LATEST)


def _stop(worker: subprocess.Popen[bytes]) -> None:
    assert worker.stdin is not None
    worker.stdin.close()
    try:
        worker.wait(GRACE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
