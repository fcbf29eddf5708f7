"""Under which names each entry is found, and how surely: what the name indices are made of."""

from collections.abc import Iterable, Iterator

from ingest.gazetteer.entries import Country, Lookalike, Organization, Person
from ingest.gazetteer.names import Candidate, NameIndex, NameKind
from ingest.gazetteer.posts import Posts

Named = tuple[str, Candidate]


def name_index(
    countries: Iterable[Country],
    organizations: Iterable[Organization],
    people: Iterable[Person],
    lookalikes: Iterable[Lookalike],
) -> NameIndex:
    """Return the index of the names of countries, organisations and people, and of what only looks so."""
    index = NameIndex()
    for body in organizations:  # before countries: the Kremlin is a body first, then a word for Russia
        _add(index, _names_of(body, NameKind.ORGANIZATION))
    for country in countries:
        _add(index, _names_of_country(country))
    for person in people:
        _add(index, _names_of(person, NameKind.PERSON))
    for lookalike in lookalikes:
        index.add(lookalike.id, Candidate(lookalike.id, NameKind.LOOKALIKE, strong=False))
    return index


def title_index(posts: Posts) -> NameIndex:
    """Return the index of titles; the candidate's id is the title as `posts.titled` takes it."""
    index = NameIndex()
    for title in posts.titles:
        index.add(title, Candidate(title, NameKind.TITLE, strong=False))
    return index


def _add(index: NameIndex, named: Iterable[Named]) -> None:
    for name, candidate in named:
        index.add(name, candidate)


def _names_of(entry: Country | Organization | Person, kind: NameKind) -> Iterator[Named]:
    weak = set(entry.weak_aliases)
    for name in (entry.name, *entry.aliases):
        if name not in weak:
            yield name, Candidate(entry.id, kind, strong=True)
    for name in entry.weak_aliases:
        yield name, Candidate(entry.id, kind, strong=False)


def _names_of_country(country: Country) -> Iterator[Named]:
    yield from _names_of(country, NameKind.COUNTRY)
    if country.official_name:
        yield country.official_name, Candidate(country.id, NameKind.COUNTRY, strong=True)
    for name in country.demonyms:
        yield name, Candidate(country.id, NameKind.DEMONYM, strong=True)
    for name in country.stems:
        yield name, Candidate(country.id, NameKind.DEMONYM, strong=False)
    for name in country.metonyms:
        yield name, Candidate(country.id, NameKind.METONYM, strong=True)
    if country.capital and country.capital not in country.metonyms:
        yield country.capital, Candidate(country.id, NameKind.METONYM, strong=False)
