"""The tree of everything that can go wrong and that we know by name.

    CommuniqueError
    ├── InputError              what was given cannot be read
    │   ├── UnreadableArticle   an article is broken: file, line, reason
    │   ├── LedgerBusy          another process takes articles in at this moment
    │   ├── InvalidGazetteer    a gazetteer file contradicts itself or its format
    │   ├── InvalidExport       a file is not the export or backup of a graph
    │   └── InvalidCorrection   a correction contradicts what is known
    ├── GraphError              the graph did not do what was asked
    │   ├── EngineUnavailable   no engine answers
    │   ├── EngineLocked        another process holds the embedded engine's data
    │   ├── EngineTimeout       a query ran longer than allowed
    │   ├── SchemaOutdated      the graph's schema version is not the one this code speaks
    │   ├── GraphNotEmpty       a graph holds something that nobody said may go
    │   └── SpanMismatch        text[start:end] is not what the statement says it is
    ├── NotFound                no such thing
    │   └── UnknownName         no actor or topic of that name; carries the nearest
    ├── AmbiguousName           several actors or topics answer to that name; carries them
    ├── SourceUnavailable       a service elsewhere did not answer as it should
    │   └── Unfetched           a page cannot be had now, or ever
    ├── WorkerFailed            a worker process cannot start
    ├── InvalidCursor           a page token that this service did not make
    └── SettingsError           a setting is wrong or missing

Each message is one sentence that says what happened and, where there is one, the mend.
"""

from collections.abc import Sequence


class CommuniqueError(Exception):
    """Parent of all errors that Communiqué raises by name."""


class InputError(CommuniqueError):
    """What was given cannot be read."""


class UnreadableArticle(InputError):
    """An article that cannot be read, with its place."""

    def __init__(self, reason: str, *, file: str, line: int | None = None) -> None:
        self.reason, self.file, self.line = reason, file, line
        place = f"{file}, line {line}" if line is not None else file
        super().__init__(f"{place}: {reason}")


class LedgerBusy(InputError):
    """Another process takes articles in at this moment."""


class InvalidGazetteer(InputError):
    """A gazetteer file contradicts itself or its format."""


class InvalidExport(InputError):
    """A file is not what exporting or backing up a graph writes."""


class InvalidCorrection(InputError):
    """A person's correction contradicts what is known."""


class GraphError(CommuniqueError):
    """The graph did not do what was asked."""


class EngineUnavailable(GraphError):
    """No engine answers at the configured address."""


class EngineLocked(GraphError):
    """Another process holds the embedded engine's data folder."""


class EngineTimeout(GraphError):
    """A query ran longer than the engine allows."""


class SchemaOutdated(GraphError):
    """The graph's schema version is not the one this code speaks."""


class GraphNotEmpty(GraphError):
    """The graph holds something, and nobody said that it may go."""


class SpanMismatch(GraphError):
    """A statement's span does not reproduce its exact words."""


class NotFound(CommuniqueError):
    """No such thing in the graph."""


class UnknownName(NotFound):
    """No actor or topic answers to that name; `nearest` are the closest that exist."""

    def __init__(self, kind: str, name: str, nearest: Sequence[str] = ()) -> None:
        self.kind, self.name, self.nearest = kind, name, tuple(nearest)
        hint = f"; the nearest is {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no {kind} is called {name!r}{hint}")


class AmbiguousName(CommuniqueError):
    """Several actors or topics answer to that name; `candidates` are (id, name) pairs."""

    def __init__(self, kind: str, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.kind, self.name, self.candidates = kind, name, tuple(candidates)
        listed = ", ".join(f"{label} ({key})" for key, label in candidates)
        super().__init__(f"{name!r} may be any of these: {listed}; give the id")


class SourceUnavailable(CommuniqueError):
    """A service elsewhere did not answer as it should; nothing was changed."""


class Unfetched(SourceUnavailable):
    """A page cannot be had: `again` are the seconds after which it may be asked for, None for never."""

    def __init__(self, reason: str, again: float | None = None) -> None:
        self.again = again
        super().__init__(reason)


class WorkerFailed(CommuniqueError):
    """A worker process cannot start."""


class InvalidCursor(CommuniqueError):
    """A page token that this service did not make."""


class SettingsError(CommuniqueError):
    """A setting is wrong or missing."""
