"""`communique alerts` as a user runs it: saved, listed, deleted; dead letters sent again and dropped."""

import json
from datetime import UTC, datetime
from pathlib import Path

from app.alerts import AlertBook
from app.deliveries import Deliveries
from tests.app.cli.running import communique
from tests.app.receiving import Receiver
from tests.app.test_dead_deliveries import dead


def test_saved_listed_and_deleted(tmp_path: Path) -> None:
    query = ("--query", "topic=taiwan&act=THREATEN")
    assert (
        "/v1/alerts/strait/stream" in communique("alerts", "create", "strait", *query, data=tmp_path).stderr
    )
    hook = ("--webhook", "https://example.org/hook")
    secret = communique("alerts", "create", "hooked", *query, *hook, data=tmp_path).stdout.strip()
    assert secret.startswith("whsec_")
    listed = communique("alerts", "list", "--json", data=tmp_path).stdout
    assert [json.loads(line)["name"] for line in listed.splitlines()] == ["hooked", "strait"]
    assert secret not in listed
    assert "already" in communique("alerts", "create", "strait", *query, data=tmp_path, expect=1).stderr
    communique("alerts", "delete", "strait", data=tmp_path)
    assert "no alert" in communique("alerts", "delete", "strait", data=tmp_path, expect=1).stderr


def test_what_is_no_alert_is_told_in_a_sentence(tmp_path: Path) -> None:
    for name, query, told in (("No Name", "topic=x", "name"), ("strait", "topik=x", "topik")):
        done = communique("alerts", "create", name, "--query", query, data=tmp_path, expect=1)
        assert told in done.stderr
        assert "Traceback" not in done.stderr


def test_dead_letters_are_sent_again_and_dropped(tmp_path: Path) -> None:
    data = tmp_path / "communique"
    letters = Deliveries(data).dead
    for minute in (1, 2):
        letters.keep(dead("tariffs", minute))
    with Receiver(204, 500) as receiver:
        query = ("--query", "topic=trade", "--webhook", receiver.url, "--allow-private")
        communique("alerts", "create", "tariffs", *query, data=tmp_path)
        done = communique("alerts", "retry", data=tmp_path, expect=1)
    assert "1 taken, 1 left" in done.stderr
    assert "it answered 500" in done.stderr
    listed = communique("alerts", "dead-letters", data=tmp_path).stdout.splitlines()
    assert [json.loads(line)["delivery"] for line in listed] == ["tariffs-2"]
    assert "no dead delivery" in communique("alerts", "drop", "x-1", data=tmp_path, expect=1).stderr
    communique("alerts", "drop", data=tmp_path, expect=2)
    assert "1 forgotten" in communique("alerts", "drop", "tariffs-2", data=tmp_path).stderr
    assert "0 taken, 0 left" in communique("alerts", "retry", data=tmp_path).stderr
    assert AlertBook(data).get("tariffs").created_at <= datetime.now(UTC)
