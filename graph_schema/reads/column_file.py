"""Columns in a file beside the embedded engine, for a service that starts again.

The file tells of which version of the data it is, and lies in the folder in which that is counted.
"""

import json
import os
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from graph_schema.reads.columns import Columns, Who

FORMAT = 1
TOLD = ("version", "whole", "actors", "topics")  # what is no array


def save_columns(columns: Columns, file: Path) -> None:
    """File whole columns, in place of others, for their owner only; OSError where that cannot be."""
    import numpy as np

    head = {
        "format": FORMAT,
        "version": columns.version,
        "actors": [astuple(who) for who in columns.actors],
        "topics": columns.topics,
    }
    arrays: dict[str, Any] = {name: getattr(columns, name) for name in array_names()}
    arrays["head"] = np.frombuffer(json.dumps(head).encode(), np.uint8)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            np.savez(out, **arrays)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)


def load_columns(file: Path) -> Columns | None:
    """Return the columns in the file; None without one, or one that is not whole or of another format."""
    import numpy as np

    try:
        with file.open("rb") as source, np.load(source) as found:
            head = json.loads(found["head"].tobytes())
            if head["format"] != FORMAT:
                return None
            arrays = {name: found[name] for name in array_names()}
    except (OSError, BadZipFile, EOFError, KeyError, ValueError):
        return None
    actors = tuple(Who(*told) for told in head["actors"])
    return Columns(head["version"], True, actors, tuple(head["topics"]), **arrays)


def array_names() -> list[str]:
    """Return the names of what is an array in columns."""
    return [each.name for each in fields(Columns) if each.name not in TOLD]
