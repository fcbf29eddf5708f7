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
        ("<Wang> [said] {he congratulated Indonesia on its election}.", ["Indonesia"]),
        ("<Wang> [called on] {all parties to refrain}.", ["parties"]),
        ("<Wang> [encouraged] {further steps towards a truce}.", []),
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
        (
            "<Wang> [conveyed] {his condolences} to the families of those who lost their lives.",
            ["families of the victims"],
        ),
        ("<Wang> [asked for] {Egypt's support at the United Nations}.", ["Egypt"]),
        ("<Wang> [asked for] {the backing of Egypt at the United Nations}.", ["Egypt"]),
        ("<Wang> [urged] the European side {to lift the tariffs}.", ["European Union"]),
        ("<Wang> [briefed his counterpart on] {the talks}.", ["Sergey Lavrov"]),
        ("<Wang> [pressed] the Foreign Minister {to stay}.", ["Sergey Lavrov"]),
        ("<Wang> [called on] {Egypt to help}.", ["Egypt"]),
        ("<Wang> [urged] {voters not to relent}.", ["voters"]),
        ("<Wang> [urged] participants {to be patient}.", ["participants"]),
        ("<Wang> [thanked] Poland, a stalwart ally, for {its help}.", ["Poland"]),
        ("<Wang> [invited] the President of Egypt to Beijing {for talks}.", ["Abdel Fattah el-Sisi"]),
        ("<Wang> [told] the AFP press agency that {trade has grown}.", ["Agence France-Presse"]),
        ('"{Trade has grown}," <Wang> [told] the Cairo Times.', ["Cairo Times"]),
        ('Reuters was there. "{Trade has grown}," <Wang> [told] the news agency.', ["Reuters"]),
        ("<Wang> wrote to President Sisi of Egypt, [urging] him {to stay}.", ["Abdel Fattah el-Sisi"]),
        ("<Wang> [encouraged] {efforts to promote calm}.", []),
        ("<Wang> [encouraged] {progress on trade to help the poor}.", []),
        ("<Wang> [informed about] {the talks}.", []),
        ("<Wang> [demanded] {the withdrawal of troops from Egypt}.", []),
        ("<Wang> [reaffirmed] {the invitation for Lavrov to visit the White House}.", []),
        ('"{Trade has grown}," <Wang> [told] a virtual gathering of people from Egypt.', []),
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
        ("<wang yi> [tells] oic {trade must grow}", ["Organisation of Islamic Cooperation"]),
        ("<Wang Yi> [tells] foreign powers {to leave the Gulf}", ["foreign powers"]),
    ],
)
def test_addressees_of_a_headline(headline: str, names: list[str]) -> None:
    reading = marked(f"# {headline}\n{CALL}")
    for stage in (cast, speakers, addressees):
        stage(reading)
    assert [party.name for party in reading.attributions[0].addressees] == names
