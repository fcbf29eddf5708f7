"""Acts: the cue decides, else the content's predicate."""

import pytest

from graph_schema.vocabulary import Act
from ingest.annotations import Scores, Span
from ingest.stages.acts import act_verdict, judge_acts
from ingest.stages.negations import mark_negations
from ingest.stages.predicates import predicate
from tests.ingest.stages.marked import nlp, reading


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("<They> [discussed] {the crisis}.", "COMMENT"),
        ("<Wang> [agreed] {to continue talks}.", "AGREE"),
        ("<Wang> [thanked] Ito for {the welcome}.", "SUPPORT"),
        ("<Wang> [condemned] {the attack}.", "ACCUSE"),
        ("<Wang> [expressed concern about] {the strikes}.", "ACCUSE"),
        ("<Wang> [expressed gratitude for] {the help}.", "SUPPORT"),
        ("<Wang> [called on] {both sides to show restraint}.", "REQUEST"),
        ("<Wang> [rejected] {the claim}.", "REJECT"),
        ("<Wang> [warned of] {consequences}.", "THREATEN"),
        ("<Wang> [apologised for] {the delay}.", "CONCEDE"),
        # a neutral cue: the content decides
        ("<Wang> [said] {China is ready to work with Russia}.", "AGREE"),
        ("<Wang> [said] {both sides should show restraint}.", "REQUEST"),
        ("<She> [reaffirmed] {the U.S. commitment to the alliance}.", "AGREE"),
        ("<She> [reaffirmed] {U.S. support for Ukraine}.", "SUPPORT"),
        ("<She> [underscored] {the need to end the war}.", "REQUEST"),
        ("<She> [underscored] {the importance of open lines}.", "COMMENT"),
        ("<He> [said] {Russia condemns the attack}.", "ACCUSE"),
        ("<He> [said] {the train arrived at noon}.", "COMMENT"),
    ],
)
def test_acts_by_rules_alone(text: str, act: str) -> None:
    read = reading(text)
    judge_acts(read)
    assert read.attributions[0].act is Act(act)


def test_the_tagger_is_heard_where_rules_are_silent() -> None:
    read = reading("<He> [said] {they shut their eyes to the suffering of the people}.")
    [attribution] = read.attributions
    attribution.scores = Scores(act={act: 0.9 if act is Act.ACCUSE else 0.01 for act in Act})
    judge_acts(read)
    assert attribution.act is Act.ACCUSE


def test_a_sure_cue_is_not_outvoted() -> None:
    read = reading("<He> [thanked] them for {the help}.")
    [attribution] = read.attributions
    attribution.scores = Scores(act={act: 0.9 if act is Act.COMMENT else 0.01 for act in Act})
    judge_acts(read)
    assert (act_verdict(read, attribution), attribution.act) == ("cue SUPPORT", Act.SUPPORT)


@pytest.mark.parametrize(
    ("claim", "short"),
    [
        ("we will not accept these conditions", "v sub:we will not accept condition"),
        ("China is ready to work with Russia", "v sub:name be ready"),
        ("the deep commitment to peace", "n the deep commitment to"),
        ("a hospital was destroyed", "v pas:hospital was destroy"),
    ],
)
def test_predicates(claim: str, short: str) -> None:
    assert predicate(nlp()(claim), Span(0, len(claim))) == short


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("<It> [does not recognise] {the vote}.", True),
        ("<He> [did not rule out] {talks}.", True),
        ("<China> [has refused to condemn] {the attack}.", True),
        ("<He> [said] {he would not come}.", False),
        ("<He> [opposed] {the plan}.", False),
    ],
)
def test_negations(text: str, negated: bool) -> None:
    read = reading(text)
    mark_negations(read)
    assert read.attributions[0].negated is negated
