"""The services of docker-compose.yml as Compose sees them, with variables filled in."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
_VARIABLE = re.compile(r"\$\$|\$\{(\w+)(?:(:-|:\?)((?:[^${}]|\$\{[^}]*\})*))?\}")


def composed(**variables: str) -> dict[str, Any]:
    """Return the file with these variables; raises KeyError, with Compose's words, for a required one."""
    found = filled(read(), variables)
    assert isinstance(found, dict)
    return {key: value for key, value in found.items() if not key.startswith("x-")}


@cache
def read() -> Any:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


def filled(value: Any, variables: dict[str, str]) -> Any:
    """Return a value with the variables in all its strings filled in."""
    if isinstance(value, dict):
        return {key: filled(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, variables) for item in value]
    return _filled(value, variables) if isinstance(value, str) else value


def _filled(text: str, variables: dict[str, str]) -> str:
    def put(found: re.Match[str]) -> str:
        name, kind, rest = found.groups()
        if name is None:
            return "$"
        if variables.get(name):
            return variables[name]
        if kind == ":?":
            raise KeyError(f"{name}: {rest}")
        return _filled(rest or "", variables)

    return _VARIABLE.sub(put, text)
