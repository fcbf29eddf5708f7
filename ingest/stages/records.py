"""How often a rule was right: what people annotated where it spoke, counted on the training articles.

A rule alone is a guess and the tagger's heads are another. A record turns a rule's verdict into
probabilities, so that the two can be weighed. The tables are made by `python -m ingest.training.records`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Generic, TypeVar

Label = TypeVar("Label")
_PRIOR = 3.0  # how many imagined cases of the overall kind each record starts with


class Records(Generic[Label]):
    """The record of every verdict: how often each label was annotated with it."""

    def __init__(self, counts: Mapping[str, Mapping[Label, int]], labels: list[Label]) -> None:
        total = sum(sum(row.values()) for row in counts.values()) or 1
        overall = {label: sum(row.get(label, 0) for row in counts.values()) / total for label in labels}
        self._unknown = overall
        self._shares = {verdict: _shares(row, overall) for verdict, row in counts.items()}

    @classmethod
    def load(cls, name: str, read: Callable[[str], Label]) -> Records[Label]:
        """Load a table of this package: a header of labels, a row a verdict with a count for each."""
        lines = resources.files(__package__).joinpath(name).read_text("utf-8").splitlines()
        header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
        labels = [read(label) for label in header[1:]]
        return cls({row[0]: dict(zip(labels, map(int, row[1:]), strict=True)) for row in rows}, labels)

    def weigh(self, verdict: str, scores: Mapping[Label, float], trust: float) -> Label:
        """Return the likeliest label by a verdict's record and the tagger's scores (none: the record alone).

        `trust` says how much the scores count beside the record.
        """
        shares = self._shares.get(verdict, self._unknown)

        def likelihood(label: Label) -> float:
            seen = math.log(max(shares[label], 1e-6))
            return seen + trust * math.log(max(scores[label], 1e-6)) if scores else seen

        return max(shares, key=likelihood)


def _shares(row: Mapping[Label, int], overall: Mapping[Label, float]) -> dict[Label, float]:
    cases = sum(row.values()) + _PRIOR
    return {label: (row.get(label, 0) + _PRIOR * share) / cases for label, share in overall.items()}
