"""One article into its contribution: the work that workers do, and the way it is asked for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from graph_schema.contribution import Contribution
from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import FOLDER
from ingest.harvest.contribution import harvest
from ingest.pipeline import Reader
from ingest.policies import OPEN, Policies, read_policies
from ingest.tagging.tagger import MODELS
from ingest.version import reader_version, signature
from ingest.work.withholding import withheld


@dataclass(frozen=True, slots=True)
class Job:
    """An article to be read; `story` is its own id or that of the article of which it is a wire copy."""

    article: GivenArticle
    story: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article could not be read."""

    reason: str


Extracted = Contribution | Failure


class Extractor(Protocol):
    """Reads articles, here or elsewhere."""

    @property
    def version(self) -> str:
        """What statements are signed with."""
        ...

    def extract(self, job: Job) -> Awaitable[Extracted]:
        """Read an article; whatever goes wrong with it is a Failure, so that it costs only itself."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """Reads one article after the other in this process."""

    reader: Reader
    version: str
    clock: Callable[[], datetime]
    policies: Policies = OPEN

    async def extract(self, job: Job) -> Extracted:
        """Read an article."""
        return extracted(self.reader, self.version, self.clock(), job, self.policies)


def extracted(reader: Reader, version: str, now: datetime, job: Job, policies: Policies = OPEN) -> Extracted:
    """Return what an article adds to the graph, or why that cannot be said."""
    try:
        whole = harvest(reader.read(job.article), signature(version), now, job.story)
        return withheld(whole, policies.of(job.article.url, job.article.publisher))
    except Exception as error:  # an article may break any stage: it costs only itself
        return Failure(f"{type(error).__name__}: {error}")


def loaded(settings: Settings, policies: Policies | None = None) -> Callable[[Job], Extracted]:
    """Load a reader and return what it reads with; for worker processes, which load their own.

    Without policies those of the data folder hold: a worker elsewhere has another one.
    """
    held = read_policies(settings.data) if policies is None else policies
    reader = Reader.load(settings)
    return lambda job: extracted(reader, reader.version, datetime.now(UTC), job, held)


def version_of(settings: Settings) -> str:
    """Return the version of the reader that these settings load, without loading it."""
    return reader_version(settings.tagger or MODELS, [FOLDER, settings.gazetteer])
