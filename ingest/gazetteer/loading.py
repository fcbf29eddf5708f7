"""The gazetteer, loaded: what the project knows of the world, ready to be asked.

gazetteer = Gazetteer.load(data_folder / "gazetteer.d")
gazetteer.mentions("Wang Yi told Russia ...")      who and what a text names
gazetteer.lookup("Chinese"), .similar("Lavrow")    what a name may mean, whom it resembles
gazetteer.posts.holders("...", on=day)             who held a post
gazetteer.topics.match(claim)                      what a claim is about
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path
from typing import TypeVar

from ingest.gazetteer.correction_log import read_corrections
from ingest.gazetteer.corrections import Correction, Corrections
from ingest.gazetteer.entries import Country, Lookalike, Organization, Person, Position, Term, Topic
from ingest.gazetteer.fields import build
from ingest.gazetteer.names import Candidate, Mention, NameIndex, NameKind
from ingest.gazetteer.naming import name_index, title_index
from ingest.gazetteer.posts import Posts
from ingest.gazetteer.spelling import Spellings
from ingest.gazetteer.states import StateBodies
from ingest.gazetteer.tables import Rows, read_tables
from ingest.gazetteer.topics import Topics

FOLDER = Path(__file__).parent
Entity = Country | Organization | Person
Entry = TypeVar("Entry")
Actor = TypeVar("Actor", Country, Organization, Person)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries, organisations, people, posts and topics, with indices over their names.

    `countries`, `organizations` and `people` are by id, `countries_by_iso` by ISO code, `bodies` by their
    code (EU, NATO), where an organ of a body (Security Council) and a state's bodies do not stand.
    `corrections` are a person's; who was merged into another is found as that one.
    """

    countries: dict[str, Country]
    organizations: dict[str, Organization]
    people: dict[str, Person]
    posts: Posts
    topics: Topics
    countries_by_iso: dict[str, Country]
    bodies: dict[str, Organization]
    corrections: Corrections
    _names: NameIndex
    _titles: NameIndex
    _state_bodies: StateBodies
    _spellings: Spellings
    _strangers: dict[str, Entity]

    @classmethod
    def load(cls, extra: Path | None = None) -> "Gazetteer":
        """Return our gazetteer with a user's `*.toml` files in the folder `extra` laid over it.

        A person's corrections in that folder are in effect. Loaded once a folder and process. Raises
        InvalidGazetteer, which names file and entry.
        """
        return _load(extra, read_corrections(extra).log)

    def entry(self, key: str) -> Country | Organization | Person | None:
        """Return the country, organisation or person of an id, or the one it was merged into."""
        key = self.corrections.meant(key)
        known = self.countries.get(key) or self.organizations.get(key) or self.people.get(key)
        return known or self._strangers.get(key)

    def coded(self, code: str) -> Country | Organization | None:
        """Return the state of an ISO code or the body of an organisation code."""
        found = self.countries_by_iso.get(code) or self.bodies.get(code)
        entry = self.entry(found.id) if found else None
        return None if isinstance(entry, Person) else entry

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return what a name may mean, in any case and with or without accents, strong candidates first."""
        return tuple(c for c in self._names.get(name) if c.kind is not NameKind.LOOKALIKE)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names of countries, organisations and people in a text, in order, longest first.

        A state's body called by a common name beside its state's is found too (Chinese foreign ministry);
        what only looks like a name (South China Sea) is not.
        """
        named = [m for m in self._names.scan(text) if m.kind is not NameKind.LOOKALIKE]
        return self._state_bodies.joined(text, named)

    def bodies_of(self, common_name: str, iso: str) -> tuple[str, ...]:
        """Return the ids of a state's bodies that go by a common name (foreign ministry)."""
        return self._state_bodies.named(common_name, iso)

    def titles(self, text: str) -> list[Mention]:
        """Return the titles in a text (foreign minister); candidates are the positions called so."""
        return self._titles.scan(text)

    def similar(self, name: str, at_least: float = 85.0) -> list[tuple[str, float]]:
        """Return the ids of people whose names resemble a name, with a score up to 100, the best first.

        Forgives spelling (Zelensky, Lavrow) and order (Yi Wang); compares whole names, not surnames.
        """
        return self._spellings.similar(name, at_least)


@cache
def _load(extra: Path | None, log: tuple[Correction, ...]) -> Gazetteer:
    return assemble(read_tables(FOLDER, extra), reduce(Corrections.after, log, Corrections()))


def assemble(tables: dict[str, Rows], corrections: Corrections | None = None) -> Gazetteer:
    """Return the gazetteer that tables of rows make, with a person's corrections; raises InvalidGazetteer."""
    corrections = corrections or Corrections()
    countries = _actors(Country, "countries", tables, corrections)
    organizations = _actors(Organization, "organizations", tables, corrections)
    people = _actors(Person, "people", tables, corrections)
    posts = Posts(_entries(Position, "positions", tables), _entries(Term, "terms", tables))
    return Gazetteer(
        countries=countries,
        organizations=organizations,
        people=people,
        posts=posts,
        topics=Topics(_entries(Topic, "topics", tables)),
        countries_by_iso={c.iso: c for c in countries.values()},
        bodies={
            o.code: o
            for o in organizations.values()
            if o.id in tables["organizations"] and _is_head(o, organizations)
        },
        corrections=corrections,
        _names=name_index(
            countries.values(),
            organizations.values(),
            people.values(),
            _entries(Lookalike, "lookalikes", tables),
        ),
        _titles=title_index(posts),
        _state_bodies=StateBodies(organizations.values(), {c.id: c.iso for c in countries.values()}),
        _spellings=Spellings(people.values()),
        _strangers=corrections.strangers,
    )


def _is_head(body: Organization, bodies: dict[str, Organization]) -> bool:
    """Whether a body is the one that its code names, not an organ of it and not a state's."""
    above = bodies.get(body.parent)
    return bool(body.code) and not body.country and (above is None or above.code != body.code)


def _actors(
    kind: type[Actor], table: str, tables: dict[str, Rows], corrections: Corrections
) -> dict[str, Actor]:
    """Return a table's entries by id, with the names that a person gave, and whoever else was named."""
    named = {stranger.id: stranger for stranger in corrections.named_strangers(kind)}
    return named | {entry.id: corrections.named(entry) for entry in _entries(kind, table, tables)}


def _entries(entry: type[Entry], table: str, tables: dict[str, Rows]) -> Iterator[Entry]:
    for key, row in tables[table].items():
        yield build(entry, row, f"{table}, {key}")
