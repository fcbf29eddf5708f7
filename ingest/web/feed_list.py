"""The feeds and sitemaps to watch, from a TOML file.

[manners]
agent = "Our desk (desk@example.org)"
delay = 5

[[feed]]
url = "https://example.org/rss.xml"
publisher = "Example Wire"
minutes = 15
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_schema.errors import SettingsError
from ingest.web.manners import Manners


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or sitemap: the publisher of what it points to, how often it is asked, how old news may be."""

    url: str
    publisher: str | None = None
    minutes: float = 30.0
    days: float = 7.0


def read_sources(path: Path) -> tuple[Manners, list[Source]]:
    """Return what a TOML file says; raises SettingsError."""
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        manners = Manners(**content.get("manners", {}))
        sources = [Source(**feed) for feed in content.get("feed", ())]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(f"{path} cannot be used: {error}") from error
    if not sources:
        raise SettingsError(f"{path} names no [[feed]] with a url")
    return manners, sources
