"""The log of corrections as a file: read whole, and only ever added to."""

import os
from pathlib import Path

from pydantic import ValidationError

from graph_schema.errors import InvalidCorrection, InvalidGazetteer
from ingest.gazetteer.corrections import Correction, Corrections

NAME = "corrections.jsonl"


def read_corrections(folder: Path | None) -> Corrections:
    """Return the corrections in a user's gazetteer folder; raises InvalidGazetteer, which names the line."""
    found = Corrections()
    path = folder / NAME if folder else None
    lines = path.read_text("utf-8").splitlines() if path and path.exists() else []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found = _after(found, line, f"{NAME}, line {number}")
    return found


def append_correction(folder: Path, correction: Correction) -> None:
    """Add a correction to the log, whole and on the disk before this returns."""
    folder.mkdir(parents=True, exist_ok=True)
    line = correction.model_dump_json(exclude_defaults=True) + "\n"
    with (folder / NAME).open("ab+") as log:
        if log.tell() and not _ends_a_line(log.fileno(), log.tell()):
            line = "\n" + line
        log.write(line.encode())
        log.flush()
        os.fsync(log.fileno())


def _after(found: Corrections, line: str, place: str) -> Corrections:
    try:
        return found.after(Correction.model_validate_json(line))
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise InvalidGazetteer(f"{place}: {where + ': ' if where else ''}{problem['msg']}") from error
    except InvalidCorrection as error:
        raise InvalidGazetteer(f"{place}: {error}") from error


def _ends_a_line(file: int, size: int) -> bool:
    return os.pread(file, 1, size - 1) == b"\n"
