"""The cast of an article: who is who, for which state, from which words."""

import pytest

from ingest.linking.casting import cast_of
from ingest.linking.figures import Figure
from tests.ingest.readings import marked


def figure(text: str, name: str, publisher: str = "", day: str = "2023-08-07") -> Figure:
    return next(f for f in cast_of(marked(text, publisher, day)).figures if f.party.name == name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Wang Yi met Sergey Lavrov. Wang smiled.", "Wang Yi", "CN"),
        ("President Joseph R. Biden, Jr. spoke.", "Joe Biden", "US"),
        ("The Kenyan Trade Minister Asha Mwangi spoke.", "Asha Mwangi", "KE"),
        ("Rosa Marin, an economist at the University of Chile, spoke.", "Rosa Marin", None),
        ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg", "NATO"),
        ("BARBARA LINDGREN (Sweden) regretted it.", "Barbara Lindgren", "SE"),
        ("Kenyan Minister for Europe and North America Asha Mwangi spoke.", "Asha Mwangi", "KE"),
        ("Kenyan Under Secretary for Democracy, and Human Rights Asha Mwangi spoke.", "Asha Mwangi", "KE"),
        ("Deputy Prime Minister of Mongolia T.Bolormaa spoke.", "T.Bolormaa", "MN"),
        (
            "Kenya's Ambassador Extraordinary and Plenipotentiary to Chad Asha Mwangi spoke.",
            "Asha Mwangi",
            "KE",
        ),
        ("Organisation of Islamic Cooperation (OIC) head Asha Mwangi spoke.", "Asha Mwangi", "OIC"),
        ("Kenya's Solicitor General Asha Mwangi spoke.", "Asha Mwangi", "KE"),
        ("Kenya's First Lady Asha Mwangi spoke.", "Asha Mwangi", "KE"),
    ],
)
def test_people_and_whom_they_speak_for(text: str, name: str, country: str | None) -> None:
    assert figure(text, name).party.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dockers' President, Emmanuel Okoro, spoke to France.", "Emmanuel Okoro"),
        ("Speaker of the National Assembly Lee Jin-mo spoke.", "Lee Jin-mo"),
    ],
)
def test_a_shared_first_name_makes_nobody_another(text: str, name: str) -> None:
    assert name in {f.party.name for f in cast_of(marked(text, day="2023-08-07")).persons()}


def test_an_ambassador_is_not_of_the_state_where_he_is_posted() -> None:
    text = "Ambassador to Libya Asha Mwangi spoke."
    assert figure(text, "Asha Mwangi", "Kenyan Ministry of Foreign Affairs").party.country == "KE"


def test_the_democrats_of_another_state_are_not_those_of_the_united_states() -> None:
    cast = cast_of(marked("Kenya voted. In Kenya the Democratic Party lost."))
    assert "Democratic Party of the United States" not in {f.party.name for f in cast.figures}


def test_a_paper_is_of_the_state_with_which_its_name_begins() -> None:
    assert cast_of(marked("Trade Minister Asha Mwangi spoke.", "kenyadaily")).scene == "KE"


def test_a_surname_with_a_title_is_the_holder_on_that_day() -> None:
    before = figure("President Biden spoke.", "Joe Biden", "White House (US)", "2024-06-01")
    after = figure("President Trump spoke.", "Donald Trump", "White House (US)", "2025-06-01")
    assert (before.party.country, after.party.country) == ("US", "US")


def test_surname_and_full_name_are_one_figure() -> None:
    cast = cast_of(marked("Deputy Trade Minister Asha Mwangi spoke. Mwangi left. Ms. Mwangi came back."))
    assert [f.party.name for f in cast.persons()] == ["Asha Mwangi"]


def test_a_misspelling_is_the_same_person() -> None:
    cast = cast_of(marked("Prime Minister Srettha Thavisin spoke. Mr. Srrettha left."))
    assert [f.party.name for f in cast.persons()] == ["Srettha Thavisin"]


def test_an_article_spells_out_its_abbreviations() -> None:
    cast = cast_of(marked("The Harbour Workers League (HWL) met. The HWL protested."))
    assert {s.figure.party.name for s in cast.body if s.figure} == {"Harbour Workers League"}


def test_ministers_of_a_paper_are_those_of_the_state_it_writes_about() -> None:
    text = "Indonesia opened a port. Indonesia pays for it. Transport Minister Budi Hartono spoke."
    assert figure(text, "Budi Hartono", "The Daily Example").party.country == "ID"


def test_the_spokesperson_of_a_byline_is_no_party_to_the_call() -> None:
    cast = cast_of(
        marked(
            "The below is attributable to Spokesperson Ned Price:\n"
            "Secretary of State Antony Blinken spoke today with Foreign Minister Wang Yi.",
            "US Department of State",
        )
    )
    assert cast.herald is not None
    assert cast.herald.party.name == "Ned Price"
    assert [f.party.name for f in cast.encounters[0].parties] == ["Antony Blinken", "Wang Yi"]
