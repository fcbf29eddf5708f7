"""Measures what was said, with the annotators' spans in place and the tagger's judgement of them.

python -m tests.evaluation.what readouts/dev [--misses act] [--without-tagger]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph_schema.settings import Settings
from ingest.annotations import Attribution
from ingest.pipeline import Reader
from ingest.reading import Reading
from ingest.stages.acts import judge_acts
from ingest.stages.kinds import tell_kinds
from ingest.stages.negations import mark_negations
from ingest.stages.occasions import find_occasion
from ingest.stages.quotations import find_quotations
from ingest.stages.stances import judge_stances
from ingest.stages.topics import find_topics
from tests.evaluation.gold import annotated, oracle
from tests.evaluation.judging import judge
from tests.shared import SHARED

STAGES = (
    find_quotations,
    tell_kinds,
    find_occasion,
    mark_negations,
    judge_acts,
    judge_stances,
    find_topics,
)
FIELDS = ("kind", "act", "stance", "negated")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", help="under ../shared/gold")
    parser.add_argument("--misses", choices=[*FIELDS, "topics", "event", "day"], help="list what is wrong")
    parser.add_argument("--without-tagger", action="store_true", help="rules and phrases alone")
    chosen = parser.parse_args()
    tally = Tally()
    for reading, gold in read_with(chosen.folders, with_tagger=not chosen.without_tagger):
        began = time.process_time()
        for stage in STAGES:
            stage(reading)
        tally.taken += time.process_time() - began
        tally.add(reading, gold)
    for line in tally.missed.get(chosen.misses, []):
        print(line)
    print(tally.report())


def read_with(folders: list[str], *, with_tagger: bool) -> Iterator[tuple[Reading, dict[str, Any]]]:
    """Yield readings with the annotators' spans, and the annotations."""
    reader = Reader.load(Settings())
    for folder in folders:
        for article, gold in annotated(SHARED / "gold" / folder):
            reading = oracle(article, gold, reader.nlp, reader.gazetteer)
            if with_tagger:
                judge(reader.tagger, reading)
            yield reading, gold


@dataclass
class Tally:
    """What was right of what there was, and what was not."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=dict)
    taken: float = 0.0

    def add(self, reading: Reading, gold: Mapping[str, Any]) -> None:
        """Count one article."""
        occasion = reading.occasion
        assert occasion is not None
        day = occasion.starts_on.isoformat() if occasion.starts_on else None
        self._check("event", reading, reading.headline_text, occasion.kind, gold["event"]["kind"])
        self._check("day", reading, reading.headline_text, day, gold["event"].get("date"))
        for attribution, wanted in zip(reading.attributions, gold["statements"], strict=True):
            self._statement(reading, attribution, wanted)

    def _statement(self, reading: Reading, attribution: Attribution, wanted: Mapping[str, Any]) -> None:
        words = f"{reading.words(attribution, attribution.cue)} | {reading.claim(attribution)[:100]}"
        for name in FIELDS:
            self._check(name, reading, words, getattr(attribution, name), wanted[name])
        topics, gold = attribution.topics, wanted["topics"]
        main = gold[0] in topics if gold else not topics
        self._check("main topic", reading, words, main, True)
        if not main:
            self.missed.setdefault("topics", []).append(f"{reading.article.id} {words}: {topics}, not {gold}")
        self.right["topics"] += 2 * len(set(topics) & set(gold))
        self.total["topics"] += len(topics) + len(gold)

    def _check(self, name: str, reading: Reading, words: str, found: object, wanted: object) -> None:
        self.total[name] += 1
        self.right[name] += found == wanted
        if found != wanted:
            self.missed.setdefault(name, []).append(f"{reading.article.id} {words}: {found}, not {wanted}")

    def share(self, name: str) -> float:
        """Return a measure in percent."""
        return 100 * self.right[name] / self.total[name]

    def report(self) -> str:
        """Return a line a measure: shares in percent, topics as F1."""
        lines = [f"{name:12} {self.share(name):6.1f}" for name in self.total]
        articles, statements = self.total["event"], self.total["act"]
        milliseconds = 1000 * self.taken / max(articles, 1)
        return "\n".join(
            [f"{articles} articles, {statements} statements, {milliseconds:.1f} ms an article", *lines]
        )


if __name__ == "__main__":
    main()
