"""Who is in an article: its cast, from its headline and body in one pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from rapidfuzz import fuzz, process

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party, Span
from ingest.gazetteer.entries import Country, Organization, Person
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.names import Mention, NameKind
from ingest.gazetteer.words import fold
from ingest.linking import bodies, lexicon, offices
from ingest.linking.bodies import code_of
from ingest.linking.encounters import encounters
from ingest.linking.figures import Cast, Figure, Sighting
from ingest.linking.sentences import starts
from ingest.linking.phrases import Phrase, phrases
from ingest.linking.titles import Title, read_title
from ingest.linking.units import classified
from ingest.reading import Reading

_ABBREVIATED = re.compile(r"\(([A-Z]{2,8})\)")
_OFFICIAL = re.compile(r"house|department|minist|presiden|kremlin|government|office|readout|secretariat|council", re.I)
_COLLECTIVE = re.compile(r"\b(?:leaders|heads of state|ministers|ambassadors)\b", re.I)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# The code of a party, a firm, a paper: who holds a post there speaks for no state.
NO_STATE = "-"

# Titles of people who do not speak for a state, whatever country stands beside them.
_PRIVATE = frozenset(
    """analyst economist expert researcher professor lecturer scholar journalist correspondent editor author
    writer activist lawyer attorney solicitor doctor historian coach player actress actor singer filmmaker
    scientist owner ceo founder fellow brother sister wife husband mother father son daughter widow uncle aunt
    cousin partner survivor source""".split()
)
# Places of work with no more of a state in them than its name.
_PLACES = frozenset(
    """institute institution academy university college school centre center foundation association company
    corporation firm league society hospital church club newspaper magazine""".split()
)


# Parts of speech of which a name cannot be; the tagger's mistakes are mostly between the others.
_NO_NAMES = frozenset({"ADV", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "VERB", "AUX", "INTJ", "PART"})


def cast_of(reading: Reading) -> Cast:
    """Return the cast of an article."""
    casting = _Casting(reading.gazetteer, reading.published_on)
    cast = casting.cast
    mentions = reading.gazetteer.mentions(reading.body_text)
    cast.home, cast.scene = _scene(reading, mentions)
    body = reading.body
    openers = {body[at].idx for at in starts(body) if body[at].pos_ in _NO_NAMES}
    casting.scan(reading.body_text, mentions, cast.body, openers)
    casting.scan(reading.headline_text, reading.gazetteer.mentions(reading.headline_text), cast.headline, ())
    cast.settle()
    for attribution in reading.attributions:
        if attribution.source:
            _embody(cast.within(attribution.source, attribution.in_headline), reading.text(attribution))
    cast.herald = _herald(reading.body_text, cast)
    cast.encounters = encounters(cast, reading)
    cast.issuer = _issuer(reading, casting)
    return cast


_ISSUED = re.compile(r"\b(?:statement|communiqu|declaration|resolution|press release|note to the press|decision)", re.I)


def _issuer(reading: Reading, casting: _Casting) -> Figure | None:
    """Return the body that issues a statement: the first that its first sentence, publisher or headline names."""
    if not _ISSUED.search(reading.headline_text):
        return None
    early = (s.figure for s in casting.cast.body if s.start < 250 and s.phrase.article != "a")
    bodies_first = [f for f in early if f and not f.is_person and f.party.type is ActorType.ORGANIZATION]
    publisher = [casting.entry(m) for m in reading.gazetteer.mentions(reading.article.publisher or "")]
    collective = [f for f in bodies_first if f.collective]
    organisations = [f for f in publisher if f and f.party.type is ActorType.ORGANIZATION]
    return next(iter(collective or organisations or bodies_first), None)


_BYLINE = re.compile(r"\battribut(?:able|ed) to\b")


def _herald(text: str, cast: Cast) -> Figure | None:
    """Return the spokesperson of a byline: The below is attributable to Spokesperson Ned Price."""
    if match := _BYLINE.search(text, 0, 600):
        named = cast.within(Span(match.end(), match.end() + 80))
        return next((s.figure for s in named if s.figure and s.figure.is_person), None)
    return None


def _publisher_state(reading: Reading) -> tuple[str, bool]:
    """Return the state that a publisher's name tells of, and whether it is an office of it: White House (US)."""
    publisher = reading.article.publisher or ""
    for mention in reading.gazetteer.mentions(publisher):
        for key in mention.ids:
            entry = reading.gazetteer.entry(key)
            code = entry.country if isinstance(entry, Organization) else code_of(entry)
            if code:
                return code, bool(_OFFICIAL.search(publisher))
    return "", False


def _scene(reading: Reading, mentions: list[Mention]) -> tuple[str, str]:
    """Return home and scene (see Cast): the office's state, a paper's own, else the one named most."""
    code, official = _publisher_state(reading)
    entries = (reading.gazetteer.entry(m.ids[0]) for m in mentions)
    counts = Counter(entry.iso for entry in entries if isinstance(entry, Country))
    if official or not counts:
        return (code if official else ""), code
    most, times = counts.most_common(1)[0]
    return "", code if 3 * counts[code] >= times else most


def _embody(sightings: list[Sighting], text: str) -> None:
    """Take a capitalised name for a person's if it speaks and neither "the" nor a preposition stands before it."""
    for sighting in sightings:
        if text[: sighting.start].endswith((" in ", " of ", " at ", " from ")):
            continue
        if sighting.figure and sighting.figure.faint and sighting.phrase.article != "the":
            sighting.figure.faint = False


def speaks_for_state(title: Title) -> bool:
    """Whether the holder of a title speaks for a state: no analyst, no director of an institute does."""
    heads = {title.head, title.head.removesuffix("s")}
    return not (heads & _PRIVATE or title.words & _PLACES)


class _Casting:
    """The work of one article."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self.gazetteer = gazetteer
        self.day = day
        self.cast = Cast()
        self._by_id: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = {}
        self._short: dict[str, Figure] = {}

    def scan(
        self, text: str, mentions: list[Mention], sightings: list[Sighting], openers: Collection[int]
    ) -> None:
        """Add the sightings of a text; openers: see units."""
        self._spell_out(text)
        in_headline = sightings is self.cast.headline
        units = classified(text, mentions, openers)
        for phrase in phrases(units):
            figure = self._short.get(text[phrase.start : phrase.end].removeprefix("the ").removeprefix("The ")) or self._figure(phrase, in_headline)
            sightings.append(Sighting(phrase, figure, in_headline))

    def _figure(self, phrase: Phrase, in_headline: bool) -> Figure | None:
        if phrase.name:
            return self._person(phrase, in_headline)
        if phrase.title:
            return self._collective(phrase) if phrase.plural else None
        if phrase.body:
            return self._body(phrase)
        return self.entry(phrase.mentions[0]) if phrase.mentions else None

    def _spell_out(self, text: str) -> None:
        """Remember what an article's abbreviations stand for: the Arakan Army (AA)."""
        for match in _ABBREVIATED.finditer(text):
            words, short = text[max(0, match.start() - 90) : match.start()].split()[-8:], match[1]
            while words and "".join(w[0] for w in words if w[0].isupper()) != short:
                words.pop(0)
            name = " ".join(words)
            known = [c.id for c in self.gazetteer.lookup(name) if c.id in self.gazetteer.organizations]
            if known:
                self._short[short] = self._organization(known[0])
            elif words:
                party = Party(name, ActorType.ORGANIZATION, actor_id(name, None), reason=f"spelt out as {short}")
                self._short[short] = self._add(Figure(party, {*fold(name).split(), short.lower()}))

    def entry(self, mention: Mention) -> Figure | None:
        """Return the state or body of a bare mention."""
        key = mention.ids[0]
        if key in self._by_id:
            return self._by_id[key]
        entry = self.gazetteer.entry(key)
        if entry is None or isinstance(entry, Person):
            return None
        if isinstance(entry, Organization):
            return self._organization(key)
        party = Party(entry.name, ActorType.COUNTRY, entry.id, entry.iso, reason="named in the text")
        return self._add(Figure(party, set(fold(entry.name).split())))

    def _organization(self, key: str) -> Figure:
        if key in self._by_id:
            return self._by_id[key]
        entry = self.gazetteer.organizations[key]
        return self._add(Figure(bodies.known(entry), set(fold(entry.name).split())))

    def _add(self, figure: Figure) -> Figure:
        self.cast.figures.append(figure)
        if figure.party.id:
            self._by_id.setdefault(figure.party.id, figure)
        for word in figure.words:
            self._by_word.setdefault(word, []).append(figure)
        return figure

    # -- bodies -------------------------------------------------------------------------------------------

    def _body(self, phrase: Phrase) -> Figure | None:
        """Return the body that a phrase describes; the state where it means its government."""
        code = next((code_of(self.gazetteer.entry(m.ids[0])) for m in phrase.mentions), "")
        if set(fold(phrase.body).split()) <= {"side", "sides", "team", "teams", "delegation", "delegations", "exchange", "party", "parties"}:
            return None
        if code and bodies.is_state_itself(phrase):
            return self.entry(phrase.mentions[0])
        words = set(fold(phrase.body).split())
        if not code and not phrase.owner and (named := self._named_body(words)):
            return named
        if not (code or phrase.owner or phrase.body[0].isupper()):
            return None
        party = bodies.described(phrase, code, self.cast.scene, self.gazetteer)
        known = self._by_id.get(party.id or "")
        return known or self._add(Figure(party, set(fold(party.name).split())))

    def _named_body(self, words: set[str]) -> Figure | None:
        """Return the body of this article in whose name the words are: the Council."""
        figures = reversed(self.cast.figures)
        return next((f for f in figures if f.party.type is ActorType.ORGANIZATION and words <= f.words), None)

    def _collective(self, phrase: Phrase) -> Figure | None:
        """Return the leaders of a body taken as one: EU leaders, leaders of ASEAN."""
        for mention in phrase.mentions:
            entry = self.gazetteer.entry(mention.ids[0])
            if isinstance(entry, Organization) and entry.code and not entry.country and _COLLECTIVE.search(phrase.title):
                name = f"{phrase.title.lower()} of the {entry.name}"
                party = Party(name, ActorType.ORGANIZATION, actor_id(name, entry.code), entry.code, reason="taken as one")
                return self._by_id.get(party.id or "") or self._add(Figure(party, {"leaders"}, collective=True))
        return None

    # -- persons ------------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase, in_headline: bool) -> Figure | None:
        words = _name_words(phrase.name)
        if not words:
            return None
        titles = self._titles(phrase)
        figure = self._known(phrase, words, titles) or self._seen(words, titles) or self._holder(phrase, words)
        if figure is None and in_headline and len(words) < 2:
            return None  # in title case any word may follow a title: Secretary-General Welcomes
        if figure is None:
            figure = self._new(phrase, words, titles)
        self._learn(figure, phrase, words, titles)
        return figure

    def _titles(self, phrase: Phrase) -> list[tuple[Title, str]]:
        """Return the titles of a phrase and its appositions, each with the code of its state or body."""
        found = []
        for part in (phrase, *phrase.apposed):
            if part.title:
                codes = [code_of(self.gazetteer.entry(m.ids[0])) for m in part.mentions]
                found.append((read_title(part.title), next((c for c in codes if c), NO_STATE if codes else "")))
        return found

    def _known(self, phrase: Phrase, words: set[str], titles: list[tuple[Title, str]]) -> Figure | None:
        """Return the gazetteer's person of that name."""
        plain = " ".join(w for w in phrase.name.split() if len(w.rstrip(".")) > 1)
        for candidate in phrase.known.candidates if phrase.known else self.gazetteer.lookup(plain):
            person = self.gazetteer.people.get(candidate.id)
            if person is None:
                continue
            if person.id in self._by_id and self._fits(person, words):
                return self._by_id[person.id]
            if self._fits(person, words) and (candidate.strong or self._in_office(person, titles)):
                return self._add(self._figure_of(person, titles))
        return None

    def _holder(self, phrase: Phrase, words: set[str]) -> Figure | None:
        """Return the holder of the post that a title names, if he goes by one of the name's words: President Xi."""
        for part in (phrase, *phrase.apposed):
            codes = [code_of(self.gazetteer.entry(m.ids[0])) for m in part.mentions] or [self.cast.scene]
            for code in filter(None, codes if part.title else ()):
                for key in offices.holder(self.gazetteer, part.title, code, self.day)[0]:
                    person = self.gazetteer.people[key]
                    if words & _name_words(person.name) and not self._clash(words, person):
                        return self._by_id.get(key) or self._add(self._figure_of(person, self._titles(phrase)))
        return self._bearer(phrase, words)

    def _bearer(self, phrase: Phrase, words: set[str]) -> Figure | None:
        """Return the one person of that surname whom the title fits on the day: President Zelenskyy."""
        titles = self._titles(phrase)
        people = offices.surnamed(self.gazetteer, words) if titles else ()
        found = [p for p in people if self._in_office(p, titles) and not self._clash(words, p)]
        if len(found) != 1:
            return None
        return self._by_id.get(found[0].id) or self._add(self._figure_of(found[0], titles))

    def _clash(self, words: set[str], person: Person) -> bool:
        """Whether a full name has another surname than the person: Prime Minister Hun Sen is not Hun Manet."""
        own = {word for name in (person.name, *person.aliases, *person.weak_aliases) for word in _name_words(name)}
        return len(words - own) > len(words & own)

    def _fits(self, person: Person, words: set[str]) -> bool:
        own = {word for name in (person.name, *person.aliases, *person.weak_aliases) for word in fold(name).split()}
        return words <= own

    def _in_office(self, person: Person, titles: list[tuple[Title, str]]) -> bool:
        """Whether a person held a post on the day that the article's title fits."""
        for position in self.gazetteer.posts.held_by(person.id, self.day):
            for title, code in titles:
                if (not code or code == position.of) and any(
                    title.fits(read_title(name)) for name in (position.name, *position.titles)
                ):
                    return True
        return False

    def _figure_of(self, person: Person, titles: list[tuple[Title, str]]) -> Figure:
        post = offices.office(self.gazetteer, person.id, self.day, titles)
        country = (post.of if post else "") or person.country or None
        party = Party(person.name, ActorType.PERSON, person.id, country, post.name if post else None, reason="named in the text")
        words = {w for name in (person.name, *person.aliases) for w in _name_words(name)}
        held = self.gazetteer.posts.held_by(person.id, self.day)
        called = [(read_title(name), post.of) for post in held for name in (post.name, *post.titles)]
        return Figure(party, words, called, gender=person.gender)

    def _seen(self, words: set[str], titles: list[tuple[Title, str]]) -> Figure | None:
        """Return the figure that this article has named so before: a surname after the full name."""
        shared = [f for word in words for f in self._by_word.get(word, ()) if f.is_person]
        fitting = [f for f in dict.fromkeys(reversed(shared)) if words <= f.words or f.words <= words]
        codes = {code for _, code in titles if code}
        fitting = [f for f in fitting if not codes or not f.party.country or f.party.country in codes]
        named = [f for f in fitting if any(f.bears(title) for title, _ in titles)]
        return next(iter(named or fitting), None) or self._misspelt(words)

    def _misspelt(self, words: set[str]) -> Figure | None:
        """Return the figure whose surname a single word nearly is: Srrettha for Srettha."""
        word = next(iter(words))
        if len(words) > 1 or len(word) < 6:
            return None
        near = process.extractOne(word, list(self._by_word), scorer=fuzz.ratio, score_cutoff=87)
        return next((f for f in self._by_word[near[0]] if f.is_person and not f.faint), None) if near else None

    def _new(self, phrase: Phrase, words: set[str], titles: list[tuple[Title, str]]) -> Figure:
        name = phrase.name.title() if phrase.name.isupper() and " " in phrase.name else phrase.name
        faint = not (titles or phrase.honorific)
        beside = next((code_of(self.gazetteer.entry(m.ids[0])) for m in phrase.mentions), "")
        country = self._country(titles) if titles else beside or None
        party = Party(name, ActorType.PERSON, actor_id(name, country), country, phrase.title or None, reason="named in the text")
        return self._add(Figure(party, set(words), faint=faint))

    def _country(self, titles: list[tuple[Title, str]]) -> str | None:
        public = [code for title, code in titles if speaks_for_state(title)]
        if not public:
            return None
        code = next((code for code in public if code), self.cast.scene)
        return code if code and code != NO_STATE else None

    def _learn(self, figure: Figure, phrase: Phrase, words: set[str], titles: list[tuple[Title, str]]) -> None:
        figure.titles.extend(titles)
        for word in words - figure.words:
            self._by_word.setdefault(word, []).append(figure)
        figure.words |= words
        if titles or phrase.honorific:
            figure.faint = False
        if not figure.party.country and titles:
            figure.party.country = self._country(titles)
        if not figure.party.position and phrase.title:
            figure.party.position = phrase.title
        figure.gender = figure.gender or _gender(phrase)


def _gender(phrase: Phrase) -> str:
    said = set(re.findall(r"\w+", f"{phrase.honorific} {phrase.title}".lower()))
    if said & lexicon.FEMININE:
        return "f"
    return "m" if said & lexicon.MASCULINE else ""


def _name_words(name: str) -> set[str]:
    """Return the folded words of a name that tell people apart: no initials, particles, suffixes."""
    return {w for w in fold(name).split() if len(w) > 1 and w not in _SUFFIXES and w not in lexicon.PARTICLES}


def _codes(gazetteer: Gazetteer, mentions: Iterable[Mention]) -> list[str]:
    return [code for m in mentions if m.kind is not NameKind.PERSON for code in [code_of(gazetteer.entry(m.ids[0]))] if code]
