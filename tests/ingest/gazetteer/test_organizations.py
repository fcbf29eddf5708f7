import pytest

from ingest.gazetteer.loading import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("written", "name", "code"),
    [
        ("European Union", "European Union", "EU"),
        ("European Commission", "European Commission", "EU"),
        ("UN Security Council", "United Nations Security Council", "UN"),
        ("World Health Organization", "World Health Organization", "WHO"),
        ("AU Commission", "African Union", "African Union"),
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", "SCO"),
        ("Kremlin", "Kremlin", "RU"),
        ("White House", "White House", "US"),
        ("State Department", "United States Department of State", "US"),
        ("Quai d'Orsay", "Ministry for Europe and Foreign Affairs of France", "FR"),
        ("Elysée", "Élysée Palace", "FR"),
        ("Ministry of Foreign Affairs of China", "Ministry of Foreign Affairs of China", "CN"),
        ("MEA", "Ministry of External Affairs of India", "IN"),
        ("Ansar Allah", "Houthi movement", ""),
        ("Xinhua News Agency", "Xinhua", ""),
    ],
)
def test_a_name_means_its_organisation(gazetteer: Gazetteer, written: str, name: str, code: str) -> None:
    body = gazetteer.organizations[gazetteer.lookup(written)[0].id]
    assert (body.name, body.code) == (name, code)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Chinese Foreign Ministry said", ["Ministry of Foreign Affairs of China"]),
        ("China's foreign ministry said", ["Ministry of Foreign Affairs of China"]),
        ("the ministry of defence of the Netherlands", ["Ministry of Defence of the Netherlands"]),
        ("the British foreign office", ["Foreign, Commonwealth and Development Office"]),
        ("the Israeli army and Hamas", ["Israel Defense Forces", "Hamas"]),
        ("the foreign ministry said", []),
        ("who said the WHO did", ["World Health Organization"]),
    ],
)
def test_bodies_are_found_in_running_text(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    found = [gazetteer.organizations[m.ids[0]].name for m in gazetteer.mentions(text)]
    assert found == names


def test_a_name_shared_by_two_states_keeps_both(gazetteer: Gazetteer) -> None:
    [mention] = gazetteer.mentions("the Congolese foreign ministry")
    assert {gazetteer.organizations[body].country for body in mention.ids} == {"CD", "CG"}


@pytest.mark.parametrize(
    ("code", "name"),
    [("UN", "United Nations"), ("EU", "European Union"), ("FR", "France"), ("AU", "Australia")],
)
def test_a_code_means_one_body_or_state(gazetteer: Gazetteer, code: str, name: str) -> None:
    entry = gazetteer.coded(code)
    assert entry is not None
    assert entry.name == name


def test_a_state_is_asked_for_its_bodies_by_their_common_names(gazetteer: Gazetteer) -> None:
    [ministry] = gazetteer.bodies_of("foreign ministry", "TR")
    assert gazetteer.organizations[ministry].name == "Ministry of Foreign Affairs of Turkey"
    assert gazetteer.bodies_of("ministry of silly walks", "GB") == ()
