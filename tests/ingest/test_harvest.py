"""What a reading adds to the graph."""

from datetime import UTC, date, datetime

import pytest
import spacy

from graph_schema.errors import SpanMismatch
from graph_schema.vocabulary import ActorType, EventKind, Kind, Precision
from ingest.annotations import Attribution, Occasion, Party, Span
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer, assemble
from ingest.gazetteer.tables import TABLES
from ingest.harvest.contribution import harvest
from ingest.reading import Reading

ROWS: dict[str, list[dict[str, str]]] = {
    "countries": [
        {"id": "Q148", "iso": "CN", "name": "China", "demonyms": "Chinese", "metonyms": "Beijing"},
        {"id": "Q159", "iso": "RU", "name": "Russia", "demonyms": "Russian"},
    ],
    "organizations": [{"id": "Q8908", "name": "United Nations", "aliases": "UN", "code": "UN"}],
    "people": [
        {"id": "Q1", "name": "Wang Yi", "weak_aliases": "Wang", "country": "CN"},
        {
            "id": "Q2",
            "name": "Sergey Lavrov",
            "aliases": "Sergei Lavrov",
            "weak_aliases": "Lavrov",
            "country": "RU",
        },
        {"id": "Q3", "name": "Wang Wenbin", "weak_aliases": "Wang", "country": "CN"},
    ],
    "positions": [
        {"id": "P1", "name": "Minister of Foreign Affairs of China", "kind": "foreign_minister", "of": "CN"},
    ],
    "terms": [
        {"person": "Q1", "position": "P1", "since": "2013-03-16", "until": "2022-12-30"},
        {"person": "Q1", "position": "P1", "since": "2023-07-25"},
    ],
    "topics": [
        {"id": "conflict", "label": "Conflicts"},
        {"id": "ukraine-war", "label": "War in Ukraine", "broader": "conflict"},
    ],
}
HEADLINE = "Wang Yi: talks help"
TEXT = (
    "Wang Yi told Lavrov that China,\xa0like Russia, supports the UN, Wang said. A diplomat said talks help."
)
CLAIM = "China,\xa0like Russia, supports the UN"
WANG = Party(
    "Wang Yi", ActorType.PERSON, id="Q1", country="CN", position="foreign minister", as_written="Wang Yi"
)
LAVROV = Party("Sergey Lavrov", ActorType.PERSON, id="Q2", country="RU", as_written="Lavrov")
SOMEBODY = Party("", ActorType.PERSON, as_written="A diplomat", candidates=("Q1", "Q2"), reason="post only")
DAY = date(2023, 8, 7)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    tables = {
        table: {
            f"{row.get('id', row.get('person'))} {row.get('since', '')}".strip(): dict(row) for row in rows
        }
        for table, rows in {**{table: [] for table in TABLES}, **ROWS}.items()
    }
    return assemble(tables)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading_of(
    gazetteer: Gazetteer, *said: Attribution, occasion: Occasion | None = None, **more: object
) -> Reading:
    article = GivenArticle(
        text=TEXT,
        headline=HEADLINE,
        id="a1",
        publisher="Example Wire",
        published_at=datetime(2023, 8, 7, tzinfo=UTC),
        published_precision=Precision.DAY,
        **more,  # type: ignore[arg-type]
    )
    nlp = spacy.blank("en")
    readable = TEXT.replace("\xa0", " ")
    return Reading(
        article, nlp(readable), nlp(HEADLINE), gazetteer, attributions=list(said), occasion=occasion
    )


def told(words: str = CLAIM, **more: object) -> Attribution:
    row: dict[str, object] = {"speakers": [WANG], "said_on": DAY, "said_on_precision": Precision.DAY, **more}
    return Attribution([span(words)], **row)  # type: ignore[arg-type]


def test_a_statement_keeps_the_words_of_the_article(gazetteer: Gazetteer) -> None:
    said = told(cue=span("told"), kind=Kind.INDIRECT, addressees=[LAVROV], via=LAVROV)
    found = harvest(reading_of(gazetteer, said), "test 1")
    (statement,), (place,) = found.statements, found.reported_in
    assert statement.claim == place.exact == CLAIM
    assert TEXT[place.starts[0] : place.ends[0]] == CLAIM
    assert place.prefix == TEXT[: place.starts[0]]
    assert place.via == "Sergey Lavrov"
    assert statement.cue == "told"
    assert statement.name == "Wang Yi, 7 Aug 2023: China, like Russia, supports the UN"
    assert (statement.said_on, statement.extracted_by) == (DAY, "test 1")
    assert found.article.name == "Example Wire: Wang Yi: talks help"


def test_who_said_it_for_whom_to_whom_and_naming_whom(gazetteer: Gazetteer) -> None:
    said = told(addressees=[LAVROV], voice=[Party("China", ActorType.COUNTRY, id="Q148", country="CN")])
    found = harvest(reading_of(gazetteer, said), "test 1")
    (key,) = (statement.id for statement in found.statements)
    assert [(row.start, row.end, row.as_written, row.position_as_written) for row in found.spoken_by] == [
        (key, "Q1", "Wang Yi", "foreign minister")
    ]
    assert [row.end for row in found.on_behalf_of] == ["Q148"]
    assert [row.end for row in found.voices] == ["Q148"]
    assert [(row.end, row.as_written) for row in found.addressed_to] == [("Q2", "Lavrov")]
    assert [(row.end, row.as_written) for row in found.mentions] == [
        ("Q148", "China"),
        ("Q159", "Russia"),
        ("Q8908", "UN"),
    ]
    assert [actor.id for actor in found.actors] == ["Q1", "Q148", "Q159", "Q2", "Q8908"]
    lavrov = next(actor for actor in found.actors if actor.id == "Q2")
    assert (lavrov.aliases, lavrov.weak_aliases, lavrov.iso) == (("Sergei Lavrov",), ("Lavrov",), "RU")


@pytest.mark.parametrize(
    ("day", "since"), [(DAY, ["2023-07-25"]), (date(2020, 1, 1), ["2013-03-16"]), (date(2023, 3, 1), [])]
)
def test_the_position_of_that_day(gazetteer: Gazetteer, day: date, since: list[str]) -> None:
    found = harvest(reading_of(gazetteer, told(said_on=day)), "test 1")
    assert [row.since for row in found.holds] == since
    assert [(row.start, row.end) for row in found.within] == [("P1", "Q148")][: len(since)]
    assert [position.name for position in found.positions] == ["Minister of Foreign Affairs of China"][
        : len(since)
    ]


def test_topics_with_rank_reasons_and_all_above(gazetteer: Gazetteer) -> None:
    said = told(topics=["ukraine-war"], topic_reasons={"ukraine-war": ("Ukraine",)})
    found = harvest(reading_of(gazetteer, said), "test 1")
    assert [(row.end, row.rank, row.said_on, row.reasons) for row in found.about] == [
        ("ukraine-war", 1, DAY, ("Ukraine",))
    ]
    assert [topic.id for topic in found.topics] == ["conflict", "ukraine-war"]
    assert [(row.start, row.end) for row in found.broader] == [("ukraine-war", "conflict")]


def test_nobody_is_guessed(gazetteer: Gazetteer) -> None:
    said = told("talks help", speakers=[SOMEBODY])
    one, other = (harvest(reading_of(gazetteer, said), "test 1", story=story) for story in ("a1", "a2"))
    assert one.spoken_by[0].candidates == ("Q1", "Q2")
    assert one.actors[0].name == "A diplomat"
    assert one.actors[0].id != other.actors[0].id


def test_headlines_have_their_own_offsets(gazetteer: Gazetteer) -> None:
    said = Attribution([span("talks help", HEADLINE)], in_headline=True, speakers=[WANG])
    (place,) = harvest(reading_of(gazetteer, said), "test 1").reported_in
    assert place.in_headline
    assert HEADLINE[place.starts[0] : place.ends[0]] == place.exact == "talks help"


def test_two_readouts_meet_in_one_event(gazetteer: Gazetteer) -> None:
    call = Occasion(EventKind.CALL, [LAVROV, WANG], DAY)
    other = Occasion(EventKind.CALL, [WANG, LAVROV, Party("China", ActorType.COUNTRY, id="Q148")], DAY)
    one = harvest(
        reading_of(gazetteer, told(), told("talks help", speakers=[SOMEBODY]), occasion=call), "test 1"
    )
    two = harvest(reading_of(gazetteer, told(), occasion=other), "test 1", story="a2")
    assert one.events == two.events
    assert one.events[0].name == "Call: Wang Yi, Sergey Lavrov, 7 Aug 2023"
    assert [row.start for row in one.took_part_in] == ["Q1", "Q2"]
    assert [row.start for row in one.made_at] == [row.start for row in one.spoken_by if row.end == "Q1"]
    assert one.reports[0].start == "a1"


def test_a_wire_copy_reports_the_statements_of_its_original(gazetteer: Gazetteer) -> None:
    original = harvest(reading_of(gazetteer, told()), "test 1")
    copy = harvest(reading_of(gazetteer, told()), "test 1", story="a1")
    alone = harvest(reading_of(gazetteer, told()), "test 1", story="a9")
    assert copy.statements == original.statements
    assert alone.statements[0].id != original.statements[0].id


def test_the_same_claim_twice_is_two_statements(gazetteer: Gazetteer) -> None:
    assert len(harvest(reading_of(gazetteer, told(), told()), "test 1").statements) == 2


def test_spans_outside_the_text_do_not_reach_the_graph(gazetteer: Gazetteer) -> None:
    with pytest.raises(SpanMismatch):
        harvest(reading_of(gazetteer, Attribution([Span(5, 5000)], speakers=[WANG])), "test 1")
