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
from ingest.linking.casting import code_of
from ingest.linking.figures import Cast, Figure, Sighting
from ingest.linking.titles import Title, read_title
from ingest.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DETERMINERS = frozenset("the a an both all each these those this that its their his her our".split())
_JOINING = re.compile(r"\b(?:and|or|with|as well as)\b|[,&/;]")
_LEADERS = (PositionKind.HEAD_OF_STATE, PositionKind.HEAD_OF_GOVERNMENT)


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
        doc = self.reading.headline if in_headline else self.reading.body
        text = doc.text[span.start : span.end]
        words = [w.lower() for w in _WORD.findall(text)]
        if len(words) == 1 and (found := self._pronoun(words[0], span.start)):
            return found
        if found := self._group(words, span, in_headline):
            return found
        if found := self._side(words, span, in_headline):
            return found
        return self._named(text, span, in_headline)

    def spoken_to(self, span: Span, attribution: Attribution) -> list[Party]:
        """Return whom the object of a verb of saying means; pronouns there never mean the speaker."""
        doc = self.reading.doc(attribution)
        words = [w.lower() for w in _WORD.findall(doc.text[span.start : span.end])]
        if not words:
            return []
        if words[-1] in {"him", "her", "them", "counterpart", "colleague", "interlocutor", "other", "latter"} and len(words) < 4:
            return self._others(span.start, attribution, words[-1])
        if set(words) & {"sides", "countries", "parties", "nations"} and len(words) < 5:
            return self._their_states(span.start)
        sightings = self.cast.within(span, attribution.in_headline)
        if not sightings and not (set(words) & lexicon.GROUPS):
            return []
        return self.meant(span, attribution.in_headline).parties

    def _others(self, at: int, attribution: Attribution, word: str) -> list[Party]:
        """Return who else is at the table than the speakers."""
        speaking = {party.id for party in attribution.speakers}
        together = self.together(at)
        others = [p for p in together.parties if p.id not in speaking] if together else []
        return others if word == "them" else others[:1]

    def _their_states(self, at: int) -> list[Party]:
        together = self.together(at)
        codes = dict.fromkeys(p.country for p in together.parties if p.country) if together else {}
        entries = [(code, self.reading.gazetteer.coded(code)) for code in codes]
        return [Party(e.name, ActorType.COUNTRY, e.id, code) for code, e in entries if e]

    def _side(self, words: list[str], span: Span, in_headline: bool) -> Meant | None:
        """Return whom "the Russian side" means: who sits at the table for Russia, else Russia."""
        if not words or words[-1] not in {"side", "party", "delegation"}:
            return None
        figures = [s.figure for s in self.cast.within(span, in_headline) if s.figure]
        if len(figures) != 1:
            return None
        told = [e for e in self.cast.encounters if e.at <= span.start] or self.cast.encounters
        for figure in told[-1].parties if told else ():
            if figure.party.country == figures[0].party.country:
                return Meant([replace(figure.party)])
        return Meant([replace(figures[0].party)])

    def _named(self, text: str, span: Span, in_headline: bool) -> Meant:
        doc = self.reading.headline if in_headline else self.reading.body
        found: list[Party] = []
        end = None
        for sighting in self.cast.within(span, in_headline):
            between = doc.text[end : sighting.start] if end is not None else ","
            if not _JOINING.search(between):
                continue
            end = sighting.phrase.end
            taken = {party.id for party in found}
            for party in self.parties(sighting, taken):
                if party.id not in taken:
                    found.append(replace(party, as_written=text))
            if sighting.phrase.article == "a":
                break
        found = found or [self._unknown(text)]
        return Meant(found, len(found) > 1)

    def parties(self, sighting: Sighting, taken: Collection[str | None] = ()) -> list[Party]:
        """Return the actors that a sighting names or describes; `taken` are no longer free."""
        if sighting.figure is not None:
            return [sighting.figure.party]
        if not sighting.phrase.title:
            return []
        if sighting.phrase.plural and (several := self._plural(sighting)):
            return several
        return [self._titled(sighting, taken)]

    def _plural(self, sighting: Sighting) -> list[Party]:
        """Return whom "the presidents of Russia and France" means: for each state its president."""
        codes = [code_of(self.reading.gazetteer.entry(m.ids[0])) for m in sighting.phrase.mentions]
        singular = re.sub(r"s\b", "", sighting.phrase.title.lower(), count=1)
        if len(codes) < 2:
            return []
        found = [self._holder(singular, code, sighting) for code in codes]
        return [party for party in found if party]

    def _holder(self, title: str, code: str, sighting: Sighting) -> Party | None:
        """Return the person whom a title of a state or body means: of this article, else of that day."""
        if figure := self._bearer(read_title(title), code, sighting):
            return replace(figure.party, reason=f"the {title.lower()} of this article")
        day = self.reading.published_on
        held, post = offices.holder(self.reading.gazetteer, title, code or self.cast.home, day)
        if not held:
            return None
        person = self.reading.gazetteer.people[held[0]]
        return Party(
            person.name, ActorType.PERSON, person.id, code or self.cast.home, post,
            reason=f"holder of the post on {day}", candidates=held,
        )

    def _titled(self, sighting: Sighting, taken: Collection[str | None]) -> Party:
        phrase = sighting.phrase
        gazetteer = self.reading.gazetteer
        code = next((c for m in phrase.mentions if (c := code_of(gazetteer.entry(m.ids[0])))), "")
        if phrase.article != "a" and not phrase.plural:
            party = self._holder(phrase.title, code, sighting)
            if party and party.id not in taken:
                return party
        entry = gazetteer.coded(code) if code else None
        name = f"{phrase.title[0].lower()}{phrase.title[1:]}" + (f" of {entry.name}" if entry else "")
        return Party(name, ActorType.PERSON, actor_id(name, code or None), code or self.cast.home or None, phrase.title)

    def _bearer(self, title: Title, code: str, sighting: Sighting) -> Figure | None:
        if title.head in {"leader", "ruler"}:
            ours = [f for f in self.cast.persons() if f.party.country == code]
            found = [f for f in ours if any(t.kind in _LEADERS for t, _ in f.titles)] or ours
        else:
            found = self.cast.bearing(title, code)
        if len(found) > 1 and not code and self.cast.home:
            found = [f for f in found if f.party.country == self.cast.home] or found
        if len(found) > 1:
            latest = next((s.figure for s in self.cast.before(sighting.start) if s.figure in found), None)
            return latest or found[0]
        return found[0] if found else None

    def _unknown(self, text: str) -> Party:
        name = re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.I)
        return Party(name, ActorType.ORGANIZATION, actor_id(name, None), None, as_written=text, reason="as written")

    # -- groups -------------------------------------------------------------------------------------------

    def _group(self, words: list[str], span: Span, in_headline: bool) -> Meant | None:
        plain = [w for w in words if w not in _DETERMINERS and w not in {"participating", "of", "other"}]
        if plain and plain[-1] in {"countries", "nations"} and (found := self._countries(span.start)):
            return found
        if words and not plain and words[-1] in {"both", "all", "each"}:
            plain = ["two"]
        if not plain or not all(w in lexicon.GROUPS or w in lexicon.OFFICE_WORDS for w in plain):
            return None
        if not any(w in lexicon.GROUPS for w in plain):
            return None
        number = next((lexicon.NUMBERS[w] for w in words if w in lexicon.NUMBERS), 0)
        return self.together(span.start, number)

    def together(self, at: int, number: int = 0) -> Meant | None:
        """Return the parties of the encounter that is being told at an offset."""
        told = [e for e in self.cast.encounters if e.at <= at] or self.cast.encounters
        parties = [f.party for f in told[-1].parties] if told else []
        if not parties:
            persons = [f for f in self.cast.persons()][: number or 2]
            parties = [f.party for f in persons]
        if number and len(parties) > number:
            parties = parties[:number]
        return Meant([replace(p) for p in parties], True) if parties else None

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

    # -- pronouns -----------------------------------------------------------------------------------------

    def _pronoun(self, word: str, at: int) -> Meant | None:
        if word in lexicon.THIRD_PLURAL or word in {"we", "us", "both", "all"}:
            last = next((m for _, m in reversed(self.spoken)), None)
            return last if last and last.several else self.together(at)
        if word in lexicon.THIRD_MALE:
            return self._person_before(at, "m")
        if word in lexicon.THIRD_FEMALE:
            return self._person_before(at, "f")
        if word in lexicon.THIRD_THING:
            return self._thing_before(at)
        return None

    def _person_before(self, at: int, gender: str) -> Meant | None:
        for where, meant in reversed(self.spoken):
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

    def _thing_before(self, at: int) -> Meant | None:
        for where, meant in reversed(self.spoken):
            if len(meant.parties) == 1 and meant.parties[0].type is not ActorType.PERSON:
                return Meant([replace(meant.parties[0])])
        return None


def place(attribution: Attribution) -> int:
    """Return the offset at which an attribution begins."""
    marks = (attribution.source, attribution.cue, *attribution.contents)
    return min(span.start for span in marks if span)
