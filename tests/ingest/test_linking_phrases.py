"""The grammar of names and titles: what phrases a text has, and what each says."""

import pytest

from ingest.gazetteer.loading import Gazetteer
from ingest.linking.phrases import Phrase, phrases
from ingest.linking.units import classified


def read(text: str) -> list[Phrase]:
    return list(phrases(classified(text, Gazetteer.load().mentions(text))))


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Russian Foreign Minister Sergei Lavrov said", "Sergei Lavrov", "Foreign Minister"),
        ("Foreign Minister of Russia Sergey Lavrov said", "Sergey Lavrov", "Foreign Minister of"),
        ("President Macron of France met", "Macron", "President"),
        ("Kenya’s President William Ruto met", "William Ruto", "President"),
        ("Mayor of Koszalin Piotr Jedlinski has declared", "Piotr Jedlinski", "Mayor of Koszalin"),
        (
            "Assistant to the President for National Security Affairs Jake Sullivan called",
            "Jake Sullivan",
            "Assistant to President for National Security Affairs",
        ),
        ("Sawea CEO Niveshen Govender said", "Niveshen Govender", "CEO"),
        ("President Joko “Jokowi” Widodo flew", "Joko “Jokowi” Widodo", "President"),
        ("Crown Prince Mohammed bin Salman left", "Mohammed bin Salman", "Crown Prince"),
        ("In Glasgow, the President said", "Glasgow", ""),
    ],
)
def test_titles_and_names_are_told_apart(text: str, name: str, title: str) -> None:
    named = next(phrase for phrase in read(text) if phrase.name)
    assert (named.name, named.title.removesuffix(" of")) == (name, title.removesuffix(" of"))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Tomasz Kubiak, a fire service spokesman, told", ["fire service spokesman"]),
        (
            "Wang Yi, a member of the Political Bureau and Chinese foreign minister, spoke",
            ["member of Political Bureau", "foreign minister"],
        ),
        ("In Glasgow, the President said", []),
        ("Secretary Blinken, Foreign Minister Payne, and others met", []),
    ],
)
def test_appositions_are_closed_and_nameless(text: str, titles: list[str]) -> None:
    assert [part.title for part in next(p for p in read(text) if p.name).apposed] == titles


def test_two_titles_joined_by_and_are_two_phrases() -> None:
    found = [phrase.title for phrase in read("The Deputy Secretary and Foreign Minister agreed")]
    assert found == ["Deputy Secretary", "Foreign Minister"]


@pytest.mark.parametrize("word", ["Meanwhile", "He", "They", "According", "Monday"])
def test_sentence_openers_are_no_names(word: str) -> None:
    assert not [phrase for phrase in read(f"{word} nothing happened.") if phrase.name]
