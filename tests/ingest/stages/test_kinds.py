"""Direct, indirect, mixed."""

import pytest

from graph_schema.vocabulary import AttributionKind, Kind
from ingest.stages.kinds import tell_kinds
from ingest.stages.quotations import find_quotations
from tests.ingest.stages.marked import reading


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"{All is well}," [said] <Wang>.', Kind.DIRECT),
        ("<Wang> [said] that {all is well}.", Kind.INDIRECT),
        ('<Wang> [said] {the visit was "a first step" for both}.', Kind.MIXED),
        ('"{It is time}," <he> [said], "+{to act}."', Kind.DIRECT),
        ('<Lavrov> [called] {the plan "absurd}".', Kind.MIXED),
        ("<Mao Ning>[:] {China opposes this.}", Kind.DIRECT),
        ("In Geneva <Lavrov>[:] {no talks}.", Kind.INDIRECT),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    read = reading(text)
    find_quotations(read)
    tell_kinds(read)
    assert read.attributions[0].kind is kind


def test_a_turn_goes_on_until_the_next_statement_with_a_cue() -> None:
    read = reading("<Mao Ning>[:] {One.}\n{Two.}\n<She> [said] {three}.\n{Four.}")
    for carried in (1, 3):
        read.attributions[carried].attribution = AttributionKind.CARRIED_OVER
    tell_kinds(read)
    assert [a.kind for a in read.attributions] == [Kind.DIRECT, Kind.DIRECT, Kind.INDIRECT, Kind.INDIRECT]
