"""Parts of speech by look-up: the model's own rules for single words, worked out once a kind of word.

The spaCy model turns tags into parts of speech, and irregular forms into lemmas, by matching some 180
patterns against every word: a seventh of the whole model's time. All but ten look at one word alone, at its
tag, its form and its relation to its head. What they say of such a word is remembered; the model's own
component goes on to match those that look at a word's neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

NAME, RULER = "communique_word_kinds", "attribute_ruler"
REMEMBERED = 1 << 16  # kinds of words
Setter = Callable[[Token, str], None]
SETTERS: dict[str, Setter] = {
    "TAG": lambda token, value: setattr(token, "tag_", value),
    "POS": lambda token, value: setattr(token, "pos_", value),
    "DEP": lambda token, value: setattr(token, "dep_", value),
    "LEMMA": lambda token, value: setattr(token, "lemma_", value),
    "MORPH": lambda token, value: token.set_morph(value),  # type: ignore[attr-defined]
}


class WordKind(NamedTuple):
    """All that a rule for single words looks at, under the names that patterns have for it.

    A form that no rule names is left empty: so there are a few hundred kinds, not as many as words.
    """

    TAG: str
    LOWER: str
    DEP: str
    IS_SPACE: bool


class WordKinds:
    """A component that gives each word what the single-word patterns say of its kind."""

    def __init__(self, rules: Iterable[dict[str, Any]]) -> None:
        self._rules = list(rules)
        self._named = {
            form for rule in self._rules for pattern in rule["patterns"] for form in forms(pattern[0])
        }
        self._remembered = lru_cache(REMEMBERED)(self._told)

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of each word, where a rule does."""
        for token in doc:
            form = token.lower_ if token.lower_ in self._named else ""
            kind = WordKind(token.tag_, form, token.dep_, token.is_space)
            for set_on, value in self._remembered(kind):
                set_on(token, value)
        return doc

    def _told(self, kind: WordKind) -> tuple[tuple[Setter, str], ...]:
        """Return what to set on a word of a kind; of two rules that set the same, the later counts."""
        told: dict[str, Any] = {}
        for rule in self._rules:
            if any(fits(pattern[0], kind) for pattern in rule["patterns"]):
                told |= rule["attrs"]
        return tuple((SETTERS[name], value) for name, value in told.items())


def forms(pattern: dict[str, Any]) -> list[str]:
    """Return the forms that a pattern for one word names."""
    match pattern.get("LOWER"):
        case None:
            return []
        case {"IN": named} | {"NOT_IN": named}:
            return list(named)
        case named:
            return [named]


def fits(pattern: dict[str, Any], kind: WordKind) -> bool:
    """Whether a word of a kind is what a pattern for one word asks for."""
    return all(_is(wanted, getattr(kind, name)) for name, wanted in pattern.items())


def _is(wanted: Any, value: str | bool) -> bool:
    match wanted:
        case {"IN": choices}:
            return value in choices
        case {"NOT_IN": others}:
            return value not in others
        case _:
            return bool(value == wanted)


def for_one_word(rule: dict[str, Any]) -> bool:
    """Whether a rule looks at one word alone, and tells by plain values whether it fits."""
    conditions = [each for pattern in rule["patterns"] for each in pattern[0].values()]
    plain = all(each.keys() <= {"IN", "NOT_IN"} for each in conditions if isinstance(each, dict))
    return plain and all(len(pattern) == 1 for pattern in rule["patterns"])


def look_words_up(nlp: Language) -> None:
    """Take the single-word rules out of a model's attribute ruler, and look its words up before it runs."""
    ruler = nlp.get_pipe(RULER) if nlp.has_pipe(RULER) else None
    if not isinstance(ruler, AttributeRuler):
        return
    rules: list[dict[str, Any]] = ruler.patterns
    ruler.clear()
    ruler.add_patterns([rule for rule in rules if not for_one_word(rule)])
    nlp.add_pipe(NAME, before=RULER, config={"rules": [rule for rule in rules if for_one_word(rule)]})


@Language.factory(NAME)
def word_kinds(nlp: Language, name: str, rules: list[dict[str, Any]]) -> WordKinds:  # noqa: ARG001
    """Return the component; the library calls this with these names."""
    return WordKinds(rules)
