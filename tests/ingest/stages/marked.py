"""Readings from marked sentences: `<Wang> [said] that {China is ready to help}.`

`<source>`, `[cue]` and `{content}` may come in any order. A statement ends where the next source, cue or
content would be its second; `+{...}` is a second content of the statement before it.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

import spacy
from spacy.language import Language

from graph_schema.settings import Settings
from ingest.annotations import Attribution, Span
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer
from ingest.pipeline import UNUSED
from ingest.reading import Reading

_MARK = re.compile(r"<(?P<source>[^>]+)>|\[(?P<cue>[^\]]+)\]|(?P<more>\+?)\{(?P<content>[^}]+)\}")


@cache
def nlp() -> Language:
    """Return the model that the pipeline runs."""
    return spacy.load(Settings().spacy_model, exclude=list(UNUSED))


def reading(text: str, headline: str = "", published: str | None = None) -> Reading:
    """Return a reading whose body and headline are marked as above."""
    body, said = unmarked(text, in_headline=False)
    title, above = unmarked(headline, in_headline=True)
    moment = datetime.fromisoformat(published) if published else None
    article = GivenArticle(body, title, published_at=moment)
    made = Reading(article, nlp()(body), nlp()(title), Gazetteer.load())
    made.attributions = [*above, *said]
    return made


def unmarked(text: str, *, in_headline: bool) -> tuple[str, list[Attribution]]:
    """Return the text without its marks, and the attributions they made."""
    plain, found, reached = "", [Attribution([], in_headline=in_headline)], 0
    for match in _MARK.finditer(text):
        plain += text[reached : match.start()]
        part = next(name for name in ("source", "cue", "content") if match[name])
        span = Span(len(plain), len(plain) + len(match[part]))
        plain, reached = plain + match[part], match.end()
        if _has(found[-1], part) and not match["more"]:
            found.append(Attribution([], in_headline=in_headline))
        if part == "content":
            found[-1].contents.append(span)
        else:
            setattr(found[-1], part, span)
    return plain + text[reached:], [attribution for attribution in found if attribution.contents]


def _has(attribution: Attribution, part: str) -> bool:
    return bool(attribution.contents if part == "content" else getattr(attribution, part))
