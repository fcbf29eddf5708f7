"""A statement as something to cite: one reference an article, with the words and their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.views import Appearance, StatementRow

NOT_KEY = str.maketrans(dict.fromkeys(":/ ,{}\\#%~", "-"))


@dataclass(frozen=True, slots=True)
class Citation:
    """What every style of reference needs; `note` says who said what, and at which characters it stands."""

    key: str
    headline: str
    publisher: str
    published: date | None
    url: str
    note: str


def citations(statement: StatementRow) -> Sequence[Citation]:
    """Return one citation for each article that carries a statement."""
    return [citation(statement, place) for place in statement.appearances]


def citation(statement: StatementRow, place: Appearance) -> Citation:
    """Return the citation of a statement in one article."""
    speakers = " and ".join(speaker.name for speaker in statement.speakers) or "unnamed"
    spans = ", ".join(f"{start}-{end}" for start, end in place.spans)
    part = "headline" if place.in_headline else "text"
    return Citation(
        key=f"{statement.id}-{place.article}".translate(NOT_KEY),
        headline=place.headline,
        publisher=place.publisher or "",
        published=place.published_at.date() if place.published_at else None,
        url=place.url or "",
        note=f"{speakers}: “{place.exact}” (characters {spans} of the {part})",
    )
