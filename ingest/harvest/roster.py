"""The actors of one article, as the graph knows them, and the posts they hold."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from graph_schema.identity import actor_id
from graph_schema.nodes import Actor, Position
from graph_schema.relationships import Holds, Within
from graph_schema.vocabulary import ActorType
from ingest.annotations import Party
from ingest.gazetteer.entries import Country, Organization, Person, Term
from ingest.gazetteer.loading import Gazetteer

Entry = Country | Organization | Person


class Roster:
    """Takes parties in and keeps the actors they are, each once, with their posts on the days asked for.

    `story` is the id of the article, or of its original: somebody unnamed is the same person there and
    nobody elsewhere.
    """

    def __init__(self, gazetteer: Gazetteer, story: str) -> None:
        self._gazetteer, self._story = gazetteer, story
        self._actors: dict[str, Actor] = {}
        self._positions: dict[str, Position] = {}
        self._holds: dict[tuple[str, str, str], Holds] = {}
        self._within: dict[tuple[str, str], Within] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors, by id."""
        return tuple(self._actors[key] for key in sorted(self._actors))

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions that they hold, by id."""
        return tuple(self._positions[key] for key in sorted(self._positions))

    @property
    def holds(self) -> tuple[Holds, ...]:
        """Who holds what, by ids and beginning."""
        return tuple(self._holds[key] for key in sorted(self._holds))

    @property
    def within(self) -> tuple[Within, ...]:
        """Of which state or body the positions are, by ids."""
        return tuple(self._within[key] for key in sorted(self._within))

    def name(self, key: str) -> str:
        """Return the name of an actor taken in."""
        return self._actors[key].name

    def type_of(self, key: str) -> ActorType:
        """Return what an actor taken in is."""
        return self._actors[key].type

    def enter(self, party: Party, day: date | None = None) -> str:
        """Take a party in, with the posts it holds on the day; return its id in the graph."""
        key = self._key(party)
        entry = self._gazetteer.entry(key)
        if entry is not None:
            return self._enter_entry(entry, day)
        name = party.name or party.as_written
        self._actors.setdefault(key, Actor(id=key, name=name, type=party.type, iso=party.country or None))
        return key

    def reason(self, party: Party) -> str:
        """Return why a party is taken for whom it is: by the article, and by a person's merges."""
        merges = self._gazetteer.corrections.reasons(self._key(party))
        return "; ".join(filter(None, (party.reason, *merges)))

    def enter_known(self, key: str) -> str:
        """Take in an actor by its id in the gazetteer; return the id."""
        entry = self._gazetteer.entry(key)
        if entry is None:
            raise KeyError(key)
        return self._enter_entry(entry)

    def represented(self, party: Party) -> Iterator[str]:
        """Take in the state or body that a party speaks for, unless it is that itself; yield its id."""
        body = self._gazetteer.coded(party.country) if party.country else None
        if body is not None and body.id != self._gazetteer.corrections.meant(self._key(party)):
            yield self._enter_entry(body)

    def _key(self, party: Party) -> str:
        """Return the party's id; somebody unnamed has one in this story only."""
        name = party.name or party.as_written
        return party.id or actor_id(f"{name} in {self._story}", party.country)

    def _enter_entry(self, entry: Entry, day: date | None = None) -> str:
        merged = self._gazetteer.corrections.merged_into(entry.id)
        self._actors.setdefault(entry.id, known_actor(entry, merged))
        if day is not None and isinstance(entry, Person):
            for key in (entry.id, *merged):
                self._enter_posts(entry.id, self._gazetteer.posts.terms_of(key, day))
        return entry.id

    def _enter_posts(self, person: str, terms: Iterable[Term]) -> None:
        for term in terms:
            post = self._gazetteer.posts.by_id.get(term.position)
            if post is None:
                continue
            self._positions[post.id] = Position(id=post.id, name=post.name)
            holds = Holds(start=person, end=post.id, since=_iso(term.since), until=_iso(term.until))
            self._holds[person, post.id, holds.since] = holds
            if body := self._gazetteer.coded(post.of):
                self._within[post.id, body.id] = Within(start=post.id, end=self._enter_entry(body))


def known_actor(entry: Entry, merged: Mapping[str, str] = MappingProxyType({})) -> Actor:
    """Return the graph's actor for one of the gazetteer's entries; `merged`: who is it too, and why."""
    kind, code = _kind_and_code(entry)
    return Actor(
        id=entry.id,
        name=entry.name,
        type=kind,
        aliases=entry.aliases,
        weak_aliases=entry.weak_aliases,
        iso=code or None,
        merged=tuple(f"{key}: {reason}" if reason else key for key, reason in merged.items()),
    )


def _kind_and_code(entry: Entry) -> tuple[ActorType, str]:
    match entry:
        case Country():
            return ActorType.COUNTRY, entry.iso
        case Organization():
            return ActorType.ORGANIZATION, entry.code
        case Person():
            return ActorType.PERSON, entry.country


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
