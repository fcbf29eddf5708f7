"""Read headlines that attribute by a colon or dash: *Wang Yi: China, Russia are friends*, *... - President*.

The tagger finds most of them; this stage adds what it missed, where the one named speaks in the article too
or is named by a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.annotations import Attribution, Span
from ingest.reading import Reading

_NAME = r"(?P<source>[^:,\n]{2,60}?)"
_WHERE = r"(?: (?:to|at|in|on|after|following|during|[-–—]) [^:\n]*?)?"
_FORMS = (
    re.compile(rf"{_NAME}{_WHERE}: (?P<claim>\S.*)"),
    re.compile(rf"(?P<claim>.*\S)(?:: | [-–—] ){_NAME}{_WHERE}"),
)
_TEXT_OR_EVENT = re.compile(
    r"\b(?:meeting|call|conference|summit|readout|sheet|statement|communiqu\w*|remarks|note)\b", re.IGNORECASE
)
_TITLE = re.compile(
    r"\b(?:president|premier|pm|minister|chancellor|king|emir|fm|envoy|ambassador|spokes(?:person|man|woman)"
    r"|secretary|chief|official|diplomat|ministry|kremlin|leader|governor|mayor|commissioner)\b",
    re.IGNORECASE,
)
_CONFIDENCE = 0.8
_LEAST = 3  # words of a claim


def read_headline(reading: Reading) -> None:
    """Add the headline's attribution where it has one and the tagger found none."""
    if any(attribution.in_headline for attribution in reading.attributions):
        return
    for source, claim in headline_parts(reading.headline_text):
        if _speaks(reading, reading.headline_text[source.start : source.end]):
            found = Attribution([claim], source=source, in_headline=True, confidence=_CONFIDENCE)
            reading.attributions.insert(0, found)
            return


def headline_parts(headline: str) -> Iterator[tuple[Span, Span]]:
    """Yield (source, claim) as each form of an attributing headline would have them."""
    for form in _FORMS:
        match = form.fullmatch(headline)
        if not match or _TEXT_OR_EVENT.search(match["source"]):
            continue
        if len(match["claim"].split()) >= _LEAST:
            yield Span(*match.span("source")), Span(*match.span("claim"))


def _speaks(reading: Reading, name: str) -> bool:
    """Say whether a name has a title, or a word in common with a source of the body."""
    sources = {word for a in reading.attributions for word in reading.words(a, a.source).split()}
    return bool(_TITLE.search(name)) or any(word[0].isupper() and word in sources for word in name.split())
