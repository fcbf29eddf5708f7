"""Keys: made once, kept as digests, scoped, expiring, revocable."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.keys import FILE, KeyRing, Scope
from graph_schema.errors import NotFound

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_secret_finds_its_key_and_no_other_does(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    key, secret = ring.create("dashboard", Scope.READ)
    ring.create("desk", Scope.WRITE)
    assert ring.of(secret) == key
    assert ring.of(secret + "x") is None
    assert ring.of("") is None


def test_the_file_holds_no_secret_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    _, secret = KeyRing(tmp_path / "new").create("dashboard", Scope.READ)
    file = tmp_path / "new" / FILE
    assert secret not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_revoked_key_opens_nothing(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    key, secret = ring.create("dashboard", Scope.READ)
    assert ring.revoke(key.id) == key
    assert ring.of(secret) is None
    with pytest.raises(NotFound, match="keys list"):
        ring.revoke(key.id)


@pytest.mark.parametrize(
    ("has", "asked", "opens"),
    [
        (Scope.READ, Scope.READ, True),
        (Scope.READ, Scope.WRITE, False),
        (Scope.WRITE, Scope.READ, True),
        (Scope.ADMIN, Scope.WRITE, True),
        (Scope.WRITE, Scope.ADMIN, False),
    ],
)
def test_scopes_include_those_before_them(tmp_path: Path, has: Scope, asked: Scope, opens: bool) -> None:
    key, _ = KeyRing(tmp_path).create("any", has)
    assert key.opens(asked, NOW) is opens


def test_an_expired_key_opens_nothing(tmp_path: Path) -> None:
    key, _ = KeyRing(tmp_path).create("any", Scope.READ, now=NOW, expires_at=NOW + timedelta(days=1))
    assert key.opens(Scope.READ, NOW)
    assert not key.opens(Scope.READ, NOW + timedelta(days=1))
