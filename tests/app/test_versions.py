"""What two sides report of one event: sides by publisher, the best assignment, and how wordings differ."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assignment import assigned
from app.readouts import counted, sided
from app.sides import sides, state_of
from app.versions import aligned
from app.wording import Where, differences
from tests.app.test_events import article, row

PUBLISHERS = [
    ("White House (US)", "US"),
    ("Kremlin (Russia)", "RU"),
    ("President of Ukraine", "UA"),
    ("CGTN", "CN"),
    ("Ministry of Foreign Affairs of the People's Republic of China", "CN"),
    ("Xinhua", "CN"),
    ("U.S. Department of State", "US"),
    ("Ministry of External Affairs, India", "IN"),
    ("TASS", "RU"),
    ("Japan Times", None),
    ("Reuters", None),
    ("South China Morning Post", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("publisher", "state"), PUBLISHERS)
def test_whose_a_publisher_is(publisher: str | None, state: str | None) -> None:
    assert state_of(publisher) == state


MATRICES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 9), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@given(MATRICES)
def test_no_other_assignment_has_a_higher_sum(scores: list[list[int]]) -> None:
    pairs = assigned(scores)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    rows, columns = len(scores), len(scores[0])
    wide = scores if rows <= columns else [list(each) for each in zip(*scores, strict=True)]
    ways = permutations(range(len(wide[0])), len(wide))
    best = max(sum(wide[a][b] for a, b in enumerate(way)) for way in ways)
    assert sum(scores[a][b] for a, b in pairs) == best


def test_state_media_stand_with_their_ministry_and_the_press_apart() -> None:
    told = [
        article(key).model_copy(update={"publisher": publisher})
        for key, publisher in (("a", "CGTN"), ("b", "Reuters"), ("c", "Foreign Ministry of China"))
    ]
    assert [(side.id, side.articles) for side in sides(told)] == [("CN", ("a", "c")), ("press", ("b",))]
    statements = [row("1", "trade must grow", "a"), row("2", "trade has to grow", "b"), row("3", "x", "c")]
    claims = [sided(each, sides(told)) for each in aligned(told, statements)]
    assert counted(claims, sides(told)) == {"claims": 2, "on_all_sides": 1, "only_CN": 1, "only_press": 0}


def test_a_match_shows_its_parts_and_the_difference_in_wording() -> None:
    statements = [row("1", "ready to expand trade", "a"), row("2", "ready to expand fair trade", "b")]
    (claim,) = aligned([article("a"), article("b")], statements)
    assert claim.likeness
    assert claim.likeness.topics == claim.likeness.actors == claim.likeness.act == 1
    assert claim.similarity == claim.likeness.total
    assert [(each.where, each.words) for each in claim.wording] == [
        (Where.BOTH, "ready to expand"),
        (Where.SECOND, "fair"),
        (Where.BOTH, "trade"),
    ]


@given(st.text(alphabet="ab c.", max_size=20), st.text(alphabet="ab c.", max_size=20))
def test_both_wordings_can_be_read_in_the_difference(first: str, second: str) -> None:
    found = differences(first, second)
    for kept, whole in ((Where.FIRST, first), (Where.SECOND, second)):
        told = "".join(each.words for each in found if each.where in {Where.BOTH, kept})
        assert told.replace(" ", "") == whole.replace(" ", "")
