"""A folder that is watched: its files as they come and change, once nobody has touched them for a while.

A file with one article that names neither an id nor an address is that article for good: changed, it takes
the place of what it said before.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph_schema.identity import article_id
from ingest.articles import GivenArticle
from ingest.given.files import Given, each_once, file_articles, readable_files

SINGLE = (".txt", ".html", ".htm", ".json")
Stamp = tuple[int, int]  # size, and the moment of the last change in nanoseconds


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder, how long a file must have been left alone, and how often we look; both in seconds."""

    path: str
    publisher: str | None = None
    still: float = 5.0
    every: float = 5.0


class Folder:
    """Watches one folder; `clock` gives seconds since 1970, as the file system's own does."""

    def __init__(self, source: FolderSource, clock: Callable[[], float] = time.time) -> None:
        self._source, self._clock = source, clock
        self._taken: dict[Path, Stamp] = {}
        self._found: list[tuple[Path, Stamp]] = []
        self._look_at = 0.0

    @property
    def due(self) -> bool:
        """Tell whether files are to be taken in; looks at the folder at most every so often."""
        if not self._found and self._clock() >= self._look_at:
            self._look_at = self._clock() + self._source.every
            self._found = list(self._new())
        return bool(self._found)

    def articles(self) -> Iterator[Given]:
        """Yield the articles of the files that are due."""
        files = [path for path, _ in self._found]
        yield from each_once(self._named(given, path) for path in files for given in file_articles(path))

    def done(self) -> None:
        """Put down that these files have been taken in; without it they are due again."""
        self._taken.update(self._found)
        self._found = []

    def _new(self) -> Iterator[tuple[Path, Stamp]]:
        """Yield the files that are new or changed, and still."""
        for path in readable_files(Path(self._source.path)):
            try:
                status = path.stat()
            except OSError:  # gone meanwhile
                continue
            # the time of change, unlike that of modification, cannot be set: a copy that goes on is seen
            stamp = (status.st_size, status.st_ctime_ns)
            rested = self._clock() - status.st_ctime_ns / 1e9
            if self._taken.get(path) != stamp and rested >= self._source.still:
                yield path, stamp

    def _named(self, given: Given, path: Path) -> Given:
        if not isinstance(given, GivenArticle):
            return given
        article = replace(given, publisher=given.publisher or self._source.publisher)
        if article.id or article.url or not path.name.lower().removesuffix(".gz").endswith(SINGLE):
            return article
        return replace(article, id=article_id(path.absolute().as_uri(), "", ""))
