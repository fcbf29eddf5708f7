"""Words that come back: maximal, with meaning, on different days and in different articles."""

from datetime import date, timedelta

from app.formulas import formulas
from app.positions import changes, stands, steps
from app.wording import Where
from graph_schema.views import StatementRow
from tests.app.test_events import row

DAY = date(2023, 8, 7)


def said(
    number: int, claim: str, article: str = "", *, days: int | None = None, stance: int = 0
) -> StatementRow:
    day = DAY + timedelta(days=number if days is None else days)
    given = row(f"s{number}", claim, article or f"a{number}")
    return given.model_copy(update={"said_on": day, "stance": stance})


ONE_CHINA = [
    said(1, "the US should abide by the one-China principle"),
    said(2, "all must abide by the one-China principle and the communiqués"),
    said(3, "whoever plays with fire should abide by the one-China principle"),
]


def test_a_formula_is_as_long_as_it_is_said() -> None:
    (found,) = formulas(ONE_CHINA)
    assert found.formula == "abide by the one-china principle"
    assert (found.n, found.days, found.articles) == (3, 3, 3)
    assert (found.first.statement, found.last.statement, found.returns) == ("s1", "s3", ())


def test_a_part_said_more_often_is_a_formula_of_its_own() -> None:
    more = [*ONE_CHINA, said(4, "The one-China principle is clear"), said(5, "our One-China principle holds")]
    assert [(each.formula, each.n) for each in formulas(more)] == [
        ("one-china principle", 5),
        ("abide by the one-china principle", 3),
    ]


def test_one_day_or_one_article_is_no_formula() -> None:
    claim = "an ironclad commitment to allies"
    assert formulas([said(n, claim, days=1) for n in range(3)]) == []
    assert formulas([said(n, claim, "the same") for n in range(3)]) == []
    assert formulas([said(n, "it is for the") for n in range(3)]) == []


def test_a_formula_returns_after_a_pause() -> None:
    late = [*ONE_CHINA, said(5, "abide by the one-China principle", days=200)]
    (found,) = formulas(late)
    (back,) = found.returns
    assert (back.days, back.before.statement, back.after.statement) == (197, "s3", "s5")
    assert found.last.statement == "s5"


def test_a_change_of_stance_has_its_two_statements_and_n() -> None:
    rows = [
        said(1, "we back it", stance=1),
        said(2, "we back it", stance=1),
        said(3, "we oppose it", stance=-1),
    ]
    found = stands(rows, {"trade"})
    (change,) = changes(found)
    assert (change.before.statement, change.after.statement) == ("s2", "s3")
    assert (change.n_before, change.days) == (2, 1)
    assert [each.words for each in change.wording if each.where is Where.SECOND] == ["oppose"]
    assert [(each.before, each.after, len(each.wording)) for each in steps(found)] == [
        ("s1", "s2", 1),
        ("s2", "s3", 4),
    ]
