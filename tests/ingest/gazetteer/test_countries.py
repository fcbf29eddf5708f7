import pytest

from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.names import NameKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "isos", "kind", "strong"),
    [
        ("China", ["CN"], NameKind.COUNTRY, True),
        ("the PRC", ["CN"], NameKind.COUNTRY, True),
        ("People's Republic of China", ["CN"], NameKind.COUNTRY, True),
        ("Chinese", ["CN"], NameKind.DEMONYM, True),
        ("Beijing", ["CN"], NameKind.METONYM, True),
        ("Sino", ["CN"], NameKind.DEMONYM, False),
        ("DPRK", ["KP"], NameKind.COUNTRY, True),
        ("Türkiye", ["TR"], NameKind.COUNTRY, True),
        ("Turkey", ["TR"], NameKind.COUNTRY, False),
        ("Chad", ["TD"], NameKind.COUNTRY, False),
        ("Jordan", ["JO"], NameKind.COUNTRY, False),
        ("Georgia", ["GE"], NameKind.COUNTRY, False),
        ("cote d'ivoire", ["CI"], NameKind.COUNTRY, True),
        ("U.S.", ["US"], NameKind.COUNTRY, True),
        ("Downing Street", ["GB"], NameKind.METONYM, True),
        ("Foggy Bottom", ["US"], NameKind.METONYM, True),
        ("Congo", ["CD", "CG"], NameKind.COUNTRY, False),
        ("Korean", ["KR"], NameKind.DEMONYM, True),
        ("Nassau", ["BS"], NameKind.METONYM, False),
    ],
)
def test_a_name_means_its_countries(
    gazetteer: Gazetteer, name: str, isos: list[str], kind: NameKind, strong: bool
) -> None:
    found = [c for c in gazetteer.lookup(name) if c.id in gazetteer.countries]
    assert sorted(gazetteer.countries[c.id].iso for c in found if c.kind is kind) == isos
    assert {c.strong for c in found if c.kind is kind} == {strong}


def test_members_of_the_united_nations_its_observers_and_others_are_there(gazetteer: Gazetteer) -> None:
    others = {"VA", "PS", "TW", "XK", "HK", "MO", "CK", "NU", "GL", "PR"}
    assert others < set(gazetteer.countries_by_iso)
    assert len(set(gazetteer.countries_by_iso) - others) == 193
    assert all(c.id[0] == "Q" and c.id[1:].isdigit() for c in gazetteer.countries.values())
    assert all(
        c.capital and c.demonyms for c in gazetteer.countries.values() if c.iso not in {"HK", "MO", "VA"}
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("US-led talks told us little", ["US"]),
        ("Turkey served turkey", ["Turkey"]),
        ("TURKEY and Chad", ["TURKEY", "Chad"]),
        ("the U.S. and the U.K.", ["U.S.", "U.K."]),
        ("Guinea-Bissau, Guinea and Papua New Guinea", ["Guinea-Bissau", "Guinea", "Papua New Guinea"]),
        ("ships in the South China Sea", []),
        ("Latin American leaders left the Paris Agreement", []),
        ("peace on the Korean Peninsula", []),
        ("Russia's and Côte d'Ivoire's ties", ["Russia", "Côte d'Ivoire"]),
    ],
)
def test_countries_are_found_in_running_text(gazetteer: Gazetteer, text: str, named: list[str]) -> None:
    assert [text[m.start : m.end] for m in gazetteer.mentions(text)] == named
