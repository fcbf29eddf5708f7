"""Whom a phrase, a title, a pronoun or "the two sides" means at its place in an article."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from graph_schema.identity import actor_id
from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.gazetteer.entries import PositionKind
from ingest.linking import lexicon, offices
from ingest.linking.register import code_of
from ingest.linking.figures import Cast, Encounter, Figure, Sighting
from ingest.linking.titles import Title, read_title
from ingest.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
_DETERMINERS = frozenset("the a an both all each these those this that its their his her our s of".split())
_LEADERS = (PositionKind.HEAD_OF_STATE, PositionKind.HEAD_OF_GOVERNMENT)
_POSSESSIVE = re.compile(r"['’]s?\s*")
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman)\b", re.I)
_JOINING = re.compile(r"\b(?:and|or|with|as well as)\b|[,&/;]")
# Nouns by which the one at the other side of the table is called.
_OPPOSITE = frozenset("counterpart colleague interlocutor guest host latter".split())
# Plurals that mean those at the table only with an article or a number.
_ANYBODY = frozenset("officials men figures diplomats envoys leaders ministers".split())
# Nouns for a text that speaks in the name of who issued it.
_DOCUMENTS = frozenset(
    "statement communique communiqué declaration text letter resolution draft document release paragraph message".split()
)


@dataclass(slots=True)
class Meant:
    """Whom a source or an object means; `several` for speakers who say one thing together."""

    parties: list[Party]
    several: bool = False


@dataclass(slots=True)
class Discourse:
    """An article as it is read from its beginning: whom it named, and who spoke last."""

    reading: Reading
    spoken: list[tuple[int, Meant]] = field(default_factory=list)

    @property
    def cast(self) -> Cast:
        """The cast of the article."""
        return self.reading.cast

    # -- what an expression means -------------------------------------------------------------------------

    def meant(self, span: Span, in_headline: bool = False) -> Meant:
        """Return whom the words at a span mean."""
        text = (self.reading.headline_text if in_headline else self.reading.body_text)[span.start : span.end]
        words = [w.lower() for w in _WORD.findall(text)]
        if len(words) == 1 and (found := self._pronoun(words[0], span.start)):
            return found
        return (
            self._group(words, span.start)
            or self._side(words, span, in_headline)
            or self._document(words, span, in_headline)
            or self._named(text, words, span, in_headline)
        )

    def _named(self, text: str, words: list[str], span: Span, in_headline: bool) -> Meant:
        whole = self.reading.headline_text if in_headline else self.reading.body_text
        found: list[Party] = []
        end = None
        joined = bool(_JOINING.search(text))
        if joined and words[0] in {"he", "she", "both"} and (first := self._pronoun(words[1] if words[0] == "both" else words[0], span.start)):
            found += first.parties
        for sighting in self.cast.within(span, in_headline):
            between = whole[end : sighting.start] if end is not None else ","
            if found and _POSSESSIVE.fullmatch(between) and sighting.phrase.title:
                found[-1] = self._of(sighting, found[-1])
            if not _JOINING.search(between):
                continue
            end = sighting.phrase.end
            taken = {party.id for party in found}
            for party in self.parties(sighting, taken):
                if party.id not in taken:
                    found.append(replace(party, as_written=text))
            if sighting.phrase.article == "a":
                break
        if not found and in_headline and (found := self._lower_case(words)):
            return Meant(found, len(found) > 1)
        if found and not joined and found[0].reason == "described":
            found = self._recalled(words, span.start) or found
        found = found or self._recalled(words, span.start) or [self._unknown(text)]
        collective = any(f.collective and f.party.id == found[0].id for f in self.cast.figures)
        return Meant(found, len(found) > 1 or collective)

    def _of(self, sighting: Sighting, owner: Party) -> Party:
        """Return whom "Merkel's spokesperson" means."""
        title = _SPOKESPERSON.sub("spokesperson", sighting.phrase.title)
        name = f"{title} of {owner.name}"
        return Party(name, ActorType.PERSON, actor_id(name, owner.country), owner.country, title, reason="described")

    def _lower_case(self, words: list[str]) -> list[Party]:
        """Return whom a headline without capitals names: jokowi, eu."""
        found: list[Party] = []
        for word in words:
            figure = next((f for f in self.cast.figures if word in f.words and not f.faint), None)
            if figure is None:
                entries = [self.reading.gazetteer.entry(c.id) for c in self.reading.gazetteer.lookup(word) if c.strong]
                codes = [code for e in entries if (code := code_of(e))]
                party = self.state(codes[0]) if codes else None
            else:
                party = figure.party
            if party and party.id not in {p.id for p in found}:
                found.append(replace(party))
        return found

    def _recalled(self, words: list[str], at: int) -> list[Party]:
        """Return who spoke before and was called by the same noun: the source, the ministry, the same official."""
        if not words or words[0] in {"a", "an", "one", "some", "another"}:
            return []
        noun = words[-1]
        if set(words) <= {"the", "government", "authorities", "its", "his"} and (state := self.state(self.cast.home or self.cast.scene)):
            return [state]
        if noun in {"latter", "former"} and (pair := self._last_two(at)):
            return [pair[-1] if noun == "latter" else pair[0]]
        if noun in _OPPOSITE and (other := self._opposite()):
            return [other]
        for _, meant in reversed(self.spoken):
            for party in meant.parties:
                called = {w.lower() for w in _WORD.findall(f"{party.as_written} {party.name} {party.position or ''}")}
                if noun in called:
                    return [replace(party)]
        for sighting in self.cast.before(at) if noun in lexicon.BODIES else ():
            figure = sighting.figure
            if figure and figure.party.type is ActorType.ORGANIZATION and noun in figure.words:
                return [replace(figure.party)]
        if len(words) > 1 and words[0] in {"the", "this", "that"} and noun in lexicon.TITLES | lexicon.BODIES | {"star"}:
            last = self._last_single()
            person = noun in lexicon.TITLES or noun == "star"
            if last and (last.type is ActorType.PERSON) == person:
                return [replace(last)]
        return []

    def _last_two(self, at: int) -> list[Party]:
        """Return the two persons named last before an offset, in order."""
        figures = dict.fromkeys(s.figure for s in self.cast.before(at) if s.figure and s.figure.is_person)
        return [replace(f.party) for f in list(figures)[:2]][::-1]

    def _last_single(self) -> Party | None:
        return next((m.parties[0] for _, m in reversed(self.spoken) if len(m.parties) == 1), None)

    def _opposite(self) -> Party | None:
        """Return who sits opposite the one who spoke last."""
        last = self._last_single()
        for encounter in reversed(self.cast.encounters):
            ids = [f.party.id for f in encounter.parties]
            if last and last.id in ids:
                return next((replace(f.party) for f in encounter.parties if f.party.id != last.id), None)
        return None

    def state(self, code: str) -> Party | None:
        """Return the state or body of a code."""
        entry = self.reading.gazetteer.coded(code)
        if entry is None:
            return None
        is_state = code in self.reading.gazetteer.countries_by_iso
        return Party(entry.name, ActorType.COUNTRY if is_state else ActorType.ORGANIZATION, entry.id, code)

    def _document(self, words: list[str], span: Span, in_headline: bool) -> Meant | None:
        """Return who speaks by a text: whom its name says, the parties of a joint one, else the last speaker."""
        if not words or not (_DOCUMENTS & set(words[-1:] + words[:3])):
            return None
        if figures := [s.figure for s in self.cast.within(span, in_headline) if s.figure and not s.figure.faint]:
            return Meant([replace(f.party) for f in dict.fromkeys(figures)], len(set(figures)) > 1)
        if "joint" in words:
            return self.together(span.start)
        return self.spoken[-1][1] if self.spoken else self.together(span.start)

    # -- titles -------------------------------------------------------------------------------------------

    def parties(self, sighting: Sighting, taken: Collection[str | None] = ()) -> list[Party]:
        """Return the actors that a sighting names or describes; `taken` are no longer free."""
        if sighting.figure is not None:
            return [sighting.figure.party]
        if not sighting.phrase.title:
            return []
        if sighting.phrase.plural and (several := self._plural(sighting, taken)):
            return several
        return [self._titled(sighting, taken)]

    def _plural(self, sighting: Sighting, taken: Collection[str | None]) -> list[Party]:
        """Return whom "the presidents of Russia and France" means, or "the three ministers" at the table."""
        codes = [code_of(self.reading.gazetteer.entry(m.ids[0])) for m in sighting.phrase.mentions]
        singular = re.sub(r"s\b", "", sighting.phrase.title.lower(), count=1)
        if len(codes) < 2:
            return []
        found = [self._holder(singular, code, sighting, taken) for code in codes]
        return [party for party in found if party]

    def _holder(self, title: str, code: str, sighting: Sighting, taken: Collection[str | None]) -> Party | None:
        """Return the person whom a title of a state or body means: of this article, else of that day."""
        if figure := self._bearer(read_title(title), code, sighting, taken):
            return replace(figure.party, reason=f"the {title.lower()} of this article")
        day = self.reading.published_on
        held, post = offices.holder(self.reading.gazetteer, title, code or self.cast.home or self.cast.scene, day)
        if not held or held[0] in taken:
            return None
        person = self.reading.gazetteer.people[held[0]]
        return Party(
            person.name, ActorType.PERSON, person.id, code or self.cast.home or self.cast.scene, post,
            reason=f"holder of the post on {day}", candidates=held,
        )

    def _titled(self, sighting: Sighting, taken: Collection[str | None]) -> Party:
        phrase = sighting.phrase
        gazetteer = self.reading.gazetteer
        codes = [code_of(gazetteer.entry(m.ids[0])) for m in phrase.mentions]
        code = next((c for c in codes if c), "")
        if phrase.article != "a" and not phrase.plural and (code or not codes):
            if party := self._holder(phrase.title, code, sighting, taken):
                return party
        entry = gazetteer.coded(code) if code else None
        public = read_title(phrase.title).speaks_for_state
        country = (code or ("" if codes else self.cast.scene)) if public else ""
        if entry is None and phrase.plural and country and not phrase.title.lower().startswith(("leaders", "heads")):
            entry = gazetteer.coded(country)
        title = _SPOKESPERSON.sub("spokesperson", phrase.title)
        name = f"{title[0].lower()}{title[1:]}" + (f" of {entry.name}" if entry else "")
        return Party(name, ActorType.PERSON, actor_id(name, code or None), country or None, phrase.title, reason="described")

    def _bearer(self, title: Title, code: str, sighting: Sighting, taken: Collection[str | None]) -> Figure | None:
        """Return the person of this article whom a title means: the words decide, then state, table, nearness."""
        persons = [f for f in self.cast.persons() if f.party.id not in taken]
        if title.head in {"leader", "ruler"}:
            ours = [f for f in persons if f.party.country == code]
            found = [f for f in ours if any(t.kind in _LEADERS for t, _ in f.titles)] or ours
        else:
            found = [f for f in persons if f.bears(title, code)]
            found = [f for f in found if any(title.shortens(t) for t, _ in f.titles)] or found
        if len(found) > 1 and not code and self.cast.home:
            found = [f for f in found if f.party.country == self.cast.home] or found
        if len(found) > 1 and (table := self.table(sighting.start)):
            found = [f for f in found if f in table.parties] or found
        if len(found) > 1:
            spoke = [p.id for _, m in reversed(self.spoken) for p in m.parties]
            found = sorted((f for f in found if f.party.id in spoke), key=lambda f: spoke.index(f.party.id))[:1] or found
        if len(found) > 1:
            latest = next((s.figure for s in self.cast.before(sighting.start) if s.figure in found), None)
            return latest or found[0]
        return found[0] if found else None

    def _unknown(self, text: str) -> Party:
        name = re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.I)
        return Party(name, ActorType.ORGANIZATION, actor_id(name, None), None, as_written=text, reason="as written")

    # -- who is at the table ------------------------------------------------------------------------------

    def table(self, at: int) -> Encounter | None:
        """Return the encounter that is being told at an offset."""
        told = [e for e in self.cast.encounters if e.at <= at] or self.cast.encounters[:1]
        return told[-1] if told else None

    def together(self, at: int, number: int = 0) -> Meant | None:
        """Return the parties of the encounter that is being told at an offset."""
        table = self.table(at)
        parties = [f.party for f in table.parties] if table else []
        if not parties:
            parties = [f.party for f in self.cast.persons()][: number or 2]
        if number and len(parties) > number:
            parties = parties[:number]
        return Meant([replace(p) for p in parties], True) if parties else None

    def _group(self, words: list[str], at: int) -> Meant | None:
        """Return whom "the two sides", "both leaders", "the three countries' leaders" mean."""
        plain = [w for w in words if w not in _DETERMINERS and w not in {"participating", "other", "meeting"}]
        if words and not plain and words[-1] in {"both", "all", "each", "meeting"}:
            plain = ["two"]
        if not any(w in lexicon.GROUPS for w in plain):
            return None
        if not all(w in lexicon.GROUPS or w in lexicon.OFFICE_WORDS for w in plain):
            return None
        if plain[-1] in {"countries", "nations"} and (found := self._countries(at)):
            return found
        number = next((lexicon.NUMBERS[w] for w in words if w in lexicon.NUMBERS), 0)
        if not number and not set(words) & {"all", "each", "the"} and set(plain) <= _ANYBODY:
            return None
        return self.together(at, number)

    def _countries(self, at: int) -> Meant | None:
        """Return the two states that were named last before an offset."""
        found: list[Figure] = []
        for sighting in self.cast.before(at):
            figure = sighting.figure
            if figure and figure.party.type is ActorType.COUNTRY and figure not in found:
                found.append(figure)
            if len(found) == 2:
                return Meant([replace(f.party) for f in reversed(found)], True)
        return None

    def _side(self, words: list[str], span: Span, in_headline: bool) -> Meant | None:
        """Return whom "the Russian side" means: who sits at the table for Russia, else Russia."""
        if not words or words[-1] not in {"side", "party", "delegation", "sides"}:
            return None
        codes = [
            code
            for s in self.cast.within(span, in_headline)
            for m in s.phrase.mentions
            if (code := code_of(self.reading.gazetteer.entry(m.ids[0])))
        ]
        if len(codes) != (2 if words[-1] == "sides" else 1):
            return None
        return Meant([party for code in codes if (party := self._sitting_for(code, span.start))], len(codes) > 1)

    def holder(self, attribution: Attribution) -> Party | None:
        """Return who at the table speaks for the state that a content begins with: Russia will continue to ..."""
        start = attribution.contents[0].start
        table = self.table(start)
        first = next(iter(self.cast.within(Span(start, start + 12), attribution.in_headline)), None)
        if table is None or first is None or first.figure is None or first.start > start + 4:
            return None
        sitting = [f for f in table.parties if f.is_person and f.party.country == first.figure.party.country]
        if len(sitting) != 1 or first.figure.is_person or len(table.parties) < 2:
            return None
        return replace(sitting[0].party)

    def _sitting_for(self, code: str, at: int) -> Party | None:
        table = self.table(at)
        for figure in table.parties if table else ():
            if figure.party.country == code:
                return replace(figure.party)
        return self.state(code)

    def issued(self) -> Meant | None:
        """Return in whose name the article speaks, where it is a statement of a body."""
        issuer = self.cast.issuer
        return Meant([replace(issuer.party)], issuer.collective) if issuer else None

    # -- pronouns -----------------------------------------------------------------------------------------

    def _pronoun(self, word: str, at: int) -> Meant | None:
        if word in {"we", "us"} and self.cast.issuer:
            return self.issued()
        if word in {"a", "answer", "spokesperson"}:
            return next((Meant([replace(s.figure.party)]) for s in self.cast.headline if s.figure and s.figure.is_person), None)
        if word in lexicon.THIRD_PLURAL or word in {"we", "us", "both", "all"}:
            last = next((m for _, m in reversed(self.spoken)), None)
            return last if last and last.several else self.together(at)
        if word in lexicon.THIRD_MALE:
            return self._person_before(at, "m")
        if word in lexicon.THIRD_FEMALE:
            return self._person_before(at, "f")
        if word in lexicon.THIRD_THING:
            return self._thing_before()
        return None

    def _person_before(self, at: int, gender: str) -> Meant | None:
        for _, meant in reversed(self.spoken):
            if len(meant.parties) == 1 and meant.parties[0].type is ActorType.PERSON:
                if self._gender(meant.parties[0]) in {"", gender}:
                    return Meant([replace(meant.parties[0])])
        for sighting in self.cast.before(at):
            figure = sighting.figure
            if figure and figure.is_person and not figure.faint and figure.gender in {"", gender}:
                return Meant([replace(figure.party)])
        return None

    def _gender(self, party: Party) -> str:
        return next((f.gender for f in self.cast.figures if f.party.id == party.id), "")

    def _thing_before(self) -> Meant | None:
        for _, meant in reversed(self.spoken):
            if len(meant.parties) == 1 and meant.parties[0].type is not ActorType.PERSON:
                return Meant([replace(meant.parties[0])])
        return None


def place(attribution: Attribution) -> int:
    """Return the offset at which an attribution begins."""
    marks = (attribution.source, attribution.cue, *attribution.contents)
    return min(span.start for span in marks if span)
