"""To whom it is said."""

import pytest

from ingest.stages.addressees import addressees
from ingest.stages.cast import cast
from ingest.stages.speakers import speakers
from tests.ingest.readings import marked

CALL = "Chinese Foreign Minister Wang Yi spoke with Russian Foreign Minister Sergey Lavrov on Monday."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<Wang> [told] Lavrov that {trade has grown}.", ["Sergey Lavrov"]),
        ("<Wang> [told] him that {trade has grown}.", ["Sergey Lavrov"]),
        ("<Wang> [thanked] his colleague for {the call}.", ["Sergey Lavrov"]),
        ("<Wang> [called on] the two sides {to work together}.", ["China", "Russia"]),
        ("<Wang> [urged] Israel {to stop}.", ["Israel"]),
        ("<Wang> [called for] donors {to give more}.", ["donors"]),
        ("<Wang> [demanded] {Israel stop the strikes}.", ["Israel"]),
        ("<Wang> [conveyed] {his greetings to President Vladimir Putin}.", ["Vladimir Putin"]),
        ("<Wang> [expressed gratitude] to Egypt for {its help}.", ["Egypt"]),
        ('"{Trade has grown}," <Wang> [told] Reuters.', ["Reuters"]),
        ("<Wang> [congratulated] {Indonesia on its election}.", ["Indonesia"]),
        ("<Wang> [told] reporters that {trade has grown}.", []),
        ("<Wang> [said] {Israel must stop}.", []),
        ("<Wang> [reaffirmed] {support for Egypt}.", []),
    ],
)
def test_addressees(line: str, names: list[str]) -> None:
    reading = marked(f"{CALL}\n{line}")
    for stage in (cast, speakers, addressees):
        stage(reading)
    assert [party.name for party in reading.attributions[-1].addressees] == names
