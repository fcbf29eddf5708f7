"""Runs the command line as a user does: as a process, in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def communique(
    *words: str, data: Path, expect: int = 0, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command with its data in a folder; fail where its exit status is another than expected."""
    command = [sys.executable, "-m", "app", *words]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment(data, more), timeout=240, check=False
    )
    assert done.returncode == expect, f"{words} ended with {done.returncode}: {done.stderr}"
    return done


def environment(data: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment with nothing set but where the data are, and what is given more."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "COMMUNIQUE_"))
    }
    return kept | {"COMMUNIQUE_DATA": str(data / "communique"), "COLUMNS": "160", **(more or {})}
