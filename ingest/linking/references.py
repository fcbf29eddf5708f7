"""Whom the words of a source or an object mean at their place in an article."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party, Span
from ingest.linking import lexicon
from ingest.linking.descriptions import DESCRIBED, described, possessed, shared
from ingest.linking.discourse import Discourse, Meant
from ingest.linking.figures import Sighting
from ingest.linking.groups import document, gathering, group, side
from ingest.linking.lexicon import word_set
from ingest.linking.pronouns import pronoun
from ingest.linking.recall import recalled
from ingest.linking.register import code_of
from ingest.linking.titles import read_title

# The reason of a party of whom nothing is known but the words.
AS_WRITTEN = "as written"
_WORD = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
_JOINING = re.compile(r"\b(?:and|or|with|as well as)\b|[,&/;]")
# A source that is a paper, whatever state stands before it; a state's name that only says where one sits.
_MEDIA = re.compile(
    r"\b(?:media|newspaper|daily|weekly|broadcaster|magazine|tabloid|news agency|state agency)\b", re.I
)
_SEATED = re.compile(r"-(?:based|backed|led|linked|aligned|run)\b")
_GATHERING = re.compile(r"\b(?:summit|conference|forum)$", re.I)
_OF_THE_STATE = word_set(
    """
    army police military navy troops junta regime court prosecutors regulator authorities government ministry
    """
)
_PEOPLE = lexicon.TITLES | lexicon.PLURAL_TITLES
_BEYOND_THE_NOUN = word_set("of in at")
_POSSESSIVE = re.compile(r"['’]s?\s*")


def meant(discourse: Discourse, span: Span, in_headline: bool = False) -> Meant:
    """Return whom the words at a span mean; who cannot be told stays as written."""
    text = discourse.words(span, in_headline)
    words = words_of(text)
    if len(words) == 1 and text != "US" and (found := pronoun(discourse, words[0], span.start)):
        return found
    return (
        group(discourse, words, span.start)
        or side(discourse, words, span, in_headline)
        or document(discourse, words, span, in_headline)
        or gathering(discourse, words, span.start)
        or _named(discourse, text, words, span, in_headline)
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without possessive s."""
    return [word.lower() for word in _WORD.findall(text)]


def as_written(text: str) -> Party:
    """Return an actor of whom nothing is known but the words."""
    name = re.sub(r"^(?:the|a|an|all|his|her|their)\s+", "", text, flags=re.I)
    return Party(name, ActorType.ORGANIZATION, actor_id(name, None), as_written=text, reason=AS_WRITTEN)


def _named(discourse: Discourse, text: str, words: list[str], span: Span, in_headline: bool) -> Meant:
    """Return whom names and titles mean; without any, whoever the noun recalls."""
    found = _by_surname(discourse, words) if in_headline else []
    found = found or _all_named(discourse, text, words, span, in_headline)
    if len(found) == 1 and found[0].type is ActorType.COUNTRY:
        found = _beyond_the_state(text, found)
    if in_headline and (not found or _plain(discourse)):
        found = _both(found, lower_case(discourse, words))
    aged = "-year-old" in text and not any(party.type is ActorType.PERSON for party in found)
    lone = len(found) == 1 and not _JOINING.search(text)
    if not found or aged or (lone and found[0].reason == DESCRIBED):
        before = recalled(discourse, words, span.start)
        found = (
            _of_same_state(discourse, span, in_headline, before)
            or found
            or [_unnamed(discourse, text, words)]
        )
    collectives = {figure.party.id for figure in discourse.cast.figures if figure.collective}
    parties = [replace(party, as_written=text) for party in found]
    return Meant(parties, len(found) > 1 or found[0].id in collectives)


def _unnamed(discourse: Discourse, text: str, words: list[str]) -> Party:
    """Return an actor as written; the army, the police, the junta speak for the state of the article."""
    party = as_written(text)
    head = next(
        (before for before, word in pairwise(words) if word in _BEYOND_THE_NOUN), words[-1] if words else ""
    )
    if head in _OF_THE_STATE:
        party.country = discourse.cast.home or discourse.cast.scene or None
    return party


def _beyond_the_state(text: str, found: list[Party]) -> list[Party]:
    """Return a paper or a gathering as written where a state's name only tells whose or where it is."""
    if _MEDIA.search(text) or _GATHERING.search(text):
        return [as_written(text)]
    last = words_of(text)[-1:] or [""]
    if last[0] in _PEOPLE and text.endswith(last[0]):
        title = read_title(last[0])
        return [replace(as_written(text), country=found[0].country if title.speaks_for_state else None)]
    return found


def _all_named(
    discourse: Discourse, text: str, words: list[str], span: Span, in_headline: bool
) -> list[Party]:
    """Return the actors named in a span one after the other: joined by commas and "and", or possessors."""
    found = _he_and(discourse, words, span.start) if _JOINING.search(text) else []
    end: int | None = None
    for sighting in discourse.cast.within(span, in_headline):
        between = "," if end is None else discourse.words(Span(end, sighting.start), in_headline)
        if found and _POSSESSIVE.fullmatch(between) and sighting.phrase.title:
            found[-1] = possessed(sighting, found[-1])
        if found and between == " " and found[-1].type is ActorType.ORGANIZATION and sighting.figure:
            found.pop()  # the news agency Xinhua
        elif not (_JOINING.search(between) or _sides_by_side(found, sighting, between)) or _SEATED.match(
            text, sighting.phrase.end - span.start
        ):
            continue
        end = sighting.phrase.end
        if (
            sighting.phrase.plural
            and between.strip() in {"and", ""}
            and found
            and found[-1].type is ActorType.COUNTRY
        ):
            found[-1] = shared(discourse, sighting, found[-1])  # U.S. and Mexican officials
        taken = {party.id for party in found}
        found += [party for party in described(discourse, sighting, taken) if party.id not in taken]
        if sighting.phrase.article == "a":
            break
    return found


def _sides_by_side(found: list[Party], sighting: Sighting, between: str) -> bool:
    """Whether a headline leaves out "and": Qatar UK officials."""
    state = bool(found) and found[-1].type is ActorType.COUNTRY
    return state and between == " " and sighting.in_headline and sighting.phrase.plural


def _he_and(discourse: Discourse, words: list[str], at: int) -> list[Party]:
    """Return whom the pronoun of "he and the Foreign Minister" means."""
    first = next((word for word in words if word != "both"), "")
    he = pronoun(discourse, first, at) if first in {"he", "she"} else None
    return he.parties if he else []


def _by_surname(discourse: Discourse, words: list[str]) -> list[Party]:
    """Return the person of the body whose names a headline's source is made of: title case runs names on."""
    people = (figure for figure in discourse.cast.persons() if set(words) <= figure.words)
    return [figure.party for figure in people][:1]


def _of_same_state(discourse: Discourse, span: Span, in_headline: bool, before: list[Party]) -> list[Party]:
    """Return who was meant before unless the words name another state: U.S. officials after Mexican ones."""
    gazetteer = discourse.reading.gazetteer
    mentions = [m for s in discourse.cast.within(span, in_headline) for m in s.phrase.mentions]
    named = {code for mention in mentions if (code := code_of(gazetteer.entry(mention.ids[0])))}
    return [party for party in before if not named or not party.country or party.country in named]


def _plain(discourse: Discourse) -> bool:
    """Whether a headline is written without capitals, its first word aside."""
    words = discourse.reading.headline_text.split()[1:]
    return len(words) > 2 and not any(word[0].isupper() for word in words)


def _both(found: list[Party], more: list[Party]) -> list[Party]:
    """Return parties and states that stand beside them: indonesia china."""
    known = {party.id for party in found} | {party.country for party in found}
    states = [p for p in more if p.type is ActorType.COUNTRY and not {p.id, p.country} & known]
    return [*found, *states] if found else more


def lower_case(discourse: Discourse, words: list[str]) -> list[Party]:
    """Return whom a headline without capitals names: jokowi, eu."""
    found: dict[str | None, Party] = {}
    for word in words:
        figures = (figure for figure in discourse.cast.figures if word in figure.words and not figure.faint)
        figure = next(figures, None)
        body = None if figure and figure.is_person else _state_called(discourse, word)
        party = body or (figure.party if figure else None)
        if party:
            found.setdefault(party.id, party)
    return list(found.values())


def _state_called(discourse: Discourse, word: str) -> Party | None:
    gazetteer = discourse.reading.gazetteer
    entries = (gazetteer.entry(candidate.id) for candidate in gazetteer.lookup(word) if candidate.strong)
    code = next((code for entry in entries if (code := code_of(entry))), "")
    return discourse.state(code) if code else None
