"""Documents coded by people as what they add to the graph: their statements, marked as a person's.

Persons speak, for their organizations; without a person the organization speaks. A concept is a topic, the
agreement the stance. Names that the gazetteer knows for certain are its actors and topics; others get ids
of their own, the same in every file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from graph_schema.contribution import Contribution
from graph_schema.identity import actor_id, digest, fold, statement_id, text_hash
from graph_schema.nodes import Actor, Article, Statement, Topic
from graph_schema.relationships import About, OnBehalfOf, ReportedIn, SpokenBy
from graph_schema.selectors import Selector, select
from graph_schema.vocabulary import Act, ActorType, AttributionKind, Kind, Precision, Reviewed
from ingest.gazetteer.loading import Gazetteer
from ingest.given.dna import CodedDocument, CodedStatement
from ingest.harvest.captions import article_caption, statement_caption
from ingest.harvest.roster import known_actor

CODED_IN = "Discourse Network Analyzer"
BODIES = frozenset({ActorType.ORGANIZATION, ActorType.COUNTRY})


def harvest_coded(document: CodedDocument, gazetteer: Gazetteer) -> Contribution:
    """Return all that one coded document supports; raises SpanMismatch where a passage lies outside."""
    return _Coding(document, gazetteer).contribution()


class _Coding:
    def __init__(self, document: CodedDocument, gazetteer: Gazetteer) -> None:
        self.document, self.gazetteer = document, gazetteer
        key = f"dna:{digest('dna', document.id, document.title, document.text)}"
        self.article = article_of(document, key)
        self.topics_by_label = {fold(each.label): each for each in gazetteer.topics.by_id.values()}
        self.actors: dict[str, Actor] = {}
        self.topics: dict[str, Topic] = {}

    def contribution(self) -> Contribution:
        statements, spoken_by, on_behalf_of, about, reported_in = [], {}, {}, {}, []
        for key, rows, place in self.told():
            speakers: dict[str, Actor] = {}
            for row in rows:
                for speaker, body in self.parties(row):
                    speakers[speaker.id] = speaker
                    spoken_by[key, speaker.id] = SpokenBy(
                        start=key, end=speaker.id, as_written=speaker.name, reason="coded by a person"
                    )
                    if body:
                        on_behalf_of[key, body.id] = OnBehalfOf(start=key, end=body.id)
                if topic := self.topic(row.value("concept")):
                    about[key] = About(start=key, end=topic.id, rank=1, said_on=self.day, reasons=("coded",))
            statements.append(self.statement(key, rows[0], place.exact, list(speakers.values())))
            reported_in.append(reported(key, self.article.id, place))
        return Contribution(
            article=self.article,
            statements=tuple(statements),
            actors=tuple(self.actors.values()),
            topics=tuple(self.topics.values()),
            spoken_by=tuple(spoken_by.values()),
            on_behalf_of=tuple(on_behalf_of.values()),
            about=tuple(about.values()),
            reported_in=tuple(reported_in),
        )

    @property
    def day(self) -> date | None:
        return self.document.published_at.date() if self.document.published_at else None

    def told(self) -> Iterable[tuple[str, list[CodedStatement], Selector]]:
        """Yield each statement's id, its rows and its place."""
        grouped: dict[str, list[CodedStatement]] = defaultdict(list)
        for each in self.document.statements:
            grouped[each.id].append(each)
        seen: Counter[str] = Counter()
        for rows in grouped.values():
            place = select(self.article.text, [(rows[0].start, rows[0].stop)])
            claim = fold(place.exact)
            yield statement_id(self.article.id, place.exact, False, seen[claim]), rows, place
            seen[claim] += 1

    def parties(self, row: CodedStatement) -> list[tuple[Actor, Actor | None]]:
        """Return who speaks, and for whom."""
        person, body = row.value("person"), row.value("organization")
        behind = self.actor(body, BODIES) if body else None
        if person:
            return [(self.actor(person, frozenset({ActorType.PERSON})), behind)]
        return [(behind, None)] if behind else []

    def actor(self, name: str, types: frozenset[ActorType]) -> Actor:
        """Return the one known actor of a name and type, else a new one."""
        strong = {each.id for each in self.gazetteer.lookup(name) if each.strong}
        entries = [entry for key in sorted(strong) if (entry := self.gazetteer.entry(key))]
        known = [actor for entry in entries if (actor := known_actor(entry)).type in types]
        kind = ActorType.PERSON if ActorType.PERSON in types else ActorType.ORGANIZATION
        found = known[0] if len(known) == 1 else Actor(id=actor_id(name, None), name=name, type=kind)
        return self.actors.setdefault(found.id, found)

    def topic(self, concept: str) -> Topic | None:
        """Return the known topic of that label, else a new one; None without a concept."""
        if not concept:
            return None
        known = self.topics_by_label.get(fold(concept))
        found = (
            Topic(id=known.id, label=known.label, aliases=known.aliases, exact_match=known.exact_match)
            if known
            else Topic(id=f"concept:{digest('concept', fold(concept))}", label=concept)
        )
        return self.topics.setdefault(found.id, found)

    def statement(self, key: str, row: CodedStatement, claim: str, speakers: list[Actor]) -> Statement:
        return Statement(
            id=key,
            name=statement_caption([each.name for each in speakers], self.day, claim),
            claim=claim,
            kind=Kind.INDIRECT,
            act=Act.COMMENT,
            stance=row.stance,
            said_on=self.day,
            said_on_precision=Precision.DAY if self.day else None,
            attribution=AttributionKind.EXPLICIT,
            joint=len(speakers) > 1,
            confidence=1.0,
            extracted_by=CODED_IN,
            reviewed=Reviewed.CODED,
            reviewed_by=row.coder or None,
        )


def article_of(document: CodedDocument, key: str) -> Article:
    """Return a document as an article."""
    return Article(
        id=key,
        name=article_caption(document.source or None, document.title, document.text),
        headline=document.title,
        publisher=document.source or None,
        published_at=document.published_at,
        published_precision=Precision.SECOND if document.published_at else None,
        text=document.text,
        text_hash=text_hash(document.text),
    )


def reported(key: str, article: str, place: Selector) -> ReportedIn:
    """Return where a statement stands."""
    return ReportedIn(
        start=key,
        end=article,
        starts=tuple(start for start, _ in place.ranges),
        ends=tuple(end for _, end in place.ranges),
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
    )
