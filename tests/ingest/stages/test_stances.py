"""Stance: by act, cue and tone, beside the tagger."""

import pytest

from graph_schema.vocabulary import Act
from ingest.annotations import Scores
from ingest.stages.stances import judge_stances, stance_verdict
from ingest.stages.tones import tone
from tests.ingest.stages.marked import reading


@pytest.mark.parametrize(
    ("text", "act", "verdict", "stance"),
    [
        ("<They> [discussed] {the crisis in Haiti}.", "COMMENT", "COMMENT discussed dark", 0),
        ("<He> [stressed] {the importance of peace}.", "COMMENT", "COMMENT stressed good", 1),
        ("<He> [said] {the vote was on Monday}.", "COMMENT", "COMMENT said bare", 0),
        ("{Ties between both nations are strong.}", "COMMENT", "COMMENT uncued good", 1),
        ("<He> [condemned] {the attack}.", "ACCUSE", "ACCUSE dark", -1),
        ("<He> [welcomed] {the agreement}.", "SUPPORT", "SUPPORT light", 1),
        ("<He> [rejected] {the claim}.", "REJECT", "REJECT even", -1),
    ],
)
def test_stances_by_rules_alone(text: str, act: str, verdict: str, stance: int) -> None:
    read = reading(text)
    [attribution] = read.attributions
    attribution.act = Act(act)
    judge_stances(read)
    assert (stance_verdict(read, attribution), attribution.stance) == (verdict, stance)


def test_the_tagger_is_heard_on_comments() -> None:
    read = reading("<He> [said] {inflation eats the wages}.")
    [attribution] = read.attributions
    attribution.scores = Scores(stance={-1: 0.8, 0: 0.1, 1: 0.1})
    judge_stances(read)
    assert attribution.stance == -1


@pytest.mark.parametrize(
    ("claim", "heard"),
    [
        ("brutal attacks on civilians", "grim"),
        ("the attack", "dark"),
        ("peace and development", "good"),
        ("progress in the talks", "light"),
        ("the train arrived on Monday", "bare"),
        ("the train", "even"),
    ],
)
def test_tones(claim: str, heard: str) -> None:
    assert tone(claim) == heard
