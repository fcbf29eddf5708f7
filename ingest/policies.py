"""What publishers allow: from `policy.toml` in the data folder.

[publishers."example.org"]
may_fetch = false          # is never asked for
may_store_text = false     # of its text only quotations are kept, each in its place
quotation_length = 200     # characters; a longer quotation is cut at a word

A publisher is named by its host, which stands for those below it too, or as articles name it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from graph_schema.errors import SettingsError

FILE = "policy.toml"
_KINDS = {"may_fetch": bool, "may_store_text": bool, "quotation_length": int}


@dataclass(frozen=True, slots=True)
class Policy:
    """What one publisher allows; `quotation_length` in characters, None without end."""

    may_fetch: bool = True
    may_store_text: bool = True
    quotation_length: int | None = None


@dataclass(frozen=True, slots=True)
class Policies:
    """What each publisher allows, by host or name in lower case; who is not named allows everything."""

    publishers: Mapping[str, Policy] = field(default_factory=dict)

    def of(self, url: str | None, publisher: str | None = None) -> Policy:
        """Return what holds for an article at an address, of a publisher: the host counts first."""
        keys = [*_hosts(url or ""), (publisher or "").casefold()]
        return next((self.publishers[key] for key in keys if key in self.publishers), Policy())


OPEN = Policies()


def read_policies(folder: Path) -> Policies:
    """Return what the folder's policy file says, everything allowed without one; raises SettingsError."""
    path = folder / FILE
    try:
        return _policies(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return OPEN
    except (OSError, ValueError, AttributeError) as error:
        raise SettingsError(f"{path} cannot be used: {error}") from error


def _policies(content: dict[str, Any]) -> Policies:
    if unknown := sorted(content.keys() - {"publishers"}):
        raise ValueError(f"{', '.join(unknown)} is not known: name publishers")
    rows = content.get("publishers", {})
    return Policies({key.casefold(): _policy(key, row) for key, row in rows.items()})


def _policy(publisher: str, row: Mapping[str, Any]) -> Policy:
    for name, value in row.items():
        kind = _KINDS.get(name)
        if kind is None:
            raise ValueError(f"{publisher}: {name} is not known, only {', '.join(_KINDS)}")
        if type(value) is not kind or (isinstance(value, int) and kind is int and value < 1):
            raise ValueError(f"{publisher}: {name} is {value!r}, not {_said(kind)}")
    return Policy(**row)


def _said(kind: type) -> str:
    return "true or false" if kind is bool else "a number of characters"


def _hosts(url: str) -> Iterator[str]:
    """Yield the host of an address and those above it: www.example.org, example.org, org."""
    labels = (urlsplit(url).hostname or "").casefold().split(".")
    yield from (".".join(labels[start:]) for start in range(len(labels)) if labels[start])
