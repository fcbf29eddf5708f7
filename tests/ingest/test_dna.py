"""What people coded elsewhere: `.dna` files and event lists, and as what they come in."""

import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from graph_schema.contribution import Contribution
from graph_schema.errors import UnreadableArticle
from graph_schema.vocabulary import ActorType, Reviewed
from graph_schema.writes import check_spans
from ingest.gazetteer.loading import Gazetteer
from ingest.given.dna import dna_documents
from ingest.given.event_lists import event_list
from ingest.harvest.coded import harvest_coded
from tests.shared import shared


@pytest.fixture(scope="module")
def sample() -> list[Contribution]:
    gazetteer = Gazetteer.load(None)
    documents = dna_documents(shared("gazetteers", "sample.dna"))
    return [harvest_coded(each, gazetteer) for each in documents]


def test_the_sample_comes_in_whole(sample: list[Contribution]) -> None:
    statements = [each for one in sample for each in one.statements]
    assert len(sample) == 7
    assert len({each.id for each in statements}) == len(statements) == 41
    assert {each.reviewed for each in statements} == {Reviewed.CODED}
    assert Counter(each.reviewed_by for each in statements) == {"Coder 1": 40, "Coder 2": 1}
    speakers = Counter(edge.as_written for one in sample for edge in one.spoken_by)
    assert speakers == {
        "Christine Todd Whitman": 11,
        "David Hamilton": 6,
        "Navin Nayak": 6,
        "George Voinovich": 5,
        "Joel Bluestein": 4,
        "Kateri Callahan": 4,
        "Bob Slaughter": 4,
    }
    assert len({edge.end for one in sample for edge in one.on_behalf_of}) == 7
    assert len({edge.end for one in sample for edge in one.about}) == 6
    assert sum(len(one.about) for one in sample) == 40


def test_the_samples_words_stand_where_it_says(sample: list[Contribution]) -> None:
    for one in sample:
        check_spans(one)
    first = sample[0]
    assert first.article.headline == "109-876: Bluestein, Joel-BUS-Y"
    assert first.reported_in[0].starts == (253,)  # the annotation of another coder, first by its place
    assert (first.reported_in[1].starts, first.reported_in[1].ends) == ((6351,), (7213,))


def test_agreement_is_a_stance(sample: list[Contribution]) -> None:
    stances = Counter(each.stance for one in sample for each in one.statements)
    connection = sqlite3.connect(f"{shared('gazetteers', 'sample.dna').as_uri()}?mode=ro", uri=True)
    values = Counter(value for (value,) in connection.execute("SELECT Value FROM DATABOOLEAN"))
    connection.close()
    assert stances == {1: values[1], -1: values[0], 0: 1}


def test_offsets_of_java_become_offsets_of_characters(tmp_path: Path) -> None:
    """A character beyond the first plane is two of Java's."""
    path = tmp_path / "own.dna"
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.execute("INSERT INTO DOCUMENTS VALUES (1, 'T', '\U0001f600 We agree.', '', '', '', '', 0)")
    connection.execute("INSERT INTO STATEMENTS VALUES (5, 1, 3, 11, 1)")
    connection.execute("INSERT INTO CODERS VALUES (1, 'Ann')")
    connection.commit()
    connection.close()
    (document,) = dna_documents(path)
    (statement,) = document.statements
    assert document.text[statement.start : statement.stop] == "We agree"


SCHEMA = """
CREATE TABLE DOCUMENTS (ID, Title, Text, Author, Source, Section, Type, Date);
CREATE TABLE STATEMENTS (ID, DocumentId, Start, Stop, Coder);
CREATE TABLE CODERS (ID, Name);
CREATE TABLE VARIABLES (ID, Variable, DataType);
CREATE TABLE ENTITIES (ID, Value);
CREATE TABLE DATASHORTTEXT (StatementId, VariableId, Entity);
CREATE TABLE DATALONGTEXT (StatementId, VariableId, Value);
CREATE TABLE DATAINTEGER (StatementId, VariableId, Value);
CREATE TABLE DATABOOLEAN (StatementId, VariableId, Value);
"""

THEIRS = """statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;\
document_id;document_title;document_author;document_source;document_section;document_type
7;2005-01-26 00:00:00;Ann;Party;Taxes;0;40;60;No; taxes;Coder 1;3;Title;;Paper;;
"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a database at all, only words", "Discourse Network Analyzer"),
        (b"", "no such table"),
    ],
)
def test_what_is_no_dna_file_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "broken.dna"
    path.write_bytes(content)
    with pytest.raises(UnreadableArticle, match=message):
        dna_documents(path)


@pytest.mark.parametrize(
    ("agreement", "id_", "stance"),
    [("0", "7", -1), ("1", "7", 1), ("0", "statement:a", 0), ("-1", "statement:a", -1), ("1", "s", 1)],
)
def test_an_agreement_of_two_values_has_no_middle(
    tmp_path: Path, agreement: str, id_: str, stance: int
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        THEIRS.replace("No; taxes", '"No; ""taxes"""')
        .replace(";0;", f";{agreement};", 1)
        .replace("\n7;", f"\n{id_};")
    )
    (document,) = event_list(path)
    (statement,) = document.statements
    assert statement.stance == stance
    assert document.text[statement.start : statement.stop] == 'No; "taxes"'


def test_a_joint_statement_has_several_speakers(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        THEIRS.replace("No; taxes", "No taxes")
        + "7;2005-01-26 00:00:00;Bob;China;Taxes;0;40;60;No taxes;Coder 1;3;Title;;Paper;;\n"
    )
    contribution = harvest_coded(event_list(path)[0], Gazetteer.load(None))
    assert len(contribution.statements) == 1
    assert contribution.statements[0].joint
    assert {edge.as_written for edge in contribution.spoken_by} == {"Ann", "Bob"}
    assert any(actor.id == "Q148" and actor.type is ActorType.COUNTRY for actor in contribution.actors)


@pytest.mark.parametrize(
    ("content", "message"),
    [("a,b\n1,2\n", "statement_id"), (THEIRS.replace("2005-01-26", "yesterday"), "line 2.*no time")],
)
def test_what_is_no_event_list_is_told(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content.replace("No; taxes", "No taxes"))
    with pytest.raises(UnreadableArticle, match=message):
        event_list(path)
