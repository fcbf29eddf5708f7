"""Whom "the two sides", "both countries", "the Russian side" and "the joint statement" mean."""

from __future__ import annotations

import re

from ingest.annotations import Attribution, Span
from ingest.linking import lexicon
from ingest.linking.discourse import Discourse, Meant
from ingest.linking.figures import Figure, Sighting
from ingest.linking.lexicon import word_set
from ingest.linking.register import code_of
from ingest.linking.titles import LEADING

_EMPTY = word_set(
    """
    the a an both all each these those this that its their his her our s of participating other meeting
    """
)
_LEADERS = word_set("leaders presidents heads")
_GATHERED = word_set("assembly gathering meeting group summit conference")
_PAIR = 2
_STATES = word_set("countries nations governments")
_SIDES = word_set("side party delegation sides")
# Plurals that mean those at the table only with an article or a number.
_ANYBODY = word_set("officials men figures diplomats envoys leaders ministers")
# Nouns for a text that speaks in the name of who issued it.
_DOCUMENTS = word_set(
    """
    statement communique communiqué declaration text letter resolution draft document release paragraph
    message
    """
)


# A content that begins with what one side thinks or feels is that side's.
_WHOSE = re.compile(
    r"(?:the )?(?:\w+ )?(?:gratitude|thanks|readiness|willingness|appreciation|interest|support|commitment"
    r"|concerns?|condolences|position|greetings) of (?:the )?",
    re.I,
)


def group(discourse: Discourse, words: list[str], at: int) -> Meant | None:
    """Return whom a source of nothing but numbers and plurals means, None where it is no such source."""
    if words[0:1] == ["each"] and words[1:] in (["side"], ["party"], ["country"], ["delegation"]):
        words = ["both", "sides"]
    plain = [word for word in words if word not in _EMPTY]
    if words and not plain and words[-1] in {"both", "all", "each", "meeting"}:
        plain = ["two"]
    known = lexicon.GROUPS | lexicon.OFFICE_WORDS
    if not lexicon.GROUPS & set(plain) or not set(plain) <= known:
        return None
    number = next((lexicon.NUMBERS[word] for word in words if word in lexicon.NUMBERS), 0)
    if plain[-1] in _STATES and (states := _of_table(discourse, at, number) or _two_states(discourse, at)):
        return states
    if not number and set(plain) <= _ANYBODY and not {"all", "each", "the"} & set(words):
        return None
    if not number and plain == ["leaders"] and (leaders := discourse.collective(at)):
        return Meant([leaders], True)
    return (
        _of_rank(discourse, plain[-1], at, number)
        or _of_europe(discourse, "european" in plain, at, number)
        or discourse.together(at, number)
    )


def _of_europe(discourse: Discourse, european: bool, at: int, number: int) -> Meant | None:
    """Return the Europeans at a table with others: the European ministers, the three ministers of the E3."""
    table = discourse.table(at)
    if table is None or not (european or 2 < number < len(table.parties)):
        return None
    states = lexicon.EUROPE if european else lexicon.THREE
    found = [figure for figure in table.parties if figure.party.country in states]
    few = 1 < len(found) < len(table.parties) and number in {0, len(found)}
    return Meant.of(found, True) if few else None


def _of_rank(discourse: Discourse, noun: str, at: int, number: int) -> Meant | None:
    """Return the leaders at a table where others sit too, if there are as many as are spoken of."""
    table = discourse.table(at)
    if table is None or not number or len(table.parties) <= number:
        return None
    if noun in _LEADERS | {"sides"}:
        leading = [
            f
            for f in table.parties
            if any(t.kind in LEADING and "former" not in t.ranks for t, _ in f.titles)
        ]
        return Meant.of(leading, True) if len(leading) == number else None
    return None


def side(discourse: Discourse, words: list[str], span: Span, in_headline: bool) -> Meant | None:
    """Return whom "the Russian side" means: who sits at the table for Russia, else Russia."""
    if not words or words[-1] not in _SIDES:
        return None
    gazetteer = discourse.reading.gazetteer
    mentions = [m for s in discourse.cast.within(span, in_headline) for m in s.phrase.mentions]
    codes = [code for mention in mentions if (code := code_of(gazetteer.entry(mention.ids[0])))]
    codes = ["EU"] if words[-2:] == ["european", "side"] else codes
    if len(codes) != (2 if words[-1] == "sides" else 1):
        return None
    parties = [discourse.sitting_for(code, span.start) or discourse.state(code) for code in codes]
    return Meant([party for party in parties if party], len(codes) > 1)


def document(discourse: Discourse, words: list[str], span: Span, in_headline: bool) -> Meant | None:
    """Return who speaks by a text: whom its name says, the parties of a joint one, else the last speaker."""
    if not words or not _DOCUMENTS & {*words[:3], words[-1]}:
        return None
    if words[-2:-1] == ["resolution"] and words[-1].isdigit():
        councils = (f for f in discourse.cast.figures if {"security", "council"} <= f.words)
        if council := next(councils, None):
            return Meant.of([council])
    figures = [s.figure for s in discourse.cast.within(span, in_headline) if s.figure and not s.figure.faint]
    if figures:
        unique = dict.fromkeys(figures)
        return Meant.of(unique, len(unique) > 1)
    last = None if "joint" in words else discourse.last()
    met = "joint" in words or discourse.table(span.start)
    return last or (discourse.together(span.start) if met else None)


def gathering(discourse: Discourse, words: list[str], at: int) -> Meant | None:
    """Return who sits at the table of a meeting of more than two, where it speaks: the Cairo summit.

    An assembly of ministers is they, whatever their number.
    """
    table = discourse.table(at)
    if not words or table is None:
        return None
    gathered = words[0] in {"an", "a", "the"} and words[1:2] and words[1] in _GATHERED and "of" in words[2:3]
    of_people = bool(gathered) and bool(lexicon.PLURAL_TITLES & set(words))
    met = of_people or (words[-1] in {"summit", "conference"} and len(table.parties) > _PAIR)
    return Meant.of(table.parties, True) if met else None


def holder(discourse: Discourse, attribution: Attribution) -> Meant | None:
    """Return who at the table speaks for the state that a content begins with: Russia will continue to ...

    Two joined states are both sides.
    """
    start = attribution.contents[0].start
    whose = _WHOSE.match(discourse.reading.words(attribution, attribution.contents[0]))
    start += whose.end() if whose else 0
    table = discourse.table(start)
    named = discourse.cast.within(attribution.contents[0], attribution.in_headline)
    first = next(iter(named), None)
    if table is None or len(table.parties) < 2 or first is None or first.start > start + 4:
        return None
    if first.figure is None:
        return _of_side(discourse, first) if whose and first.phrase.body in _SIDES else None
    if first.figure.is_person or not first.figure.party.country:
        return None
    states = [first.figure, *_joined(discourse, named, attribution.in_headline)]
    parties = [discourse.sitting_for(state.party.country or "", start) for state in states]
    sitting = [party for party in parties if party]
    return Meant(sitting, len(sitting) > 1) if sitting else None


def _of_side(discourse: Discourse, sighting: Sighting) -> Meant | None:
    """Return who sits at the table for a side that a content names: the gratitude of the Russian side."""
    gazetteer = discourse.reading.gazetteer
    codes = [code_of(gazetteer.entry(mention.ids[0])) for mention in sighting.phrase.mentions]
    sitting = [party for code in codes if (party := discourse.sitting_for(code, sighting.start))]
    return Meant(sitting) if len(sitting) == 1 else None


def _of_table(discourse: Discourse, at: int, number: int) -> Meant | None:
    """Return the states for which those at the table sit, if there are as many as are spoken of."""
    table = discourse.table(at)
    codes = dict.fromkeys(figure.party.country or "" for figure in table.parties) if table else {}
    states = [state for code in codes if (state := discourse.state(code))]
    return Meant(states, True) if len(states) > 1 and number in {0, len(states)} else None


def _joined(discourse: Discourse, named: list[Sighting], in_headline: bool) -> list[Figure]:
    """Return the state that "and" joins to the first of those named."""
    if len(named) < 2 or named[1].figure is None or not named[1].figure.is_state:
        return []
    between = discourse.words(Span(named[0].phrase.end, named[1].start), in_headline)
    return [named[1].figure] if between.strip() == "and" else []


def _two_states(discourse: Discourse, at: int) -> Meant | None:
    """Return the two states that were named last before an offset."""
    named = (s.figure for s in discourse.cast.before(at) if s.figure and s.figure.is_state)
    pair = list(dict.fromkeys(named))[:2]
    return Meant.of(reversed(pair), True) if len(pair) == 2 else None
