"""An article as it is read from its beginning: who spoke last, and who sits at the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.linking.figures import Cast, Encounter, Figure
from ingest.reading import Reading


@dataclass(slots=True)
class Meant:
    """Whom a source or an object means; `several` where they say one thing together."""

    parties: list[Party]
    several: bool = False

    @classmethod
    def of(cls, figures: Iterable[Figure], several: bool = False) -> Meant:
        """Return figures as those who are meant; the parties are copies."""
        return cls([replace(figure.party) for figure in figures], several)


@dataclass(slots=True)
class Discourse:
    """A reading with the memory of who has spoken in its body so far, in text order."""

    reading: Reading
    spoken: list[Meant] = field(default_factory=list)
    noted: list[Attribution] = field(default_factory=list)

    @property
    def cast(self) -> Cast:
        """The cast of the article."""
        return self.reading.cast

    def note(self, attribution: Attribution) -> None:
        """Remember the speakers of an attribution; a headline's are no antecedents of the body's pronouns."""
        if not attribution.in_headline:
            self.noted.append(attribution)
            self.spoken.append(Meant(attribution.speakers, attribution.joint))

    def last(self) -> Meant | None:
        """Return who spoke last."""
        return self.spoken[-1] if self.spoken else None

    def last_alone(self) -> Party | None:
        """Return the last who spoke alone."""
        return next((meant.parties[0] for meant in reversed(self.spoken) if len(meant.parties) == 1), None)

    def words(self, span: Span, in_headline: bool) -> str:
        """Return what stands at a span of the body or headline."""
        return (self.reading.headline_text if in_headline else self.reading.body_text)[span.start : span.end]

    def state(self, code: str) -> Party | None:
        """Return the state or body of a code."""
        entry = self.reading.gazetteer.coded(code)
        if entry is None:
            return None
        is_state = code in self.reading.gazetteer.countries_by_iso
        return Party(entry.name, ActorType.COUNTRY if is_state else ActorType.ORGANIZATION, entry.id, code)

    def issued(self) -> Meant | None:
        """Return in whose name the article speaks, where it is a statement of a body."""
        issuer = self.cast.issuer
        return Meant.of([issuer], issuer.collective) if issuer else None

    def table(self, at: int) -> Encounter | None:
        """Return the encounter that is being told at an offset."""
        told = [e for e in self.cast.encounters if e.at <= at] or self.cast.encounters[:1]
        return told[-1] if told else None

    def collective(self, at: int) -> Party | None:
        """Return the leaders of a body, where no other meeting has been told of before an offset."""
        leaders = (figure for figure in self.cast.figures if figure.collective)
        first = next((figure for figure in leaders if "leaders" in figure.party.name), None)
        others = (e for e in self.cast.encounters if e.at <= at and e.parties != (first,))
        return replace(first.party) if first and not any(others) else None

    def together(self, at: int, number: int = 0) -> Meant | None:
        """Return those at the table, the first `number` of them; without a table the first persons named."""
        table = self.table(at)
        figures = list(table.parties) if table else list(self.cast.persons())[: number or 2]
        return Meant.of(figures[: number or None], True) if figures else None

    def sitting_for(self, code: str, at: int) -> Party | None:
        """Return who at the table speaks for a state."""
        table = self.table(at)
        sitting = [f for f in table.parties if f.is_person and f.party.country == code] if table else []
        return replace(sitting[0].party) if sitting else None


def place(attribution: Attribution) -> int:
    """Return the offset at which an attribution begins."""
    marks = (attribution.source, attribution.cue, *attribution.contents)
    return min(span.start for span in marks if span)


def in_order(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return attributions as they are read: the headline's, then the body's in text order."""
    return sorted(attributions, key=lambda a: (not a.in_headline, place(a)))
