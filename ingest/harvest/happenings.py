"""The event that an article reports, and what was said there."""

from collections.abc import Iterator
from datetime import date

from graph_schema.identity import event_id, parties_key
from graph_schema.nodes import Event
from graph_schema.relationships import MadeAt, TookPartIn
from graph_schema.vocabulary import ActorType
from ingest.annotations import Occasion
from ingest.harvest.captions import event_caption
from ingest.harvest.roster import Roster
from ingest.harvest.sayings import Sayings


class Happening:
    """An event as the graph has it, with the ids of those who took part."""

    def __init__(self, occasion: Occasion, roster: Roster, story: str) -> None:
        self.parties = sorted({roster.enter(party, occasion.starts_on) for party in occasion.participants})
        persons = [key for key in self.parties if roster.type_of(key) is ActorType.PERSON]
        known_by = (
            persons if len(persons) > 1 else self.parties
        )  # the states behind two ministers add nothing
        names = [roster.name(key) for key in known_by]
        self.event = Event(
            id=event_id(occasion.kind, known_by, occasion.starts_on, story),
            name=event_caption(occasion.kind, names, occasion.starts_on),
            kind=occasion.kind,
            starts_on=occasion.starts_on,
            place=occasion.place,
            parties=parties_key(occasion.kind, known_by, occasion.starts_on),
        )

    def took_part_in(self) -> Iterator[TookPartIn]:
        """Yield who took part."""
        return (TookPartIn(start=key, end=self.event.id) for key in self.parties)

    def made_at(self, sayings: Sayings) -> Iterator[MadeAt]:
        """Yield what those who took part said on that day; if nobody is known to have, what anybody said."""
        for key, said in sayings.told:
            speakers = {sayings.enter(party, said) for party in said.speakers}
            there = not self.parties or not speakers.isdisjoint(self.parties)
            if there and _same_day(said.said_on, self.event.starts_on):
                yield MadeAt(start=key, end=self.event.id)


def _same_day(said_on: date | None, starts_on: date | None) -> bool:
    return said_on is None or starts_on is None or said_on == starts_on
