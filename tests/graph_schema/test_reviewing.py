"""Reviews: kept, applied to the graph at once and to what is read again; agreement by hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from graph_schema.errors import InvalidCorrection, NotFound, UnknownName
from graph_schema.filters import StatementFilter
from graph_schema.reads import find_statements, get_statement
from graph_schema.reads.statements import count_statements
from graph_schema.reviewing.acting import Asked, review, saying_of
from graph_schema.reviewing.agreement import agreement, cohens_kappa
from graph_schema.reviewing.applying import reviewed
from graph_schema.reviewing.review import Review, Verdict
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.store import Graph
from graph_schema.views import StatementRow
from graph_schema.vocabulary import Act, Reviewed
from graph_schema.writes import write
from tests.app.corpus import BEIJING, WORLD, Saying, article, contribution

pytestmark = pytest.mark.anyio
EVERY = sum(len(each.statements) for each in WORLD)


@pytest.fixture
def log(tmp_path: Path) -> ReviewLog:
    return ReviewLog(tmp_path)


async def row(graph: Graph, words: str) -> StatementRow:
    (found,) = (await find_statements(graph, StatementFilter(q=words))).data
    return found


async def test_a_correction_acts_at_once(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    before = await row(graph, "settlement")
    asked = Asked(speaker="Lavrov", topic="trade", act=Act.REQUEST, stance=-1)
    await review(graph, log, before.id, Verdict.CORRECT, "ann", asked, "misread")
    after = await get_statement(graph, before.id)
    assert [each.id for each in after.speakers] == ["Q58217"]
    assert [each.id for each in after.topics] == ["trade"]
    assert (after.act, after.stance) == (Act.REQUEST, -1)
    assert (after.reviewed, after.reviewed_by) == (Reviewed.CORRECTED, "ann")
    assert after.reviewed_at is not None
    assert after.appearances == before.appearances
    assert after.event == before.event
    assert [each.id for each in after.voice] == ["Q148"]
    assert after.wordings[0].as_written == "Wang Yi"  # the article's words stay
    (kept,) = log.all()
    assert kept.machine.findings.act is Act.AGREE
    assert kept.note == "misread"


async def test_a_rejected_statement_is_hidden_and_not_lost(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    before = await row(graph, "settlement")
    whole = await saying_of(graph, before.id)
    await review(graph, log, before.id, Verdict.REJECT, "ann", Asked())
    assert await count_statements(graph, StatementFilter()) == EVERY - 1
    assert log.latest()[before.id].machine == whole
    await review(graph, log, before.id, Verdict.CONFIRM, "bob", Asked())
    after = await row(graph, "settlement")
    assert (after.reviewed, after.reviewed_by) == (Reviewed.CONFIRMED, "bob")
    assert after.model_copy(update={"reviewed": None, "reviewed_by": None}) == before


async def test_what_people_found_survives_reading_again(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    wrong, odd, good = [await row(graph, words) for words in ("settlement", "reliable", "harm")]
    await review(graph, log, wrong.id, Verdict.CORRECT, "ann", Asked(speaker="Lavrov", stance=0))
    await review(graph, log, odd.id, Verdict.REJECT, "ann", Asked())
    await review(graph, log, good.id, Verdict.CONFIRM, "ann", Asked())
    at_once = [each async for each in all_of(graph)]
    again = [reviewed(each, log.latest()) for each in WORLD]
    await write(graph, again)
    assert [each async for each in all_of(graph)] == at_once
    assert (await write(graph, again)).unchanged == len(WORLD)


async def all_of(graph: Graph) -> AsyncIterator[StatementRow]:
    for each in (await find_statements(graph, StatementFilter(), limit=100)).data:
        yield each


async def test_a_review_follows_the_words(graph: Graph, log: ReviewLog) -> None:
    """The text is edited before the words, and the reader now takes one word more: another id."""
    await write(graph, WORLD)
    before = await row(graph, "settlement")
    await review(graph, log, before.id, Verdict.CORRECT, "ann", Asked(act=Act.CONCEDE))
    edited = article("beijing", BEIJING.headline, f"Updated. {BEIJING.text}", "Capital Daily", 23)
    longer = "he said Beijing will keep working for a political settlement of the crisis"
    read = contribution(edited, [Saying(longer, ["Q7747"], ["ukraine-war"], act=Act.AGREE)])
    (statement,) = reviewed(read, log.latest()).statements
    assert statement.id != before.id
    assert (statement.act, statement.reviewed) == (Act.CONCEDE, Reviewed.CORRECTED)


@pytest.mark.parametrize("verdict", [Verdict.CONFIRM, Verdict.REJECT])
async def test_what_the_reader_no_longer_finds_stands_if_confirmed(
    graph: Graph, log: ReviewLog, verdict: Verdict
) -> None:
    await write(graph, WORLD)
    before = await row(graph, "settlement")
    await review(graph, log, before.id, verdict, "ann", Asked())
    edited = article("beijing", BEIJING.headline, f"Updated. {BEIJING.text}", "Capital Daily", 23)
    none = contribution(edited, [])
    found = reviewed(none, log.latest())
    assert [each.id for each in found.statements] == [before.id] * (verdict is Verdict.CONFIRM)
    await write(graph, [found])  # the words stand where it says, or this would raise
    gone = contribution(article("beijing", "Other", "Other words.", "Capital Daily", 23), [])
    assert reviewed(gone, log.latest()) == gone


async def test_what_cannot_be_is_refused_and_not_kept(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    key = (await row(graph, "settlement")).id
    with pytest.raises(NotFound):
        await review(graph, log, "statement:none", Verdict.CONFIRM, "ann", Asked())
    with pytest.raises(InvalidCorrection):
        await review(graph, log, key, Verdict.CORRECT, "ann", Asked())
    with pytest.raises(InvalidCorrection):
        await review(graph, log, key, Verdict.CONFIRM, "ann", Asked(stance=1))
    with pytest.raises(UnknownName):
        await review(graph, log, key, Verdict.CORRECT, "ann", Asked(speaker="Nobody at all"))
    assert log.all() == []


async def test_agreement_is_counted_by_field(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    ids = [(await row(graph, words)).id for words in ("settlement", "reliable", "harm", "tariffs stay")]
    await review(graph, log, ids[0], Verdict.CORRECT, "ann", Asked(stance=0))
    await review(graph, log, ids[1], Verdict.CONFIRM, "ann", Asked())
    await review(graph, log, ids[2], Verdict.CONFIRM, "ann", Asked())
    await review(graph, log, ids[3], Verdict.REJECT, "ann", Asked())
    found = agreement(log.latest().values())
    assert (found.reviewed, found.confirmed, found.corrected, found.rejected) == (4, 2, 1, 1)
    by_field = {each.field: each for each in found.fields}
    # machine 1, 1, -1; person 0, 1, -1: observed 2/3, by chance (2 * 1 + 1 * 1) / 9
    assert by_field["stance"].kappa == pytest.approx((2 / 3 - 3 / 9) / (1 - 3 / 9))
    assert (by_field["act"].n, by_field["act"].agreed, by_field["act"].kappa) == (3, 3, 1.0)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("yyyynnnn", "yyyynnnn", 1.0),
        ("yyyynnnn", "nnnnyyyy", -1.0),
        ("yynn", "ynyn", 0.0),
        # Cohen's classic table: 20 both yes, 5 and 10 apart, 15 both no: (0.7 - 0.5) / (1 - 0.5)
        ("y" * 20 + "y" * 5 + "n" * 10 + "n" * 15, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15, 0.4),
        ("", "", None),
        ("aaa", "aaa", None),
    ],
)
def test_kappa_by_hand(one: str, two: str, expected: float | None) -> None:
    found = cohens_kappa(one, two)
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


async def test_a_torn_line_costs_only_itself(graph: Graph, log: ReviewLog) -> None:
    await write(graph, WORLD)
    key = (await row(graph, "settlement")).id
    made = await review(graph, log, key, Verdict.CONFIRM, "ann", Asked())
    log.file.write_text(log.file.read_text().rstrip("\n"))
    log.add(made)
    assert [type(each) for each in log.all()] == [Review, Review]
    log.file.write_text("{}\n")
    with pytest.raises(InvalidCorrection, match="line 1"):
        log.all()
