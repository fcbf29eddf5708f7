"""`communique keys`: made, listed without their secrets, taken away."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.cli.running import communique


def test_a_key_is_made_listed_and_taken_away(tmp_path: Path) -> None:
    made = communique("keys", "create", "the desk", "--scope", "write", "--days", "30", data=tmp_path)
    (line,) = communique("keys", "list", "--json", data=tmp_path).stdout.splitlines()
    key = json.loads(line)
    assert (key["name"], key["scope"]) == ("the desk", "write")
    assert key["expires_at"] > key["created_at"]
    assert made.stdout.strip() not in (tmp_path / "communique" / "keys.json").read_text("utf-8")
    communique("keys", "revoke", key["id"], data=tmp_path)
    assert communique("keys", "list", "--json", data=tmp_path).stdout == ""


def test_an_unknown_key_cannot_be_taken_away(tmp_path: Path) -> None:
    assert "no key has the id" in communique("keys", "revoke", "nobody", data=tmp_path, expect=1).stderr
