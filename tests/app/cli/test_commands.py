"""Commands are loaded when they are asked for, and none brings what it does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.cli.commands import NAMES, loaded

HEAVY = ("numpy", "onnxruntime", "pandas", "pyarrow", "rdflib", "networkx", "spacy", "trafilatura")


@pytest.mark.parametrize("name", NAMES)
def test_each_name_has_its_command(name: str) -> None:
    assert loaded(name).name == name


@pytest.mark.parametrize("modules", ["app.cli", "app.cli.serve, app.main"])
def test_the_service_loads_nothing_that_reads_or_that_one_format_needs(modules: str) -> None:
    code = f"import sys, {modules}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
