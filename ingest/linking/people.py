"""People that an article names: who they are in the gazetteer, and who is the same in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.gazetteer.entries import Organization, Person, Position
from ingest.gazetteer.words import fold
from ingest.linking import lexicon, offices
from ingest.linking.figures import Figure
from ingest.linking.phrases import Phrase
from ingest.linking.register import MILITIA, Register, name_words
from ingest.linking.titles import LEGISLATORS, Title, is_private, read_title, read_titles

# The code of a party, a firm, a paper: who holds a post there speaks for no state.
NO_STATE = "-"
# How alike a word must be to a surname of the article to be its misspelling; short ones never are.
_ALIKE, _LONG = 87, 6

_NICKNAME = re.compile(r"\s*[\"“][^\"“”]+[\"”]\s*")

Called = list[tuple[Title, str]]


def person(register: Register, phrase: Phrase, in_headline: bool) -> Figure | None:
    """Return the person whom a phrase names, and note what it says of them."""
    words = name_words(phrase.name)
    if not words:
        return None
    called = _called(register, phrase)
    figure = (
        _in_gazetteer(register, phrase, words, called)
        or _in_article(register, words, called)
        or _in_office(register, phrase, words, called)
    )
    if figure is None and in_headline and len(words) < 2:
        return None  # in title case any word may follow a title: Secretary-General Welcomes
    figure = figure or _new(register, phrase, words, called)
    _note(register, figure, phrase, words, called)
    return figure


def recognise(register: Register, figure: Figure) -> None:
    """Give a speaker of one bare word the post they hold: the only one of that name in the states named."""
    if len(figure.words) > 1 or figure.titles or figure.party.country:
        return
    states = {other.party.country for other in register.cast.figures if other.is_state}
    found = [
        someone
        for someone in offices.surnamed(register.gazetteer, figure.words)
        for post in register.gazetteer.posts.held_by(someone.id, register.day)
        if post.of in states and figure.words <= name_words(someone.name)
    ]
    if len({someone.id for someone in found}) == 1:
        known = _figure(register, found[0], [])
        figure.party, figure.titles, figure.gender = known.party, known.titles, known.gender


def _called(register: Register, phrase: Phrase) -> Called:
    """Return the titles of a phrase and its appositions, each with the code of its state or body."""
    found = []
    for part in (phrase, *phrase.apposed):
        if part.title:
            codes = register.codes(part)
            for title in read_titles(part.title):
                private = (bool(codes) and title.head not in LEGISLATORS) or is_private(part.owner)
                found.append((title, next(filter(None, codes), NO_STATE if private else "")))
    return found


def _in_gazetteer(register: Register, phrase: Phrase, words: set[str], called: Called) -> Figure | None:
    """Return the gazetteer's person of that name; a weak name (Wang) needs a title that they held."""
    name = _NICKNAME.sub(" ", phrase.name)
    plain = " ".join(word for word in name.split() if len(word.rstrip(".")) > 1)
    known_as = phrase.known.candidates if phrase.known and name == phrase.name else None
    candidates = known_as or register.gazetteer.lookup(plain)
    for candidate in candidates:
        found = register.gazetteer.people.get(candidate.id)
        if found is None or not words <= _names(found):
            continue
        if known := register.known(found.id):
            return known
        if candidate.strong or _held(register, found, called):
            return register.enter(_figure(register, found, called))
    return None


def _in_article(register: Register, words: set[str], called: Called) -> Figure | None:
    """Return the figure that this article has named so before: a surname after the full name."""
    codes = {code for _, code in called if code}
    fitting = [
        figure
        for figure in register.sharing(words)
        if figure.is_person
        and (words <= figure.words or figure.words <= words)
        and (not codes or not figure.party.country or figure.party.country in codes)
    ]
    titled = [figure for figure in fitting if any(figure.bears(title) for title, _ in called)]
    return next(iter(titled or fitting), None) or _misspelt(register, words)


def _misspelt(register: Register, words: set[str]) -> Figure | None:
    """Return the figure whose names a name nearly is: Srrettha for Srettha, Olaf Scholtz for Scholz."""
    long = [word for word in words if len(word) >= _LONG]
    near = {_nearest(register, word) for word in long} if long else {None}
    if None in near:
        return None
    wanted = {word for word in words if len(word) < _LONG} | set(filter(None, near))
    figures = register.sharing(wanted)
    return next((f for f in figures if f.is_surely_person and wanted <= f.words), None)


def _nearest(register: Register, word: str) -> str | None:
    near = process.extractOne(word, register.words, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return near[0] if near else None


def _in_office(register: Register, phrase: Phrase, words: set[str], called: Called) -> Figure | None:
    """Return who held the post that the title names, if a word of the name is theirs: President Xi."""
    for found in (*_holders(register, phrase), *_alone_of_the_surname(register, words, called)):
        own = _names(found)
        # a full name with another surname is another person: Prime Minister Hun Sen is not Hun Manet
        shared = words & own
        if (
            words & name_words(found.name)
            and len(words - own) <= len(shared)
            and _by_family(phrase, found, shared)
        ):
            return register.known(found.id) or register.enter(_figure(register, found, called))
    return None


def _by_family(phrase: Phrase, found: Person, shared: set[str]) -> bool:
    """Whether a name shares more with a person's than a first name: not any Emmanuel is Macron."""
    written = [word for word in fold(phrase.name).split() if len(word) > 1]
    if len(written) < 2 or len(shared) > 1:
        return True
    names = (found.name, *found.aliases)
    family = {fold(name).split()[-1] for name in names}
    family |= {word for name in found.weak_aliases for word in fold(name).split()}
    return not shared.isdisjoint(family) or written[-1] in shared


def _holders(register: Register, phrase: Phrase) -> Iterator[Person]:
    for part in (phrase, *phrase.apposed):
        for code in filter(None, register.codes(part) or [register.cast.scene]) if part.title else ():
            held, _ = offices.holder(register.gazetteer, part.title, code, register.day)
            yield from (register.gazetteer.people[key] for key in held)


def _alone_of_the_surname(register: Register, words: set[str], called: Called) -> list[Person]:
    """Return the one person of that surname whom a title fits on the day: President Zelenskyy."""
    people = offices.surnamed(register.gazetteer, words) if called else []
    found = [someone for someone in people if _held(register, someone, called)]
    return found if len(found) == 1 else []


def _held(register: Register, someone: Person, called: Called) -> bool:
    """Whether a person held a post on the day that a title of the article fits."""
    return any(
        (not code or code == post.of) and title.fits(read_title(name))
        for post in register.gazetteer.posts.held_by(someone.id, register.day)
        for title, code in called
        for name in (post.name, *post.titles)
    )


def _figure(register: Register, someone: Person, called: Called) -> Figure:
    post = offices.office(register.gazetteer, someone.id, register.day, called)
    country = (_spoken_for(register, post) if post else someone.country) or None
    position = post.name if post else None
    party = Party(someone.name, ActorType.PERSON, someone.id, country, position, reason="named in the text")
    held = register.gazetteer.posts.held_by(someone.id, register.day)
    titles = [(read_title(name), post.of) for post in held for name in (post.name, *post.titles)]
    words = {word for name in (someone.name, *someone.aliases) for word in name_words(name)}
    return Figure(party, words, titles, gender=someone.gender)


def _spoken_for(register: Register, post: Position) -> str:
    """Return the code of the state or body that the holder of a post speaks for, "" for a militia."""
    named = (register.gazetteer.entry(mention.ids[0]) for mention in register.gazetteer.mentions(post.name))
    militia = any(isinstance(entry, Organization) and entry.kind == MILITIA for entry in named)
    return "" if militia else post.of


def _new(register: Register, phrase: Phrase, words: set[str], called: Called) -> Figure:
    """Enter a person whom the gazetteer lacks, with an id of name and country."""
    name = phrase.name.title() if phrase.name.isupper() and " " in phrase.name else phrase.name
    beside = next(filter(None, register.codes(phrase)), None)
    country = _country(register, called) if called else beside
    party = Party(
        name,
        ActorType.PERSON,
        actor_id(name, country),
        country,
        phrase.title or None,
        reason="named in the text",
    )
    return register.enter(Figure(party, set(words), faint=not (called or phrase.honorific)))


def _note(register: Register, figure: Figure, phrase: Phrase, words: set[str], called: Called) -> None:
    figure.titles.extend(called)
    register.learn(figure, words)
    if called or phrase.honorific:
        figure.faint = False
    if not figure.party.country and called:
        figure.party.country = _country(register, called)
    figure.party.position = figure.party.position or phrase.title or None
    figure.gender = figure.gender or _gender(phrase)


def _country(register: Register, called: Called) -> str | None:
    """Return the state or body that the bearer of titles speaks for; the scene's where they name none."""
    public = [code for title, code in called if title.is_public]
    if not public:
        return None
    code = next(filter(None, public), register.cast.scene)
    return code if code and code != NO_STATE else None


def _gender(phrase: Phrase) -> str:
    said = set(re.findall(r"\w+", f"{phrase.honorific} {phrase.title}".lower()))
    if said & lexicon.FEMININE:
        return "f"
    return "m" if said & lexicon.MASCULINE else ""


def _names(someone: Person) -> set[str]:
    names = (someone.name, *someone.aliases, *someone.weak_aliases)
    return {word for name in names for word in name_words(name)}
