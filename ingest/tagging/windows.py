"""Windows: an article cut into runs of word pieces that the encoder reads in one pass each.

A window is `[CLS] headline [SEP] context [SEP] paragraph [SEP] paragraph [SEP] ...`: whole paragraphs up to a
limit, opened by the end of the paragraph before them (context, already read by the last window). The headline
stands in every window, so that the body is read with it in mind, and counts in the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from ingest.annotations import Span

HEADLINE_LIMIT = 64
# A paragraph of a normal article is far shorter; the bound keeps memory small for text without line breaks.
PARAGRAPH = re.compile(r"[^\n]{1,5000}(?!\S)|[^\n]{1,5000}")
# One character for one, so that offsets stay; the encoder then sees one style of quotation marks.
PLAIN = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛‹›′`"), "'"),
    **dict.fromkeys(range(0xD800, 0xE000), "?"),
}


# Words whose full stop ends no sentence, beside single letters.
SHORTENED = frozenset({"mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "gov", "no", "lt", "col"})


class Place(IntEnum):
    """Where in the window a piece stands."""

    MARK = 0
    HEADLINE = 1
    CONTEXT = 2
    BODY = 3


class Run(NamedTuple):
    """A stretch of pieces, [start, end)."""

    start: int
    end: int


class Pieces(NamedTuple):
    """Word pieces and the characters each stands for."""

    ids: list[int]
    spans: list[Span]


@dataclass(slots=True)
class Window:
    """Parallel lists, one entry a piece; `first` says that this window answers for the headline."""

    first: bool
    ids: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def add(self, pieces: Pieces, place: Place, mark: int) -> None:
        """Append a paragraph and the mark that ends it."""
        self.ids += [*pieces.ids, mark]
        self.spans += [*pieces.spans, Span(0, 0)]
        self.places += [place] * len(pieces.ids) + [Place.MARK]

    def counts(self, piece: int) -> bool:
        """Whether a statement whose cue begins at this piece is this window's to report."""
        place = self.places[piece]
        return place is Place.BODY or (place is Place.HEADLINE and self.first)


class Size(NamedTuple):
    """How many pieces of body and of context a window holds at most; with the headline at most 512 in all."""

    body: int = 352
    context: int = 80


SIZE = Size()


class Windows:
    """Cuts articles into windows with one tokenizer."""

    def __init__(self, tokenizer_file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        pieces = self._tokenizer.get_vocab()
        self._opening, self._mark = pieces["[CLS]"], pieces["[SEP]"]
        self._stops = frozenset(pieces[stop] for stop in ".?!")
        self._shortened = frozenset(key for piece, key in pieces.items() if _shortens(piece))

    def of(self, text: str, headline: str = "", size: Size = SIZE) -> Iterator[Window]:
        """Yield the windows of an article in order; none for an article without a word."""
        title = self._title(headline)
        window, before, room = self._open(title, first=True), Pieces([], []), size.body
        for paragraph in self._paragraphs(text, size.body - 1):
            if len(paragraph.ids) >= room:
                yield window
                window, room = self._open(title, first=False), size.body
                window.add(_last(before, size.context), Place.CONTEXT, self._mark)
            window.add(paragraph, Place.BODY, self._mark)
            before, room = paragraph, room - len(paragraph.ids) - 1
        if len(window.ids) > 2:
            yield window

    def sentences(self, window: Window) -> list[Run]:
        """Return the sentences of a window's body, stops included; none goes on beyond its paragraph."""
        found: list[Run] = []
        start = None
        for i, place in enumerate(window.places):
            if place is not Place.BODY:
                start = None
                continue
            if start is None:
                start = i
                found.append(Run(i, i + 1))
            found[-1] = Run(start, i + 1)
            if self._ends(window, i):
                start = None
        return found

    def _ends(self, window: Window, i: int) -> bool:
        """Whether a sentence ends here: with a stop before a blank, and no *U.S.* or *Mr.* before it."""
        stop = window.ids[i] in self._stops and window.ids[i - 1] not in self._shortened
        return stop and (i + 1 == len(window.ids) or window.spans[i + 1].start > window.spans[i].end)

    def _open(self, title: Pieces, *, first: bool) -> Window:
        window = Window(first)
        window.add(Pieces([], []), Place.MARK, self._opening)
        window.add(title, Place.HEADLINE, self._mark)
        return window

    def _title(self, headline: str) -> Pieces:
        pieces = self._cut(headline[:2000], 0)
        return Pieces(pieces.ids[:HEADLINE_LIMIT], pieces.spans[:HEADLINE_LIMIT])

    def _cut(self, text: str, start: int) -> Pieces:
        encoded = self._tokenizer.encode(text.translate(PLAIN), add_special_tokens=False)
        return Pieces(encoded.ids, [Span(a + start, b + start) for a, b in encoded.offsets])

    def _paragraphs(self, text: str, limit: int) -> Iterator[Pieces]:
        for found in PARAGRAPH.finditer(text):
            rest = self._cut(found.group(), found.start())
            while rest.ids:
                end = self._sentence_end(rest.ids, limit)
                yield Pieces(rest.ids[:end], rest.spans[:end])
                rest = Pieces(rest.ids[end:], rest.spans[end:])

    def _sentence_end(self, ids: list[int], limit: int) -> int:
        """Where to cut a paragraph: not at all if short, else after the last full sentence in the limit."""
        if len(ids) <= limit:
            return len(ids)
        return next((i + 1 for i in range(limit - 1, limit // 2, -1) if ids[i] in self._stops), limit)


def _shortens(piece: str) -> bool:
    return piece in SHORTENED or (len(piece) == 1 and piece.isalpha())


def _last(pieces: Pieces, count: int) -> Pieces:
    return Pieces(pieces.ids[-count:], pieces.spans[-count:])
