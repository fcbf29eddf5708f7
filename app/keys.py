"""API keys: who they are for, what they open, until when; the secrets themselves are kept only as digests.

They live in one file of the data folder, readable by its owner alone. A secret has 256 random bits, so a
plain SHA-256 of it tells nothing.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import IntEnum
from hmac import compare_digest
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from app.keeping import keep
from graph_schema.errors import NotFound

FILE = "keys.json"
PREFIX = "communique_"


class Scope(IntEnum):
    """What a key opens; each includes those before it."""

    READ = 1
    WRITE = 2
    ADMIN = 3


class ApiKey(BaseModel):
    """What is kept of a key."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    scope: Scope
    digest: str
    created_at: datetime
    expires_at: datetime | None = None

    def opens(self, scope: Scope, now: datetime) -> bool:
        """Tell whether the key opens something at that time."""
        return self.scope >= scope and (self.expires_at is None or now < self.expires_at)


KEYS = TypeAdapter(list[ApiKey])


class KeyRing:
    """The keys in a data folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def all(self) -> Sequence[ApiKey]:
        """Return all keys, the oldest first."""
        return KEYS.validate_json(self.file.read_bytes()) if self.file.exists() else []

    def create(
        self, name: str, scope: Scope, *, now: datetime | None = None, expires_at: datetime | None = None
    ) -> tuple[ApiKey, str]:
        """Make a key; return it and its secret, which is shown this once."""
        secret = PREFIX + secrets.token_urlsafe(32)
        key = ApiKey(
            id=secrets.token_hex(4),
            name=name,
            scope=scope,
            digest=digest(secret),
            created_at=now or datetime.now(UTC),
            expires_at=expires_at,
        )
        self._keep([*self.all(), key])
        return key, secret

    def revoke(self, key_id: str) -> ApiKey:
        """Take a key away; raise NotFound where there is none with that id."""
        keys = self.all()
        for key in keys:
            if key.id == key_id:
                self._keep([other for other in keys if other is not key])
                return key
        raise NotFound(f"no key has the id {key_id!r}; `communique keys list` shows them")

    def of(self, secret: str) -> ApiKey | None:
        """Return the key with that secret."""
        given = digest(secret)
        return next((key for key in self.all() if compare_digest(key.digest, given)), None)

    def _keep(self, keys: Sequence[ApiKey]) -> None:
        keep(self.file, KEYS.dump_json(list(keys), indent=1))


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
