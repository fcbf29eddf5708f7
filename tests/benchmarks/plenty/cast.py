"""Who speaks in the made-up world, of what, and how often whom: activity falls off as Zipf found it."""

from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

from graph_schema.nodes import Actor, Position, Topic
from graph_schema.vocabulary import ActorType

COUNTRIES, ORGANIZATIONS, PERSONS = 60, 40, 500
FIRST: tuple[str, ...] = (
    "Ala",
    "Bero",
    "Cilo",
    "Dama",
    "Eno",
    "Fari",
    "Gelo",
    "Hana",
    "Ivo",
    "Jura",
    "Kito",
    "Lema",
    "Mira",
)
FIRST += ("Nolo", "Oda", "Pavo", "Rena", "Sivo", "Tala", "Uri", "Vena", "Wilo", "Xera", "Yano", "Zora")
LAST: tuple[str, ...] = (
    "Amberg",
    "Brant",
    "Corvel",
    "Dunmar",
    "Estov",
    "Farrow",
    "Gant",
    "Holm",
    "Irden",
    "Jask",
    "Korso",
)
LAST += ("Lund", "Marov", "Nest", "Orlan", "Pell", "Quist", "Rand", "Storm", "Tarn", "Ulven", "Vost", "Wend")
LANDS = (
    ("Nor", "Sel", "Var", "Mon", "Tar", "Kel", "Bas", "Lor", "Zan", "Fen"),
    (*("land", "ia", "mark", "stan", "ora", "avia"),),
)
AREAS = (
    "trade",
    "fisheries",
    "energy",
    "water",
    "security",
    "health",
    "climate",
    "space",
    "migration",
    "culture",
)
ASPECTS = ("agreements", "sanctions", "monitoring", "aid", "research", "borders", "standards")
OFFICES = ("Minister of Foreign Affairs", "Head of Government", "Envoy", "Spokesperson", "Minister of Trade")


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker with a country and an office."""

    actor: Actor
    country: Actor
    position: Position
    since: str


@dataclass(frozen=True, slots=True)
class Cast:
    """All who can speak and all that can be spoken of; weights are cumulative."""

    countries: tuple[Actor, ...]
    organizations: tuple[Actor, ...]
    persons: tuple[Person, ...]
    person_weights: tuple[float, ...]
    topics: tuple[Topic, ...]
    topic_weights: tuple[float, ...]

    @classmethod
    def of(cls, seed: int) -> "Cast":
        """Return the cast of a seed."""
        chance = Random(f"cast {seed}")
        countries = tuple(country(n, stem + end) for n, (stem, end) in enumerate(product(*LANDS)))
        names = [f"{first} {last}" for first, last in product(FIRST, LAST)]
        chance.shuffle(names)
        topics = [Topic(id=f"topic:{area}", label=area.title()) for area in AREAS]
        topics += [
            Topic(id=f"topic:{area}-{aspect}", label=f"{area.title()} {aspect}")
            for aspect, area in product(ASPECTS, AREAS)
        ]
        return cls(
            countries=countries,
            organizations=tuple(organization(n) for n in range(ORGANIZATIONS)),
            persons=tuple(person(n, names[n], chance.choice(countries)) for n in range(PERSONS)),
            person_weights=zipf(PERSONS, 0.9),
            topics=tuple(topics),
            topic_weights=zipf(len(topics), 0.7),
        )


def country(number: int, name: str) -> Actor:
    """Return a country; its code is of the letters that ISO leaves to users."""
    code = "X" + chr(65 + number % 26) if number < 26 else f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
    return Actor(id=f"country:{number}", name=name, type=ActorType.COUNTRY, iso=code)


def organization(number: int) -> Actor:
    """Return a body."""
    name = f"Council of {AREAS[number % len(AREAS)].title()} {number // len(AREAS) + 1}"
    return Actor(id=f"organization:{number}", name=name, type=ActorType.ORGANIZATION)


def person(number: int, name: str, home: Actor) -> Person:
    """Return a person who has held one office since some year before the first statement."""
    office = OFFICES[number % len(OFFICES)]
    return Person(
        actor=Actor(id=f"person:{number}", name=name, type=ActorType.PERSON, iso=home.iso),
        country=home,
        position=Position(id=f"position:{home.iso}-{number % len(OFFICES)}", name=f"{office} of {home.name}"),
        since=str(2010 + number % 9),
    )


def zipf(size: int, exponent: float) -> tuple[float, ...]:
    """Return the cumulative weights of ranks."""
    return tuple(accumulate((rank + 1) ** -exponent for rank in range(size)))
