"""The log of reviews: one file of the data folder, read whole and only ever added to."""

import fcntl
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from graph_schema.errors import InvalidCorrection
from graph_schema.reviewing.review import Review

NAME = "reviews.jsonl"


@dataclass(frozen=True, slots=True)
class ReviewLog:
    """The reviews kept in a data folder."""

    folder: Path

    @property
    def file(self) -> Path:
        """The log's file."""
        return self.folder / NAME

    def all(self) -> Sequence[Review]:
        """Return all reviews, the oldest first; raises InvalidCorrection, which names the line."""
        lines = self.file.read_bytes().split(b"\n") if self.file.exists() else []
        found = []
        for number, line in enumerate(lines, start=1):
            try:
                found += [Review.model_validate_json(line)] if line.strip() else []
            except ValidationError as error:
                problem = error.errors()[0]["msg"]
                raise InvalidCorrection(f"{self.file}, line {number}: {problem}") from error
        return found

    def latest(self) -> dict[str, Review]:
        """Return by statement the review that holds: the last."""
        return {review.statement: review for review in self.all()}

    def add(self, review: Review) -> None:
        """Keep a review, whole and on the disk before this returns."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.file.open("ab+") as log:
            fcntl.flock(log, fcntl.LOCK_EX)
            size = log.seek(0, os.SEEK_END)
            torn = size > 0 and os.pread(log.fileno(), 1, size - 1) != b"\n"
            log.write(b"\n" * torn + review.model_dump_json(exclude_defaults=True).encode() + b"\n")
            log.flush()
            os.fsync(log.fileno())
