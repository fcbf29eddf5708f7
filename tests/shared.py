"""Finds the annotated articles beside the repository; tests that need them skip loudly without them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(*parts: str) -> Path:
    """Return a path under the shared folder; skip the test, saying so, where it does not exist."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"SKIPPED LOUDLY: {path} is missing; clone the shared data beside the repository")
    return path
