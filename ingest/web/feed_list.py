"""The feeds, sitemaps and folders to watch, from a TOML file.

[manners]
agent = "Our desk (desk@example.org)"
delay = 5

[[feed]]
url = "https://example.org/rss.xml"
publisher = "Example Wire"
minutes = 15

[[folders]]
path = "/srv/incoming"
publisher = "Our own desk"
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_schema.errors import SettingsError
from ingest.given.folders import FolderSource
from ingest.web.manners import Manners


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or sitemap: the publisher of what it points to, how often it is asked, how old news may be."""

    url: str
    publisher: str | None = None
    minutes: float = 30.0
    days: float = 7.0


def read_sources(path: Path) -> tuple[Manners, list[Source], list[FolderSource]]:
    """Return what a TOML file says, or the folder itself where it is one; raises SettingsError."""
    if path.is_dir():
        return Manners(), [], [FolderSource(str(path))]
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        manners = Manners(**content.get("manners", {}))
        sources = [Source(**feed) for feed in content.get("feed", ())]
        folders = [FolderSource(**folder) for folder in content.get("folders", ())]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(f"{path} cannot be used: {error}") from error
    if not sources and not folders:
        raise SettingsError(f"{path} names no [[feed]] with a url and no [[folders]] with a path")
    if missing := [folder.path for folder in folders if not Path(folder.path).is_dir()]:
        raise SettingsError(f"{path} names {', '.join(missing)}, which is no folder")
    return manners, sources, folders
