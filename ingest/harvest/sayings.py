"""An article's sayings in the graph: what was said, by whom, to whom, about what, and where it is written."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from graph_schema.nodes import Statement, Topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    Broader,
    Mentions,
    OnBehalfOf,
    ReportedIn,
    SpokenBy,
    Voices,
)
from graph_schema.selectors import exact_of, select
from ingest.annotations import Attribution, Party
from ingest.harvest.captions import statement_caption
from ingest.harvest.mentions import named_in
from ingest.harvest.roster import Roster
from ingest.reading import Reading


class Sayings:
    """The attributions of a reading with their ids; each method yields one kind of node or relationship."""

    def __init__(self, reading: Reading, ids: Sequence[str], roster: Roster) -> None:
        self.reading, self.roster = reading, roster
        self.told = tuple(zip(ids, reading.attributions, strict=True))

    def statements(self, extracted_by: str, extracted_at: datetime | None) -> Iterator[Statement]:
        for key, said in self.told:
            claim = exact_of(self.text(said), said.contents)
            speakers = [self.roster.name(self.enter(party, said)) for party in said.speakers]
            yield Statement(
                id=key,
                name=statement_caption(speakers, said.said_on, claim),
                claim=claim,
                kind=said.kind,
                act=said.act,
                stance=said.stance,
                negated=said.negated,
                cue=self.text(said)[slice(*said.cue)] if said.cue else None,
                said_on=said.said_on,
                said_on_precision=said.said_on_precision,
                attribution=said.attribution,
                joint=said.joint,
                confidence=min(1.0, max(0.0, said.confidence)),
                extracted_by=extracted_by,
                extracted_at=extracted_at,
            )

    def spoken_by(self) -> Iterator[SpokenBy]:
        for key, said in self.told:
            for party in said.speakers:
                yield SpokenBy(
                    start=key,
                    end=self.enter(party, said),
                    as_written=party.as_written,
                    position_as_written=party.position,
                    reason=self.roster.reason(party),
                    candidates=party.candidates,
                )

    def voices(self) -> Iterator[Voices]:
        return (Voices(start=key, end=self.enter(p, said)) for key, said in self.told for p in said.voice)

    def on_behalf_of(self) -> Iterator[OnBehalfOf]:
        for key, said in self.told:
            for party in said.speakers:
                for body in self.roster.represented(party):
                    yield OnBehalfOf(start=key, end=body)

    def addressed_to(self) -> Iterator[AddressedTo]:
        for key, said in self.told:
            for party in said.addressees:
                yield AddressedTo(start=key, end=self.enter(party, said), as_written=party.as_written)

    def mentions(self) -> Iterator[Mentions]:
        cast = frozenset(actor.id for actor in self.roster.actors)
        for key, said in self.told:
            claim = exact_of(self.text(said), said.contents)
            for entry_id, words in named_in(claim, self.reading.gazetteer, cast):
                yield Mentions(start=key, end=self.roster.enter_known(entry_id), as_written=words)

    def about(self) -> Iterator[About]:
        for key, said in self.told:
            for rank, topic in enumerate(said.topics, start=1):
                reasons = said.topic_reasons.get(topic, ())
                yield About(start=key, end=topic, rank=rank, said_on=said.said_on, reasons=reasons)

    def topics(self) -> Iterator[Topic]:
        known = self.reading.gazetteer.topics
        for chain in self._chains():
            for key in chain:
                entry = known.by_id[key]
                yield Topic(id=key, label=entry.label, aliases=entry.aliases, exact_match=entry.exact_match)

    def broader(self) -> Iterator[Broader]:
        for chain in self._chains():
            yield from (Broader(start=low, end=high) for low, high in pairwise(chain))

    def reported_in(self) -> Iterator[ReportedIn]:
        for key, said in self.told:
            place = select(self.text(said), said.contents)
            yield ReportedIn(
                start=key,
                end=self.reading.article.id,
                starts=tuple(start for start, _ in place.ranges),
                ends=tuple(end for _, end in place.ranges),
                exact=place.exact,
                prefix=place.prefix,
                suffix=place.suffix,
                in_headline=said.in_headline,
                via=(said.via.name or said.via.as_written) if said.via else None,
            )

    def enter(self, party: Party, said: Attribution) -> str:
        return self.roster.enter(party, said.said_on or self.reading.published_on)

    def text(self, said: Attribution) -> str:
        """Return the text as it was given in which an attribution's spans count."""
        return self.reading.article.headline if said.in_headline else self.reading.article.text

    def _chains(self) -> list[tuple[str, ...]]:
        """Return each topic with those above it, the nearest first."""
        topics = {topic for _, said in self.told for topic in said.topics}
        return [(topic, *self.reading.gazetteer.topics.broader(topic)) for topic in topics]
