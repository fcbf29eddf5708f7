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
        ("<Wang> [thanked] the Russian side for {the call}.", ["Russia"]),
        ("<Wang> [urged] both governments {to work together}.", ["China", "Russia"]),
        ("<Wang> [pressed] the government {to lift the tariffs}.", ["Russia"]),
        ("<Wang> [told] parliament on Monday that {trade has grown}.", ["Parliament of China"]),
        ("<Wang> [told] his opposite number in Moscow that {trade has grown}.", ["Sergey Lavrov"]),
        ("<Wang> [thanked] donors for {their help}. <He> [promised] them {more}.", ["donors"]),
        ("<Wang> [congratulated] {Jamaicans}.", ["Jamaica"]),
        ("<Wang> [gave President Vladimir Putin an account of] {the talks}.", ["Vladimir Putin"]),
        (
            "<Wang> [spoke] today by telephone with President Vladimir Putin about {trade}.",
            ["Vladimir Putin"],
        ),
        ("<Wang> [raised] {the question of trade} with Lavrov.", ["Sergey Lavrov"]),
        (
            "<Wang> [appealed], in a letter in June to President Vladimir Putin, {for help}.",
            ["Vladimir Putin"],
        ),
        ("<Wang> [demanded] {an explanation from Egypt}.", ["Egypt"]),
        ("To Lavrov, <Wang> [said] {trade has grown}.", ["Sergey Lavrov"]),
        ("In an interview with the BBC, <Wang> [hailed] {the growth of trade}.", ["BBC"]),
        ("<Wang> [told] state news agency Antara that {trade has grown}.", ["Antara"]),
        ("Asked by Reuters about the plan, <Wang> [said] {trade has grown}.", ["Reuters"]),
        ("<Wang>: {We urge Israel to stop}.", ["Israel"]),
        ("<Wang> [urged] in Egypt {a return to talks}.", []),
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


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("<Wang Yi> [urges] US {to lift tariffs}", ["United States"]),
        ("<Wang Yi> to Lavrov: {trade must grow}", ["Sergey Lavrov"]),
        ("{Trade must grow}, <Wang Yi> [tells] BBC", ["BBC"]),
    ],
)
def test_addressees_of_a_headline(headline: str, names: list[str]) -> None:
    reading = marked(f"# {headline}\n{CALL}")
    for stage in (cast, speakers, addressees):
        stage(reading)
    assert [party.name for party in reading.attributions[0].addressees] == names
