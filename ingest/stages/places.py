"""Say where an event took place: the place its sentence names, else that of the dateline."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from graph_schema.vocabulary import EventKind

_LEAD = 500
_DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Z'. -]+[A-Z])(?:, [A-Z][\w. ]*?)?"
    r"(?:,? [A-Z][a-z]+\.? \d|,? \d|:| \(|\s?[-–—]{1,2}\s?|\s*\n)"
    r"|(?P<alone>[A-Z]\w+)\.?\s*\n"
)
_HAPPENED = re.compile(
    r"meet|hold|talk|gather|host|receive|visit|arrive|take|speak|co-chair|attend|say|tell|address|open|sign|be"
    r"|meeting|talks|conference|summit|dialogue|consultation|negotiation|session|residence"
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NOWHERE = frozenset([EventKind.CALL, EventKind.LETTER])


def place(body: Doc, text: str, begin: int, kind: EventKind) -> str | None:
    """Return the place of an event as written, None if unsaid; the lead of `text` begins at `begin`."""
    if kind in _NOWHERE:
        return None
    lead = body.char_span(begin, min(len(text), begin + _LEAD), alignment_mode="expand")
    for preposition in ("in", "at"):  # the city rather than the building
        for token in lead or ():
            if token.lower_ == preposition and (name := _named(token)):
                return name
    dateline = _DATELINE.match(text, begin)
    return (dateline["alone"] or dateline["city"].title()) if dateline else None


def _named(preposition: Token) -> str | None:
    """Return the proper name after a preposition that says where the event happened."""
    name = next(
        (child for child in preposition.children if child.dep_ == "pobj" and child.pos_ == "PROPN"), None
    )
    if name is None or not _HAPPENED.fullmatch(_ground(preposition).lemma_.lower()):
        return None
    first = min([child.i for child in name.lefts if child.dep_ == "compound"], default=name.i)
    words = name.doc[first : name.i + 1].text
    return None if _MONTH.match(words) else words


def _ground(preposition: Token) -> Token:
    """Climb from a preposition through those it hangs on (*met at the Hall of the People in Beijing*)."""
    head = preposition.head
    while head.dep_ == "pobj" and head.head.dep_ == "prep":
        head = head.head.head
    return head
