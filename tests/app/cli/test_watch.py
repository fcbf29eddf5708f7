"""`communique watch` as a process: feeds and what is handed in, its numbers, and its death in mid-work."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from ingest.work.ledger import LEDGER
from ingest.work.presence import attended
from ingest.work.submissions import Inbox, Stage
from tests.app.cli.running import communique, environment
from tests.ingest.site import feed, page, site

pytestmark = pytest.mark.timeout(900)
FEEDS = """
[manners]
agent = "Communique/test (tests@example.org)"
delay = 0.1
allow_private = true
[[feed]]
url = "{address}/feed"
publisher = "Our Paper"
"""


@contextmanager
def watching(data: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `communique watch` as a process, with its data in a folder."""
    command = [sys.executable, "-m", "app", "watch", *words]
    process = subprocess.Popen(command, env=environment(data), stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def numbers(port: int) -> dict[str, float]:
    """Return what Prometheus would read, by name and labels."""
    shown = httpx.get(f"http://127.0.0.1:{port}/metrics").raise_for_status().text
    return {name: float(value) for name, value in re.findall(r"^(communique_\S+) (\S+)$", shown, re.M)}


def until(true: object, seconds: float = 240.0) -> None:
    """Wait until something holds."""
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it does not come about"
        time.sleep(0.1)


@pytest.mark.slow
def test_feeds_and_what_is_handed_in_and_their_numbers(tmp_path: Path) -> None:
    ledger, port = tmp_path / "communique" / LEDGER, free_port()
    with site() as ours:
        ours.answers |= {f"/{number}": page(number) for number in range(4)}
        ours.answers["/feed"] = feed(ours.address, ["/0", "/1", "/gone"])
        feeds = tmp_path / "FEEDS.toml"
        feeds.write_text(FEEDS.format(address=ours.address))
        with Inbox.open(ledger) as inbox:
            jobs = [inbox.submit({"url": f"{ours.address}/{path}"}).id for path in ("2", "none")]
            jobs.append(inbox.submit({"text": "<html><p>No.</p><p>Text.</p>"}).id)
        assert not attended(ledger)
        with watching(tmp_path, str(feeds), "--metrics-port", str(port)), Inbox.open(ledger) as inbox:
            until(lambda: attended(ledger))
            until(lambda: inbox.pending() == 0 and ours.asked("/gone"))
            until(lambda: numbers(port).get('communique_articles_total{outcome="written"}') == 3.0)
            found = numbers(port)
            states = [inbox.get(job).state for job in jobs]
    assert states == [Stage.WRITTEN, Stage.DEAD, Stage.DEAD]
    assert found['communique_articles_total{outcome="dead"}'] == 3.0
    assert found["communique_dead_letters"] == 3.0
    assert found["communique_queue_length"] == 0.0
    assert found['communique_fetches_total{status="404"}'] >= 2.0
    assert found['communique_fetches_total{status="200"}'] == 4.0


@pytest.mark.slow
def test_killed_in_mid_work_and_started_again(tmp_path: Path) -> None:
    """Every article comes to its one end, whenever the worker is killed."""
    ledger = tmp_path / "communique" / LEDGER
    rows = [
        {
            "id": f"row-{n}",
            "published_at": "2023-08-07",
            "text": f"Chinese Foreign Minister Wang Yi said on Monday that talks on subject {n} will go on. "
            f"Sergei Lavrov stressed that plan {n * 7} has to be carried out without any delay.",
        }
        for n in range(24)
    ]
    with Inbox.open(ledger) as inbox:
        jobs = [inbox.submit(row).id for row in rows]
        with watching(tmp_path) as worker:
            until(lambda: any(inbox.get(job).state is Stage.READING for job in jobs))
            worker.kill()
        assert any(inbox.get(job).state in (Stage.QUEUED, Stage.READING) for job in jobs)
        communique("watch", "--once", data=tmp_path)
        ends = [inbox.get(job) for job in jobs]
        again = inbox.submit(rows[0]).id
        communique("watch", "--once", data=tmp_path)
        assert inbox.get(again).state is Stage.UNCHANGED
    assert {end.state for end in ends} <= {Stage.WRITTEN, Stage.DUPLICATE}
    assert [end.article for end in ends] == [row["id"] for row in rows]
    status = json.loads(communique("graph", "status", "--json", data=tmp_path).stdout)
    assert status["articles"] == len(rows)


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = str(door.getsockname()[1])
        done = communique("watch", "--once", "--metrics-port", port, data=tmp_path, expect=1)
    assert f"port {port}" in done.stderr
    assert os.linesep not in done.stderr.strip()
