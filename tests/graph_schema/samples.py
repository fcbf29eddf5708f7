"""Small contributions in our own words: one call as both sides tell it, a wire copy, an unnamed source."""

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
    Mentions,
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
WANG = Actor(id="Q15914", name="Wang Yi", type=ActorType.PERSON, aliases=("Wáng Yì",), iso="CN")
LAVROV = Actor(id="Q58217", name="Sergei Lavrov", type=ActorType.PERSON, aliases=("Sergey Lavrov",), iso="RU")
CHINA = Actor(id="Q148", name="China", type=ActorType.COUNTRY, aliases=("PRC",), iso="CN")
RUSSIA = Actor(id="Q159", name="Russia", type=ActorType.COUNTRY, iso="RU")
OFFICIAL = Actor(id="actor:0f", name="a senior official", type=ActorType.PERSON)
MINISTER = Position(id="Q4376681", name="Minister of Foreign Affairs of China")
RUSSIAN_MINISTER = Position(id="Q3658347", name="Minister of Foreign Affairs of Russia")
WAR = Topic(id="ukraine-war", label="War in Ukraine", aliases=("Ukraine", "Ukraine crisis"))
CONFLICT = Topic(id="conflict", label="Conflicts")
RELATIONS = Topic(id="bilateral-relations", label="Bilateral relations")
HOLDS = {
    WANG.id: Holds(start=WANG.id, end=MINISTER.id, since="2023-07-25"),
    LAVROV.id: Holds(start=LAVROV.id, end=RUSSIAN_MINISTER.id, since="2004-03-09"),
}
CALL = Event(
    id=event_id("call", [CHINA.id, RUSSIA.id], DAY, ""),
    name="Wang Yi and Sergei Lavrov, call of 7 Aug 2023",
    kind=EventKind.CALL,
    starts_on=DAY,
)


def article(key: str, text: str, *, publisher: str = "Our Gazette", day: date | None = DAY) -> Article:
    """Return an article of that text, published at noon."""
    return Article(
        id=key,
        name=f"{publisher}: {text[:20]}",
        url=f"https://example.org/{key}",
        headline="Ministers speak by telephone",
        publisher=publisher,
        published_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else None,
        published_precision=Precision.MINUTE if day else None,
        retrieved_at=datetime(2024, 1, 1, tzinfo=UTC),
        text=text,
        text_hash=text_hash(text),
    )


def statement(
    story: str,
    claim: str,
    *,
    day: date | None = DAY,
    act: Act = Act.COMMENT,
    stance: int = 0,
    joint: bool = False,
) -> Statement:
    """Return the statement that makes this claim in the story."""
    return Statement(
        id=statement_id(story, claim, False, 0),
        name=f"{day}: {claim[:30]}",
        claim=claim,
        kind=Kind.INDIRECT,
        act=act,
        stance=stance,
        cue="said",
        said_on=day,
        said_on_precision=Precision.DAY if day else None,
        attribution=AttributionKind.EXPLICIT,
        joint=joint,
        confidence=0.9,
        extracted_by="tests",
        extracted_at=datetime(2024, 1, 2, tzinfo=UTC),
    )


def placed(said: Statement, where: Article, via: str | None = None) -> ReportedIn:
    """Return where the claim stands in the article."""
    start = where.text.index(said.claim)
    found = select(where.text, [(start, start + len(said.claim))])
    return ReportedIn(
        start=said.id,
        end=where.id,
        starts=tuple(start for start, _ in found.ranges),
        ends=tuple(end for _, end in found.ranges),
        exact=found.exact,
        prefix=found.prefix,
        suffix=found.suffix,
        via=via,
    )


FRIENDS = "the two countries are partners that can rely on each other"
FAIR = "China will go on speaking with fairness about the Ukraine crisis"
VIEWS = "exchanged views on the Ukraine crisis"
GRATEFUL = "Moscow values what Beijing does for a settlement"


def chinese_side(key: str = "beijing", *, fair_stance: int = 1) -> Contribution:
    """Return the call as the Chinese side tells it: two statements of Wang, one of both ministers."""
    text = f"Wang Yi said that {FRIENDS}. He said {FAIR}. The ministers {VIEWS}."
    told = article(key, text, publisher="Beijing Gazette")
    friends, fair = statement(key, FRIENDS, stance=1), statement(key, FAIR, stance=fair_stance)
    views = statement(key, VIEWS, joint=True)
    return Contribution(
        article=told,
        statements=(friends, fair, views),
        actors=(WANG, LAVROV, CHINA, RUSSIA),
        positions=(MINISTER, RUSSIAN_MINISTER),
        topics=(WAR, CONFLICT, RELATIONS),
        events=(CALL,),
        spoken_by=(
            SpokenBy(start=friends.id, end=WANG.id, as_written="Wang Yi"),
            SpokenBy(start=fair.id, end=WANG.id, as_written="He", reason="coreference"),
            SpokenBy(start=views.id, end=WANG.id, as_written="The ministers"),
            SpokenBy(start=views.id, end=LAVROV.id, as_written="The ministers"),
        ),
        voices=(Voices(start=fair.id, end=CHINA.id),),
        on_behalf_of=(OnBehalfOf(start=friends.id, end=CHINA.id), OnBehalfOf(start=fair.id, end=CHINA.id)),
        addressed_to=(AddressedTo(start=friends.id, end=LAVROV.id),),
        mentions=(Mentions(start=fair.id, end=CHINA.id, as_written="China"),),
        about=(
            About(start=friends.id, end=RELATIONS.id, rank=1, said_on=DAY),
            About(start=fair.id, end=WAR.id, rank=1, said_on=DAY, reasons=("Ukraine crisis",)),
            About(start=views.id, end=WAR.id, rank=1, said_on=DAY),
        ),
        reported_in=(placed(friends, told), placed(fair, told), placed(views, told)),
        made_at=tuple(MadeAt(start=said.id, end=CALL.id) for said in (friends, fair, views)),
        reports=(Reports(start=key, end=CALL.id),),
        took_part_in=(TookPartIn(start=WANG.id, end=CALL.id), TookPartIn(start=LAVROV.id, end=CALL.id)),
        holds=(HOLDS[WANG.id], HOLDS[LAVROV.id]),
        within=(Within(start=MINISTER.id, end=CHINA.id), Within(start=RUSSIAN_MINISTER.id, end=RUSSIA.id)),
        broader=(Broader(start=WAR.id, end=CONFLICT.id),),
    )


def russian_side(key: str = "moscow") -> Contribution:
    """Return the call as the Russian side tells it, with another name for it: one statement of Lavrov."""
    told = article(key, f"Sergei Lavrov said that {GRATEFUL}.", publisher="Moscow Gazette")
    grateful = statement(key, GRATEFUL, act=Act.SUPPORT, stance=1)
    return Contribution(
        article=told,
        statements=(grateful,),
        actors=(WANG, LAVROV, RUSSIA),
        positions=(RUSSIAN_MINISTER,),
        topics=(WAR, CONFLICT),
        events=(CALL.model_copy(update={"name": "Call at Beijing's request", "place": "Moscow"}),),
        spoken_by=(SpokenBy(start=grateful.id, end=LAVROV.id, as_written="Sergei Lavrov"),),
        voices=(Voices(start=grateful.id, end=RUSSIA.id),),
        addressed_to=(AddressedTo(start=grateful.id, end=WANG.id),),
        about=(About(start=grateful.id, end=WAR.id, rank=1, said_on=DAY),),
        reported_in=(placed(grateful, told),),
        made_at=(MadeAt(start=grateful.id, end=CALL.id),),
        reports=(Reports(start=key, end=CALL.id),),
        took_part_in=(TookPartIn(start=WANG.id, end=CALL.id), TookPartIn(start=LAVROV.id, end=CALL.id)),
        holds=(HOLDS[LAVROV.id],),
        within=(Within(start=RUSSIAN_MINISTER.id, end=RUSSIA.id),),
        broader=(Broader(start=WAR.id, end=CONFLICT.id),),
    )


def wire_copy(key: str = "a-copy", original: str = "beijing") -> Contribution:
    """Return a paper's copy of the Chinese side's first sentence, read with less confidence."""
    told = article(
        key, f"(Agency) Wang Yi said that {FRIENDS}.", publisher="The Copyist", day=date(2023, 8, 8)
    )
    friends = statement(original, FRIENDS, stance=0).model_copy(update={"confidence": 0.5})
    return Contribution(
        article=told,
        statements=(friends,),
        actors=(WANG,),
        topics=(RELATIONS,),
        spoken_by=(SpokenBy(start=friends.id, end=WANG.id, as_written="Wang Yi"),),
        about=(About(start=friends.id, end=RELATIONS.id, rank=1, said_on=DAY),),
        reported_in=(placed(friends, told, via="Agency"),),
    )


def unnamed_source(key: str = "whispers") -> Contribution:
    """Return an undated article that quotes somebody the gazetteer lacks."""
    claim = "talks may be held before long"
    told = article(key, f"A senior official said {claim}.", day=None)
    said = statement(key, claim, day=None)
    return Contribution(
        article=told,
        statements=(said,),
        actors=(OFFICIAL,),
        spoken_by=(
            SpokenBy(start=said.id, end=OFFICIAL.id, as_written="A senior official", candidates=(WANG.id,)),
        ),
        reported_in=(placed(said, told),),
    )


def everything() -> list[Contribution]:
    """Return all of them, the original before its copy."""
    return [chinese_side(), russian_side(), wire_copy(), unnamed_source()]
