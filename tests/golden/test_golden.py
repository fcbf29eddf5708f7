"""Sample articles and the statements that are in them: all of these are found, from the file to the triple.

One article for each kind of construction; a claim that its cue interrupts has its parts set apart by |.
Retrained weights may lose one in twenty; what is lost is printed.
"""

from pathlib import Path

import pytest

from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.given.files import articles_in
from ingest.pipeline import Reader

SAMPLES = Path(__file__).resolve().parents[2] / "ingest" / "samples"
ROWS = [
    line.split("\t")
    for line in (Path(__file__).with_name("statements.tsv")).read_text("utf-8").splitlines()[1:]
]
ARTICLES = sorted({article for article, _, _ in ROWS})
TRAPS = "sample-025"  # four statements, and much that looks like one


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """The (speakers, claim) pairs of each golden article."""
    reader = Reader.load(Settings(data=tmp_path_factory.mktemp("data")))
    given = [item for item in articles_in([str(SAMPLES)]) if isinstance(item, GivenArticle)]
    return {key: read(reader, article) for article in given if (key := named(article)) in ARTICLES}


def read(reader: Reader, article: GivenArticle) -> set[tuple[str, str]]:
    reading = reader.read(article)
    pairs = set()
    for said in reading.attributions:
        text = article.headline if said.in_headline else article.text
        claim = "|".join(text[start:end] for start, end in said.contents)
        pairs.add(("; ".join(sorted(party.name for party in said.speakers)), claim))
    return pairs


def named(article: GivenArticle) -> str:
    """Return the sample's id, or its file's name where it has none."""
    return Path(article.given_in).name if article.id.startswith("article:") else article.id


def test_who_said_what(found: dict[str, set[tuple[str, str]]]) -> None:
    lost = [row for row in ROWS if (row[1], row[2]) not in found[row[0]]]
    print(*lost, sep="\n")
    assert len(lost) <= len(ROWS) / 20


def test_traps(found: dict[str, set[tuple[str, str]]]) -> None:
    assert len(found[TRAPS]) <= 5
