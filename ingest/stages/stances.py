"""Say where a statement stands towards its main topic: in favour (1), against (-1), neither (0).

An act mostly tells (who thanks is in favour, who condemns against). A comment stands where its cue and tone
put it: what is discussed has no stance, what is stressed mostly names a good.
"""

from __future__ import annotations

import re
from functools import cache

from graph_schema.vocabulary import Act
from ingest.annotations import Attribution
from ingest.reading import Reading
from ingest.stages.acts import cue_act
from ingest.stages.records import Records
from ingest.stages.tones import tone

_TRUST = 0.8  # how much the tagger counts beside the record; chosen on articles it had not read
_STRESS = re.compile(
    r"\b(?:stress|emphasi|highlight|underscor|underlin|affirm|reaffirm|reiterat|not(?:ed|ing|es)\b|convinced"
    r"|confiden|convict|belie|insist|observ|recall|add(?:ed|ing|s)\b|point)",
    re.IGNORECASE,
)


def judge_stances(reading: Reading) -> None:
    """Set the stance of each attribution; needs the acts."""
    for attribution in reading.attributions:
        verdict = stance_verdict(reading, attribution)
        attribution.stance = _records().weigh(verdict, attribution.scores.stance, _TRUST)


def stance_verdict(reading: Reading, attribution: Attribution) -> str:
    """Return act and tone, for a comment also how it is cued: "ACCUSE grim", "COMMENT stressed good"."""
    heard = tone(reading.claim(attribution))
    if attribution.act is not Act.COMMENT:
        return f"{attribution.act} {heard}"
    return f"COMMENT {_cued(reading.words(attribution, attribution.cue))} {heard}"


def _cued(cue: str) -> str:
    if not cue:
        return "uncued"
    if cue_act(cue) is Act.COMMENT:
        return "discussed"
    return "stressed" if _STRESS.search(cue) else "said"


@cache
def _records() -> Records[int]:
    return Records.load("stance_records.tsv", int)
