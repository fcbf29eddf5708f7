"""A reading as what it adds to the graph: the only module that knows both the parsed text and the graph.

Everything comes in a fixed order (ids), so that the same article always gives the same contribution.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from graph_schema.contribution import Contribution
from graph_schema.identity import text_hash
from graph_schema.nodes import Article, Node
from graph_schema.relationships import Relationship, Reports
from ingest.harvest.captions import article_caption
from ingest.harvest.happenings import Happening
from ingest.harvest.roster import Roster
from ingest.harvest.sayings import Sayings
from ingest.printing import statement_ids
from ingest.reading import Reading

Edge = TypeVar("Edge", bound=Relationship)
Thing = TypeVar("Thing", bound=Node)


def harvest(
    reading: Reading, extracted_by: str, extracted_at: datetime | None = None, story: str | None = None
) -> Contribution:
    """Return all that one article supports; `story` is the original's id where it is a wire copy.

    Raises SpanMismatch where a statement's words do not stand where it says.
    """
    article = _article(reading)
    roster = Roster(reading.gazetteer, story or article.id)
    sayings = Sayings(reading, statement_ids(reading, story), roster)
    happening = Happening(reading.occasion, roster, story or article.id) if reading.occasion else None
    return Contribution(
        article=article,
        events=(happening.event,) if happening else (),
        reports=(Reports(start=article.id, end=happening.event.id),) if happening else (),
        took_part_in=_edges(happening.took_part_in()) if happening else (),
        made_at=_edges(happening.made_at(sayings)) if happening else (),
        statements=_nodes(sayings.statements(extracted_by, extracted_at)),
        spoken_by=_edges(sayings.spoken_by()),
        voices=_edges(sayings.voices()),
        on_behalf_of=_edges(sayings.on_behalf_of()),
        addressed_to=_edges(sayings.addressed_to()),
        mentions=_edges(sayings.mentions()),  # names mean those who are there: after all parties are in
        reported_in=_edges(sayings.reported_in()),
        about=_edges(sayings.about()),
        topics=_nodes(sayings.topics()),
        broader=_edges(sayings.broader()),
        actors=roster.actors,  # and these last, when the roster is full
        positions=roster.positions,
        holds=roster.holds,
        within=roster.within,
    )


def _article(reading: Reading) -> Article:
    article = reading.article
    return Article(
        id=article.id,
        name=article_caption(article.publisher, article.headline, article.text),
        url=article.url,
        headline=article.headline,
        publisher=article.publisher,
        published_at=article.published_at,
        published_precision=article.published_precision,
        retrieved_at=article.retrieved_at,
        language=article.language,
        text=article.text,
        text_hash=text_hash(article.text),
    )


def _edges(found: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return relationships by their ends, of several between the same two the first."""
    kept: dict[tuple[str, str], Edge] = {}
    for edge in found:
        kept.setdefault((edge.start, edge.end), edge)
    return tuple(kept[key] for key in sorted(kept))


def _nodes(found: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return nodes by id, each once."""
    kept = {node.id: node for node in found}
    return tuple(kept[key] for key in sorted(kept))
