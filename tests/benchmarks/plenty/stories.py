"""Stories of the made-up world: an occasion, told by one side or both, with or without a wire copy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from graph_schema.nodes import Event
from graph_schema.vocabulary import EventKind
from tests.benchmarks.plenty.cast import Cast, Person
from tests.benchmarks.plenty.telling import Saying, Telling

FIRST_DAY, DAYS = date(2020, 1, 1), 5 * 365
OCCASIONS = (EventKind.CALL, EventKind.MEETING, EventKind.VISIT)
PUBLISHERS = tuple(
    f"The {name} Wire" for name in ("Northern", "Harbour", "Morning", "Capital", "River", "Union")
)
VERBS = (
    "will widen",
    "opposes",
    "welcomes",
    "is ready to discuss",
    "cannot accept",
    "has agreed to",
    "rejects",
)
THINGS = (
    "the new rules on",
    "any delay in",
    "a joint fund for",
    "the draft treaty about",
    "the next round on",
)
ENDS = (
    "before the winter",
    "with all of its neighbours",
    "as both sides promised",
    "once the talks are over",
)


@dataclass(frozen=True, slots=True)
class Story:
    """One occasion with the articles that tell of it."""

    tellings: tuple[Telling, ...]

    @property
    def statements(self) -> int:
        """Return how many statements it adds; a copy adds none."""
        return sum(len(telling.sayings) for telling in self.tellings if not telling.copy_of)


def stories(cast: Cast, statements: int, seed: int = 1) -> Iterator[Story]:
    """Yield stories with exactly that many statements in all."""
    number = 0
    while statements > 0:
        story = story_of(cast, number, seed, statements)
        statements -= story.statements
        number += 1
        yield story


def story_of(cast: Cast, number: int, seed: int, most: int) -> Story:
    """Return the story of that number, with at most so many statements."""
    chance = Random(f"{seed} {number}")
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    one, two = two_persons(cast, chance)
    event = None
    if chance.random() < 0.3:
        kind = chance.choice(OCCASIONS)
        name = f"{kind.title()} of {one.actor.name} and {two.actor.name}"
        event = Event(id=f"event:{number}", name=name, kind=kind, starts_on=day)
    first = telling(cast, chance, f"{number}a", day, (one, two), event, most)
    told, left = [first], most - len(first.sayings)
    if event and left > 0 and chance.random() < 0.5:
        told.append(telling(cast, chance, f"{number}b", day, (two, one), event, left))
    if chance.random() < 0.12:
        told.append(first.copied(f"{number}w", chance.choice(PUBLISHERS)))
    return Story(tuple(told))


def two_persons(cast: Cast, chance: Random) -> tuple[Person, Person]:
    """Return two different persons, the busy ones more often."""
    one, two = chance.choices(cast.persons, cum_weights=cast.person_weights, k=2)
    return (one, two) if one is not two else (one, cast.persons[chance.randrange(1, len(cast.persons))])


def telling(
    cast: Cast,
    chance: Random,
    key: str,
    day: date,
    who: tuple[Person, Person],
    event: Event | None,
    most: int,
) -> Telling:
    """Return an article in which the first of two persons says most."""
    count = min(most, chance.randint(2, 9))
    hour = timedelta(hours=chance.randrange(8, 30), minutes=chance.randrange(60))
    return Telling(
        key=key,
        publisher=chance.choice(PUBLISHERS),
        published_at=datetime.combine(day, datetime.min.time(), UTC) + hour,
        day=day,
        parties=who,
        event=event,
        sayings=tuple(saying(cast, chance, who, number) for number in range(count)),
    )


def saying(cast: Cast, chance: Random, who: tuple[Person, Person], number: int) -> Saying:
    """Return one thing said; every third is addressed to the other, every fifth is by the other."""
    speaker, other = who if chance.random() < 0.8 else who[::-1]
    topics = chance.choices(cast.topics, cum_weights=cast.topic_weights, k=1 + (chance.random() < 0.4))
    words = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {topics[0].label.lower()} {chance.choice(ENDS)}"
    return Saying(
        speaker=speaker,
        claim=f"{speaker.country.name} {words}, point {number + 1} of {chance.randrange(10_000)}",
        topics=tuple(dict.fromkeys(topics)),
        stance=chance.choice((-1, 0, 0, 1, 1)),
        act=chance.randrange(8),
        addressee=other if chance.random() < 0.33 else None,
        body=chance.choice(cast.organizations) if chance.random() < 0.2 else None,
    )
