"""Hear the tone of a content: of a sought good, of harm and wrong, of bare facts, or of neither."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


def tone(claim: str) -> str:
    """Return grim, dark (somewhat grim), good, light (somewhat good), bare or even."""
    good, grim, bare = (len(pattern.findall(claim)) for pattern in _patterns())
    if grim > good:
        return "grim" if grim > 1 else "dark"
    if good > grim:
        return "good" if good > 1 else "light"
    return "bare" if bare else "even"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lines = resources.files(__package__).joinpath("tones.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t")[1].split() for line in lines if not line.startswith("#")]
    return tuple(_any_of(words) for words in rows)


def _any_of(words: list[str]) -> re.Pattern[str]:
    endings = "|".join(words).replace("*", r"\w*")
    return re.compile(rf"\b(?:{endings})\b", re.IGNORECASE)
