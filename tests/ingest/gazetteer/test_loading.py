from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.errors import InvalidGazetteer
from ingest.gazetteer.contradictions import check
from ingest.gazetteer.entries import PositionKind
from ingest.gazetteer.loading import FOLDER, Gazetteer, assemble
from ingest.gazetteer.tables import TABLES, Rows, read_tables


def small(**tables: Rows) -> Gazetteer:
    return assemble({table: tables.get(table, {}) for table in TABLES})


COUNTRY: Rows = {"Q1": {"id": "Q1", "iso": "AA", "name": "Aland"}}
PEOPLE: Rows = {key: {"id": key, "name": f"Name {key}"} for key in ("p1", "p2")}
POST: Rows = {
    "post": {
        "id": "post",
        "name": "President",
        "kind": "head_of_state",
        "of": "AA",
        "titles": "president",
        "single": "1",
    }
}


def terms(*rows: tuple[str, str, str]) -> Rows:
    named = [{"person": p, "position": "post", "since": s, "until": u} for p, s, u in rows]
    return {row["person"]: {key: cell for key, cell in row.items() if cell} for row in named}


def test_ours_does_not_contradict_itself() -> None:
    assert check(assemble(read_tables(FOLDER, None))) == []


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2021, 1, 20), "p1"),
        (date(2022, 12, 31), "p1"),
        (date(2023, 6, 1), "p2"),
        (date(2020, 1, 1), None),
    ],
)
def test_the_holder_of_a_post_depends_on_the_day(day: date, holder: str | None) -> None:
    posts = small(
        people=PEOPLE, positions=POST, terms=terms(("p1", "2021", "2022"), ("p2", "2023-05", ""))
    ).posts
    [post] = posts.titled("President", "AA")
    assert post in posts.of_kind(PositionKind.HEAD_OF_STATE, "AA")
    assert posts.holders(post.id, day) == ((holder,) if holder else ())
    assert not holder or posts.held_by(holder, day) == (post,)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("p1", "2021-01-20", ""), ("p2", "2023-05-02", "")), "two holders on 2023-05-02: p1 and p2"),
        ((("p1", "2021-01-20", "2020-05-02"),), "p1 leaves post before taking it"),
        ((("p3", "2021", ""),), "refers to p3"),
    ],
)
def test_contradictions_are_found(rows: tuple[tuple[str, str, str], ...], sentence: str) -> None:
    [found] = check(small(countries=COUNTRY, people=PEOPLE, positions=POST, terms=terms(*rows)))
    assert sentence in found


def test_a_handover_day_and_days_half_known_are_no_contradiction() -> None:
    handed_over = terms(("p1", "2021", "2023-05"), ("p2", "2023-05-02", ""))
    assert check(small(countries=COUNTRY, people=PEOPLE, positions=POST, terms=handed_over)) == []


def test_names_that_clash_are_found() -> None:
    people: Rows = {key: {"id": key, "name": "Wáng Yi"} for key in ("p1", "p2")}
    assert check(small(people=people)) == ["'wang yi' is a strong name of p1 and p2"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Sergei Lavrow", "Sergey Lavrov"),
        ("Yi Wang", "Wang Yi"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ],
)
def test_people_are_known_by_other_spellings_and_order(written: str, name: str) -> None:
    gazetteer = Gazetteer.load()
    best, score = gazetteer.similar(written)[0]
    assert score >= 85
    assert gazetteer.people[best].name.casefold() in {name.casefold(), "recep tayyip erdogan"}


@given(st.text())
def test_mentions_stand_in_order_and_never_overlap(text: str) -> None:
    ends = [0]
    for mention in Gazetteer.load().mentions(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)


def test_a_users_files_add_and_override(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        """
        [[countries]]
        id = "Q148"
        aliases = ["Cathay"]

        [[people]]
        id = "person:ada"
        name = "Ada Lovelace"

        [[topics]]
        id = "numbers"
        label = "Numbers"
        broader = "science-technology"
        patterns = ["analytical engine*^0.9"]
        """
    )
    gazetteer = Gazetteer.load(tmp_path)
    assert gazetteer.countries["Q148"].aliases == ("Cathay",)
    assert gazetteer.countries["Q148"].iso == "CN"
    assert gazetteer.lookup("Ada Lovelace")[0].id == "person:ada"
    assert [m.topic for m in gazetteer.topics.match("the Analytical Engine")] == [
        "science-technology",
        "numbers",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("not toml", "bad.toml is not TOML"),
        ("[[cities]]\nid = 'x'", "bad.toml: write [[name]] with one of countries, "),
        ("[[people]]\nname = 'x'", "bad.toml, [[people]] number 1: id is missing"),
        ("[[people]]\nid = 'x'", "bad.toml, [[people]] number 1: name is missing"),
        ("[[people]]\nid = 'x'\nname = 'X'\nage = 3", "there is no field age"),
        ("[[people]]\nid = 'x'\nname = 3", "3 is no name"),
        ("[[terms]]\nperson = 'x'\nposition = 'y'\nsince = '20x'", "'20x' is no since"),
        ("[[positions]]\nid = 'x'\nname = 'X'\nof = 'CN'\nkind = 'king'", "'king' is no kind"),
        ("[[topics]]\nid = 'x'\nlabel = 'X'\npatterns = ['a^b']", "topic x: the pattern 'a^b'"),
    ],
)
def test_what_is_wrong_in_a_users_file_is_said(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "bad.toml").write_text(content)
    with pytest.raises(InvalidGazetteer) as error:
        Gazetteer.load(tmp_path)
    assert sentence in str(error.value)
