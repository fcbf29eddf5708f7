"""A small world in our own words: two sides of one call, a quarrel about tariffs, two people of one name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from graph_schema.contribution import Contribution
from graph_schema.identity import event_id, statement_id, text_hash
from graph_schema.nodes import Actor, Article, Event, Position, Statement, Topic
from graph_schema.relationships import (
    About,
    AddressedTo,
    Broader,
    Holds,
    MadeAt,
    OnBehalfOf,
    ReportedIn,
    Reports,
    SpokenBy,
    TookPartIn,
    Voices,
    Within,
)
from graph_schema.selectors import select
from graph_schema.vocabulary import Act, ActorType, AttributionKind, EventKind, Kind, Precision

DAY = date(2023, 8, 7)
ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="Q148", name="China", type=ActorType.COUNTRY, iso="CN", aliases=("PRC",)),
        Actor(id="Q159", name="Russia", type=ActorType.COUNTRY, iso="RU"),
        Actor(id="Q30", name="United States", type=ActorType.COUNTRY, iso="US", aliases=("USA",)),
        Actor(id="Q7747", name="Wang Yi", type=ActorType.PERSON, iso="CN", weak_aliases=("Wang",)),
        Actor(id="Q58217", name="Sergei Lavrov", type=ActorType.PERSON, iso="RU", aliases=("Lavrov",)),
        Actor(id="actor:a", name="John Brown", type=ActorType.PERSON, iso="US", aliases=("Secretary Brown",)),
        Actor(id="actor:b", name="John Brown", type=ActorType.PERSON, iso="GB"),
    )
}
COUNTRIES = {"CN": "Q148", "RU": "Q159", "US": "Q30"}
TOPICS = {
    topic.id: topic
    for topic in (
        Topic(id="conflict", label="Conflict"),
        Topic(id="economy", label="Economy"),
        Topic(id="ukraine-war", label="War in Ukraine", aliases=("Ukraine", "Ukraine crisis")),
        Topic(id="bilateral-relations", label="Bilateral relations"),
        Topic(id="trade", label="Trade", exact_match=("http://eurovoc.europa.eu/8367",)),
    )
}
BROADER = {"ukraine-war": "conflict", "trade": "economy"}
MINISTER = Position(id="position:fm-cn", name="Minister of Foreign Affairs")


@dataclass(frozen=True)
class Saying:
    """A statement as a test writes it; `claim` must stand in the text (or the headline)."""

    claim: str
    speakers: Sequence[str]
    topics: Sequence[str]
    act: Act = Act.COMMENT
    stance: int = 1
    cue: str | None = "said"
    kind: Kind = Kind.INDIRECT
    voice: Sequence[str] = ()
    addressees: Sequence[str] = ()
    in_headline: bool = False
    said_on: date | None = DAY


def contribution(
    article: Article,
    sayings: Sequence[Saying],
    *,
    kind: EventKind = EventKind.CALL,
    parties: Sequence[str] = (),
) -> Contribution:
    """Return what an article with these sayings supports."""
    event = Event(
        id=event_id(kind, parties, DAY, article.id),
        name=f"{kind} of {len(parties)}",
        kind=kind,
        starts_on=DAY,
    )
    ids = [statement_id(article.id, each.claim, each.in_headline, 0) for each in sayings]
    pairs = list(zip(ids, sayings, strict=True))
    actors = {actor for each in sayings for actor in (*each.speakers, *each.voice, *each.addressees)}
    actors |= {COUNTRIES[ACTORS[each].iso or ""] for each in actors if (ACTORS[each].iso or "") in COUNTRIES}
    actors |= set(parties)
    topics = {topic for each in sayings for topic in each.topics}
    topics |= {BROADER[topic] for topic in topics if topic in BROADER}
    minister = "Q7747" in actors
    return Contribution(
        article=article,
        statements=tuple(statement(key, each) for key, each in pairs),
        actors=tuple(ACTORS[each] for each in sorted(actors)),
        positions=(MINISTER,) if minister else (),
        topics=tuple(TOPICS[each] for each in sorted(topics)),
        events=(event,) if parties else (),
        spoken_by=tuple(
            SpokenBy(start=key, end=who, as_written=ACTORS[who].name, reason="full name")
            for key, each in pairs
            for who in each.speakers
        ),
        voices=tuple(Voices(start=key, end=who) for key, each in pairs for who in each.voice),
        on_behalf_of=tuple(
            OnBehalfOf(start=key, end=COUNTRIES[iso])
            for key, each in pairs
            for iso in sorted({ACTORS[who].iso or "" for who in each.speakers})
            if iso in COUNTRIES
        ),
        addressed_to=tuple(AddressedTo(start=key, end=who) for key, each in pairs for who in each.addressees),
        about=tuple(
            About(start=key, end=topic, rank=rank, said_on=each.said_on, reasons=("words",))
            for key, each in pairs
            for rank, topic in enumerate(each.topics, start=1)
        ),
        reported_in=tuple(reported(key, each, article) for key, each in pairs),
        made_at=tuple(MadeAt(start=key, end=event.id) for key in ids) if parties else (),
        reports=(Reports(start=article.id, end=event.id),) if parties else (),
        took_part_in=tuple(TookPartIn(start=who, end=event.id) for who in parties),
        holds=(Holds(start="Q7747", end=MINISTER.id, since="2023-07-25"),) if minister else (),
        within=(Within(start=MINISTER.id, end="Q148"),) if minister else (),
        broader=tuple(Broader(start=topic, end=BROADER[topic]) for topic in sorted(topics & BROADER.keys())),
    )


def statement(key: str, each: Saying) -> Statement:
    """Return the node of a saying."""
    names = " and ".join(ACTORS[who].name for who in each.speakers)
    return Statement(
        id=key,
        name=f"{names}: {each.claim}"[:60],
        claim=each.claim,
        kind=each.kind,
        act=each.act,
        stance=each.stance,
        cue=each.cue,
        said_on=each.said_on,
        said_on_precision=Precision.DAY if each.said_on else None,
        attribution=AttributionKind.EXPLICIT,
        joint=len(each.speakers) > 1,
        confidence=0.9,
        extracted_by="test",
    )


def reported(key: str, each: Saying, article: Article) -> ReportedIn:
    """Return where a saying stands."""
    text = article.headline if each.in_headline else article.text
    start = text.index(each.claim)
    found = select(text, [(start, start + len(each.claim))])
    return ReportedIn(
        start=key,
        end=article.id,
        starts=(start,),
        ends=(start + len(each.claim),),
        exact=found.exact,
        prefix=found.prefix,
        suffix=found.suffix,
        in_headline=each.in_headline,
    )


def article(key: str, headline: str, text: str, publisher: str, hour: int) -> Article:
    """Return an article of the day of the call."""
    return Article(
        id=key,
        name=f"{publisher}: {headline}",
        url=f"https://example.org/{key}",
        headline=headline,
        publisher=publisher,
        published_at=datetime(2023, 8, 7, hour, 4, tzinfo=UTC),
        published_precision=Precision.MINUTE,
        text=text,
        text_hash=text_hash(text),
    )


BEIJING = article(
    "beijing",
    "Wang Yi: neighbors keep their word",
    "Wang Yi spoke by phone with Sergei Lavrov on Monday. Wang said the two countries are reliable partners. "
    "On Ukraine, he said Beijing will keep working for a political settlement of the crisis. "
    "Lavrov said Moscow values the Chinese position paper. He said the ties of both sides are at their best. "
    "The two ministers exchanged views on the Ukraine crisis.",
    "Capital Daily",
    23,
)
MOSCOW = article(
    "moscow",
    "Lavrov speaks with Wang Yi",
    "Sergei Lavrov and Wang Yi talked by phone. Lavrov warned that new tariffs would harm both economies. "
    "Wang Yi stressed that trade must stay open.",
    "Northern Post",
    20,
)
WASHINGTON = article(
    "washington",
    "Washington defends its tariffs",
    'John Brown said: "The tariffs stay." His namesake, John Brown, said London disagrees with them.',
    "=Evil & Sons, Ltd",
    9,
)
WORLD = (
    contribution(
        BEIJING,
        [
            Saying(
                "neighbors keep their word", ["Q7747"], ["bilateral-relations"], cue=None, in_headline=True
            ),
            Saying("the two countries are reliable partners", ["Q7747"], ["bilateral-relations"]),
            Saying(
                "Beijing will keep working for a political settlement of the crisis",
                ["Q7747"],
                ["ukraine-war"],
                act=Act.AGREE,
                voice=["Q148"],
            ),
            Saying(
                "Moscow values the Chinese position paper",
                ["Q58217"],
                ["ukraine-war"],
                act=Act.SUPPORT,
                voice=["Q159"],
            ),
            Saying("the ties of both sides are at their best", ["Q58217"], ["bilateral-relations"]),
            Saying(
                "the Ukraine crisis", ["Q7747", "Q58217"], ["ukraine-war"], cue="exchanged views on", stance=0
            ),
        ],
        parties=["Q7747", "Q58217"],
    ),
    contribution(
        MOSCOW,
        [
            Saying(
                "new tariffs would harm both economies",
                ["Q58217"],
                ["trade"],
                act=Act.THREATEN,
                stance=-1,
                cue="warned",
                addressees=["Q30"],
            ),
            Saying("trade must stay open", ["Q7747"], ["trade"], act=Act.REQUEST, cue="stressed"),
        ],
        parties=["Q7747", "Q58217"],
    ),
    contribution(
        WASHINGTON,
        [
            Saying("The tariffs stay.", ["actor:a"], ["trade"], act=Act.REJECT, stance=-1, kind=Kind.DIRECT),
            Saying("London disagrees with them", ["actor:b"], ["trade"], act=Act.REJECT, said_on=None),
        ],
        kind=EventKind.PRESS_CONFERENCE,
    ),
)
