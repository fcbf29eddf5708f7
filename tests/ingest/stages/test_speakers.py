"""Who speaks: one table a way of saying who it is."""

import pytest

from ingest.stages.cast import cast
from ingest.stages.speakers import speakers
from tests.ingest.readings import marked

CALL = "Chinese Foreign Minister Wang Yi spoke with Russian Foreign Minister Sergey Lavrov on Monday."
TRIO = (
    "President Emmanuel Macron of France, Chancellor Olaf Scholz of Germany, and President Joe Biden of the "
    "United States met today in Berlin."
)


def speaking(text: str, publisher: str = "", day: str = "2023-08-07") -> tuple[list[str], bool]:
    """Return the names of the last attribution's speakers and whether they speak together."""
    reading = marked(text, publisher, day)
    cast(reading)
    speakers(reading)
    last = reading.attributions[-1]
    return [party.name for party in last.speakers], last.joint


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<Wang> [said] {trade has grown}.", "Wang Yi"),
        ("<The Chinese foreign minister> [said] {trade has grown}.", "Wang Yi"),
        ("<The Russian minister> [said] {trade has grown}.", "Sergey Lavrov"),
        ("<The Chinese side> [said] {trade has grown}.", "Wang Yi"),
        ("<Beijing> [said] {trade has grown}.", "China"),
        ("<China's foreign ministry> [said] {trade has grown}.", "Ministry of Foreign Affairs of China"),
        ("<The Russian leader> [said] {trade has grown}.", "Sergey Lavrov"),
        ("<S. Jaishankar> [said] {trade has grown}.", "Subrahmanyam Jaishankar"),
        ("<Joko “Jokowi” Widodo> [said] {trade has grown}.", "Joko Widodo"),
        ("<The Cairo summit> [called for] {peace}.", "Cairo summit"),
        ("<Algerian media> [reported] {trade has grown}.", "Algerian media"),
        ("<The Yemen-based Houthi movement> [said] {trade has grown}.", "Houthi movement"),
        ("<A senior Kenyan official> [said] {trade has grown}.", "senior official of Kenya"),
    ],
)
def test_one_speaker(line: str, name: str) -> None:
    assert speaking(f"{CALL}\n{line}") == ([name], False)


@pytest.mark.parametrize(
    "source",
    ["The two sides", "Both ministers", "They", "The parties", "The foreign ministers of China and Russia"],
)
def test_two_speakers(source: str) -> None:
    names, joint = speaking(f"{CALL}\n<{source}> [agreed] {{to stay in touch}}.")
    assert (sorted(names), joint) == (["Sergey Lavrov", "Wang Yi"], True)


E3 = (
    "Foreign Minister Seyed Abbas Araghchi of Iran met Foreign Minister Johann Wadephul of Germany, Foreign "
    "Minister Jean-Noël Barrot of France and Foreign Minister David Lammy of the United Kingdom in Geneva."
)


@pytest.mark.parametrize("source", ["The three ministers", "The European ministers", "The E3"])
def test_the_european_three_at_a_table_with_another(source: str) -> None:
    names, joint = speaking(f"{E3}\n<{source}> [urged] {{restraint}}.", day="2025-06-20")
    assert (sorted(names), joint) == (["David Lammy", "Jean-Noël Barrot", "Johann Wadephul"], True)


@pytest.mark.parametrize("source", ["The Berlin summit", "An assembly of several leaders"])
def test_a_gathering_is_those_who_gather(source: str) -> None:
    names, joint = speaking(f"{TRIO}\n<{source}> [called for] {{peace}}.")
    assert (sorted(names), joint) == (["Emmanuel Macron", "Joe Biden", "Olaf Scholz"], True)


def test_it_is_the_body_just_named() -> None:
    text = "The Chinese foreign ministry said <it> [congratulated] Chad on {the vote}."
    assert speaking(text)[0] == ["Ministry of Foreign Affairs of China"]


@pytest.mark.parametrize("source", ["Both countries", "The two governments", "Their governments"])
def test_states_rather_than_who_sits_for_them(source: str) -> None:
    assert speaking(f"{CALL}\n<{source}> [agreed] {{to trade}}.") == (["China", "Russia"], True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<Wang> [offered] {help}.\n[was accepted] {The offer}.", ["Sergey Lavrov"]),
        ("<Wang> [said] {so}.\n[was conveyed] {the gratitude of the Russian side}.", ["Sergey Lavrov"]),
        ("<Chinese officials> [said] {so}.\n<Kenyan officials> [said] {no}.", ["officials of Kenya"]),
        (
            "<U.S. and Kenyan officials> [said] {so}.",
            ["officials of United States", "officials of Kenya"],
        ),
        (
            "<A spokesman for Kenya's foreign minister> [said] {so}.\n<the spokesman> [added] {no}.",
            ["spokesperson for foreign minister of Kenya"],
        ),
        ("<Wang> [said] {so}.\n<the 71-year-old politician> [added] {no}.", ["Wang Yi"]),
        ("BRICS met.\n<The summit> [called for] {peace}.", ["BRICS"]),
        ("<The agency Xinhua> quoted Lavrov as [saying] {so}.", ["Sergey Lavrov"]),
        (
            "Kenyan Trade Minister Asha Mwangi, Chadian Trade Minister Idriss Sow, and <Wang> [agreed] {so}.",
            ["Asha Mwangi", "Idriss Sow", "Wang Yi"],
        ),
    ],
)
def test_who_is_meant_after_others(text: str, names: list[str]) -> None:
    assert speaking(f"{CALL}\n{text}")[0] == names


@pytest.mark.parametrize(
    ("place", "name"), [("India", "Indian National Congress"), ("Kansas", "United States Congress")]
)
def test_a_name_of_several_bodies_is_that_of_the_state_in_which_the_article_plays(
    place: str, name: str
) -> None:
    assert speaking(f"{place} votes in May. <Congress> [said] {{no}}.") == ([name], False)


def test_a_word_that_joins_two_names_is_both() -> None:
    names, joint = speaking("Trade grows. <The joint Australia-ASEAN statement> [called for] {calm}.")
    assert (names, joint) == (["Australia", "ASEAN"], True)


def test_a_numbered_resolution_is_the_security_councils() -> None:
    text = "The Security Council met on Friday. <Resolution 2999> [demands] {a ceasefire}."
    assert speaking(text) == (["United Nations Security Council"], False)


@pytest.mark.parametrize("source", ["The leaders", "The three leaders", "All"])
def test_everybody_at_the_table(source: str) -> None:
    names, joint = speaking(f"{TRIO}\n<{source}> [condemned] {{the attack}}.")
    assert (names, joint) == (["Emmanuel Macron", "Olaf Scholz", "Joe Biden"], True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{CALL}\n<Lavrov> [said] {{no}}.\n<He> [added] {{that it hurts}}.", "Sergey Lavrov"),
        (f"{CALL}\n<Lavrov> [said] {{no}}.\n{{The talks will go on}}.", "Sergey Lavrov"),
        (f"{CALL}\n<Lavrov> [said] {{no}}.\n[It was noted that] {{time is short}}.", "Sergey Lavrov"),
        (f"{CALL}\n<Wang> [said] {{no}}.\n<His counterpart> [said] {{yes}}.", "Sergey Lavrov"),
        (
            f"{CALL}\n<They> [agreed] {{to meet}}.\n{{Russia will prepare a paper}}.",
            "Sergey Lavrov",
        ),
        # he of whom the paper has told something since then
        (f"{CALL}\n<Lavrov> [said] {{no}}.\nWang has not given in, <he> [said] {{so}}.", "Wang Yi"),
        (
            f"{CALL}\n<Lavrov> [said] {{no}}.\nThe Chinese minister Wang waited. <He> [hoped] {{so}}.",
            "Wang Yi",
        ),
        (f"{CALL}\n<Lavrov> [said] {{that Wang had left}}. <He> [added] {{that it hurts}}.", "Sergey Lavrov"),
        (f"{CALL}\n<Lavrov> [said] {{no}}.\nWang Yi was asked twice. <He> [hoped] {{so}}.", "Wang Yi"),
        # it of which the paper has told something since then
        (f"{CALL}\n<Russia> [said] {{no}}.\nFrance waited. <It> [hoped] {{so}}.", "France"),
        ("<A source close to the talks> [said] {no}.\n<The source> [added] {never}.", "source"),
    ],
)
def test_who_was_meant_before(text: str, name: str) -> None:
    assert speaking(text) == ([name], False)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("was agreed", "to continue contacts"),
        ("Attention was paid to", "trade"),
        ("were discussed", "Old debts"),
        # a judgement that nobody holds, or both hold
        ("was noted", "The importance of trade"),
        ("it was stressed that", "there is no alternative to talks"),
        ("it was noted that", "Russia and China are close"),
        ("was voiced", "A shared concern"),
    ],
)
def test_behind_a_passive_may_stand_both(cue: str, content: str) -> None:
    names, joint = speaking(f"{CALL}\n<Wang> [said] {{no}}.\n{{{content}}} [{cue}].")
    assert (sorted(names), joint) == (["Sergey Lavrov", "Wang Yi"], True)


def test_attention_is_drawn_by_one() -> None:
    text = f"{CALL}\n<Wang> [said] {{no}}.\n[Attention was drawn to] {{the risks}}."
    assert speaking(text) == (["Wang Yi"], False)


def test_what_stands_in_a_joint_text_is_both_sides() -> None:
    text = f"{CALL}\n<Wang> [said] {{no}}. In the joint statement, [concern is voiced over] {{the war}}."
    names, joint = speaking(text)
    assert (sorted(names), joint) == (["Sergey Lavrov", "Wang Yi"], True)


def test_the_other_one_invites() -> None:
    text = f"{CALL}\n<Wang> [said] {{no}}.\nWang Yi [was invited] {{to pay a visit to Moscow}}."
    assert speaking(text) == (["Sergey Lavrov"], False)


def test_who_sits_beside_a_leader_is_no_side() -> None:
    text = (
        "Chinese Foreign Minister Wang Yi and Chinese Vice Foreign Minister Deng Li met Russian Foreign "
        "Minister Sergey Lavrov on Monday.\n<Wang and Lavrov> [agreed] {to meet}.\n{Trade} [was discussed]."
    )
    assert speaking(text) == (["Wang Yi", "Sergey Lavrov"], True)


def test_an_office_means_its_own_president() -> None:
    text = "Volodymyr Zelenskyy met President of France Emmanuel Macron.\n<The President> [noted] {the aid}."
    assert speaking(text, "President of Ukraine")[0] == ["Volodymyr Zelenskyy"]


@pytest.mark.parametrize(
    ("day", "name"),
    [("2024-06-01", "Joe Biden"), ("2025-06-01", "Donald Trump"), ("2019-06-01", "Donald Trump")],
)
def test_a_post_is_held_by_somebody_else_on_another_day(day: str, name: str) -> None:
    text = "Nothing else was known.\n<The President of the United States> [said] {no}."
    assert speaking(text, day=day)[0] == [name]


def test_the_official_of_a_lead_is_named_soon_after() -> None:
    text = (
        "<A senior Chinese official> [called for] {calm} on Monday.\n"
        "<Chinese Vice Foreign Minister Deng Li> [said] {talks would help}."
    )
    reading = marked(text)
    cast(reading)
    speakers(reading)
    assert [party.name for party in reading.attributions[0].speakers] == ["Deng Li"]


def test_a_statement_speaks_in_the_name_of_its_issuer() -> None:
    text = "# Press Release Regarding the Resolution\n<We> [reject] {the resolution adopted today}."
    assert speaking(text, "Ministry of Foreign Affairs of Turkey")[0] == [
        "Ministry of Foreign Affairs of Turkey"
    ]


def test_leaders_of_a_body_are_one_speaker_together() -> None:
    assert speaking("<Leaders of ASEAN> [called for] {calm}.") == (["leaders of ASEAN"], True)
