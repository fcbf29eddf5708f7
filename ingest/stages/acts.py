"""Say what the speaker does by saying it: agree, request, accuse ...

The cue decides (*condemned*, *urged*); where it is neutral (*said*), the content's main predicate decides,
and where that is silent too, its tone gives a hint. Each such verdict counts by its record, beside what the
tagger thinks.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from graph_schema.vocabulary import Act
from ingest.annotations import Attribution
from ingest.reading import Reading
from ingest.stages.predicates import predicate
from ingest.stages.records import Records
from ingest.stages.tones import tone

# How much the tagger counts beside a record, and where rules are silent; chosen on articles it had not read.
_TRUST, _TRUST_ALONE = 0.5, 1.0
_SILENT = ("none", "infinitive")


def judge_acts(reading: Reading) -> None:
    """Set the act of each attribution."""
    for attribution in reading.attributions:
        verdict = act_verdict(reading, attribution)
        trust = _TRUST_ALONE if verdict.startswith(_SILENT) else _TRUST
        attribution.act = _records().weigh(verdict, attribution.scores.act, trust)


def act_verdict(reading: Reading, attribution: Attribution) -> str:
    """Return what the rules say: "cue ACCUSE", "claim AGREE sure", or only a tone: "none grim"."""
    if act := cue_act(reading.words(attribution, attribution.cue)):
        return f"cue {act}"
    return claim_verdict(
        predicate(reading.doc(attribution), attribution.contents[0]), reading.claim(attribution)
    )


def cue_act(cue: str) -> Act | None:
    """Return the act that a cue does whatever its content, None for a neutral cue."""
    return next((Act(act) for act, pattern in _cues() if pattern.search(cue)), None)


def claim_verdict(predicate: str, claim: str) -> str:
    """Return what the predicate and tone of a content say under a neutral cue."""
    for verdict, pattern in _claims():
        if pattern.search(predicate):
            return f"claim {verdict}"
    return "infinitive" if predicate.startswith("v to ") else f"none {tone(claim)}"


@cache
def _records() -> Records[Act]:
    return Records.load("act_records.tsv", Act)


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (act, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for act, words in _rows("act_cues.tsv")
    )


@cache
def _claims() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((f"{act} {how}", re.compile(words)) for act, how, words in _rows("act_claims.tsv"))


def _rows(name: str) -> list[list[str]]:
    lines = resources.files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
