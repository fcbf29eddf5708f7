"""A post and its holder on a day: the Indonesian foreign minister, December 2024."""

from collections.abc import Iterable
from datetime import date

from ingest.gazetteer.entries import Person, Position, PositionKind
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.words import fold
from ingest.linking.titles import Title, read_title

# Where a state is led by its president, "the leader" is he; else its head of government.
_LEADERS = (PositionKind.HEAD_OF_STATE, PositionKind.HEAD_OF_GOVERNMENT)


def positions(gazetteer: Gazetteer, title: str, code: str) -> tuple[Position, ...]:
    """Return the posts that a state or body (by its code) calls by a title."""
    posts = gazetteer.posts
    if found := posts.titled(title, code):
        return found
    if (kind := read_title(title).kind) is not None:
        return posts.of_kind(kind, code)
    return ()


def holder(gazetteer: Gazetteer, title: str, code: str, day: date | None) -> tuple[tuple[str, ...], str]:
    """Return the ids of those who held a post on a day, the newest first, and the post's name."""
    for position in positions(gazetteer, title, code):
        if held := gazetteer.posts.holders(position.id, day):
            return held, position.name
    return (), ""


_SURNAMES: dict[int, tuple[Gazetteer, dict[str, list[Person]]]] = {}


def surnamed(gazetteer: Gazetteer, words: Iterable[str]) -> list[Person]:
    """Return the people one of whose names has one of the (folded) words; indexed once a gazetteer."""
    if id(gazetteer) not in _SURNAMES:
        index: dict[str, list[Person]] = {}
        for person in gazetteer.people.values():
            for word in dict.fromkeys(fold(" ".join((person.name, *person.aliases))).split()):
                index.setdefault(word, []).append(person)
        _SURNAMES[id(gazetteer)] = gazetteer, index
    index = _SURNAMES[id(gazetteer)][1]
    return list({p.id: p for word in words for p in index.get(word, ())}.values())


def office(
    gazetteer: Gazetteer, person: str, day: date | None, called: Iterable[tuple[Title, str]]
) -> Position | None:
    """Return the post that a person held on a day: of several, the one that the article calls them by."""
    held = gazetteer.posts.held_by(person, day)
    for title, _ in called:
        for position in held:
            if any(title.fits(read_title(name)) for name in (position.name, *position.titles)):
                return position
    return held[0] if held else None
