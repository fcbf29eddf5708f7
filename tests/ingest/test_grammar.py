"""Looked up or matched, a word is the same word."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from graph_schema.settings import Settings
from ingest.grammar import NAME, look_words_up

SAMPLES = Path("ingest/samples/articles.jsonl")
ODD = (
    "There's no deal. Let's go; they're gonna say y'all ain't had any.",
    "I can't, you mustn't, nothin' 's changed: he'd gone. Do, does, did!",
    "  \n\t Two  spaces .\n\nNo one but him (whom it helps) had had enough; that that is, is.",
    "",
)
Word = tuple[str, str, str, str, str]


def words(nlp: Language, text: str) -> list[Word]:
    return [(w.tag_, w.pos_, w.dep_, w.lemma_, str(w.morph)) for w in nlp(text)]


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    matched, looked_up = (spacy.load(Settings().spacy_model, exclude=["ner"]) for _ in range(2))
    look_words_up(looked_up)
    return matched, looked_up


@pytest.mark.parametrize(
    "text", [*ODD, *(json.loads(line)["text"] for line in SAMPLES.read_text("utf-8").splitlines()[:40])]
)
def test_same_words(both: tuple[Language, Language], text: str) -> None:
    matched, looked_up = both
    assert words(looked_up, text) == words(matched, text)


def test_most_rules_are_looked_up(both: tuple[Language, Language]) -> None:
    matched, looked_up = (len(nlp.get_pipe("attribute_ruler").patterns) for nlp in both)  # type: ignore[attr-defined]
    assert looked_up < matched / 10


def test_a_model_without_rules_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    look_words_up(blank)
    assert NAME not in blank.pipe_names
