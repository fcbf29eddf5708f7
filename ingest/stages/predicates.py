"""Write the main predicate of a content in short, so that patterns can name it.

A clause becomes "v sub:we will not accept condition": the head of its subject after "sub:" ("pas:" in the
passive; "name" for a proper name), auxiliaries and negation, the head, then complements and prepositions
("that:" before the verb of a clause). A noun phrase becomes "n the deep commitment to".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.annotations import Span

_SUBJECTS = {"nsubj": "sub:", "csubj": "sub:", "expl": "sub:", "nsubjpass": "pas:"}
_BEFORE = frozenset(["aux", "auxpass", "neg"])
_AFTER = frozenset(["neg", "prt", "acomp", "attr", "dobj", "xcomp", "oprd", "prep", "ccomp"])
_HEADS = frozenset(["NOUN", "VERB", "AUX", "PROPN", "ADJ", "PRON", "NUM"])
_FULL = {"'ll": "will", "wo": "will", "ca": "can", "'re": "are", "'ve": "have", "'s": "is"}


def predicate(doc: Doc, content: Span) -> str:
    """Return the main predicate of a content's first sentence in short, "" for a content without words."""
    head = _head(doc, content)
    if head is None:
        return ""
    words = _clause(head) if head.pos_ in ("VERB", "AUX") else _phrase(head)
    return " ".join(words)


def _head(doc: Doc, content: Span) -> Token | None:
    """Return the first word of the content that hangs on nothing inside it."""
    span = doc.char_span(content.start, content.end, alignment_mode="expand")
    if span is None:
        return None
    for token in span:
        if token.i >= span[0].sent.end:
            break
        on_its_own = token.head == token or not span.start <= token.head.i < span.end
        if on_its_own and token.pos_ in _HEADS:
            return token
    return span.root


def _clause(head: Token) -> Iterator[str]:
    yield "v"
    for child in head.lefts:
        if child.dep_ in _SUBJECTS:
            yield _SUBJECTS[child.dep_] + _subject(child)
        elif child.dep_ in _BEFORE:
            yield _plain(child)
    yield head.lemma_.lower()
    for child in head.rights:
        if child.dep_ in _AFTER:
            yield _plain(child) if child.dep_ == "neg" else _complement(child)


def _phrase(head: Token) -> Iterator[str]:
    yield "n"
    yield from (child.lower_ for child in head.lefts if child.dep_ in ("amod", "neg", "det"))
    yield head.lemma_.lower()
    yield from [child.lower_ for child in head.rights if child.dep_ in ("prep", "acl")][:1]


def _subject(token: Token) -> str:
    if token.pos_ == "PROPN":
        return "name"
    return token.lower_ if token.pos_ == "PRON" else token.lemma_.lower()


def _plain(token: Token) -> str:
    return "not" if token.dep_ == "neg" else _FULL.get(token.lower_, token.lower_)


def _complement(token: Token) -> str:
    return ("that:" if token.dep_ == "ccomp" else "") + token.lemma_.lower()
