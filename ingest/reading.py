"""An article while it is read: the parsed text and what the stages have found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from ingest.annotations import Attribution, Occasion, Span
from ingest.articles import GivenArticle
from ingest.linking.figures import Cast

if TYPE_CHECKING:
    from ingest.gazetteer.loading import Gazetteer


@dataclass(slots=True)
class Reading:
    """What a stage reads and writes.

    `body` and `headline` are parsed; `body.text` has the length of the article's text, with page furniture
    blanked, so offsets are the same in both.
    """

    article: GivenArticle
    body: Doc
    headline: Doc
    gazetteer: Gazetteer
    quotations: list[Span] = field(default_factory=list)
    headline_quotations: list[Span] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    occasion: Occasion | None = None
    cast: Cast = field(default_factory=Cast)
    # spaCy joins a document's tokens each time it is asked for its text; stages ask often
    body_text: str = field(init=False)
    headline_text: str = field(init=False)

    def __post_init__(self) -> None:
        self.body_text, self.headline_text = self.body.text, self.headline.text

    @property
    def published_on(self) -> date | None:
        """The day of publication, None where unknown."""
        return self.article.published_at.date() if self.article.published_at else None

    def doc(self, attribution: Attribution) -> Doc:
        """Return the text an attribution's spans count in."""
        return self.headline if attribution.in_headline else self.body

    def text(self, attribution: Attribution) -> str:
        """Return the characters an attribution's spans count in."""
        return self.headline_text if attribution.in_headline else self.body_text

    def quoted(self, attribution: Attribution) -> list[Span]:
        """Return the quotations of the text an attribution's spans count in."""
        return self.headline_quotations if attribution.in_headline else self.quotations

    def words(self, attribution: Attribution, span: Span | None) -> str:
        """Return what stands at a span, "" for none."""
        return self.text(attribution)[span.start : span.end] if span else ""

    def claim(self, attribution: Attribution) -> str:
        """Return the content's words, its parts joined by a space."""
        return " ".join(self.words(attribution, span) for span in attribution.contents)

    def tokens(self, attribution: Attribution, span: Span | None) -> DocSpan | None:
        """Return the tokens that a span touches."""
        if span is None:
            return None
        return self.doc(attribution).char_span(span.start, span.end, alignment_mode="expand")
