"""axe-core, which looks for what keeps people out of a page: fetched by npm where it is not there yet."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "build" / "axe"
SCRIPT = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
NO_AXE = "SKIPPED LOUDLY: no axe-core in build/axe and no npm to fetch it with"


@cache
def axe() -> str:
    """Return axe-core's script."""
    npm = shutil.which("npm")
    if not SCRIPT.is_file() and npm is not None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-save", "--ignore-scripts", "--no-audit", "axe-core@4"]
        subprocess.run(command, cwd=FOLDER, check=False, capture_output=True, timeout=120)
    if not SCRIPT.is_file():
        pytest.skip(NO_AXE)
    return SCRIPT.read_text("utf-8")
