"""Phrases that name or describe an actor, found by a grammar over word classes (see units)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.gazetteer.names import Mention, NameKind
from ingest.linking.units import Units

# A name: Wang Yi; Mohamed bin Zayed; Joko "Jokowi" Widodo; the gazetteer's, lengthened by what stands beside.
_NAME = r"H*[NP](?:(?:[NPpH]|q[NP]q)*[NP])?"
# What stands before a title: Chinese; former Chinese; Kenya's; UN; the county's; an unknown body without 's.
_BEFORE = r"(?:M*[DCO]s?(?:\([ON]\)s?)?|[MI]+s|N{1,3}s|N{1,3}(?=[MI]*[TS]))*"
# What follows it: of the Office of the President of Ukraine for Coordination of International and EU Affairs;
# a place that the gazetteer lacks is told from the name after it by its length (Mayor of Koszalin Piotr ...).
_JOINED = r"(?:(?:,?&|,)(?=[MCDOI]+[MCDOINPH,])(?![MCDOI]*[TS])|&(?=t?C(?![MI]*[TSs])))?"
_WITHIN = (
    rf"(?:ot?[CDO]?s?N{{1,3}}M*I[MI]*|o+t?(?:[MITSCDO](?:s(?=[MI]))?{_JOINED}t?)+"
    r"|ot?N{1,3}[MI]+|ot?N{1,3}(?=N{2}(?!N))|ot?N{1,4}(?!N))*"
)
_TITLE = rf"(?:M+&(?=M+[TS]))?[MI]*[TS][MT]*{_WITHIN}"
_PHRASE = re.compile(
    rf"(?P<article>[ta])?(?P<before>{_BEFORE})(?P<title>{_TITLE}),?(?P<name>{_NAME})(?P<after>ot?[CO])?"
    rf"|(?<![t&])(?P<before6>{_BEFORE})(?P<title6>{_TITLE}&M*{_TITLE}),?(?P<name6>{_NAME})"
    rf"|(?P<article2>[ta])?(?P<before2>{_BEFORE})(?P<title2>{_TITLE})"
    rf"|(?P<article3>[ta])?(?P<before3>(?:[DCO]s?|N{{1,4}}s?|M)*)(?P<body3>M*I[MI]*{_WITHIN})"
    rf"|(?P<article4>[ta])?(?P<name4>{_NAME})(?P<after4>\(C\)|ot?C)?"
    rf"|(?P<article5>[ta])?(?P<before5>[CDO])"
)
# An apposition after a name: ", a member of the Political Bureau ... and Chinese foreign minister,"
# It must be closed again: "In Glasgow, the President said" has none.
_CLOSED = r"(?=[,.)]|[MIOSx]{0,3}&|\()(?!,?H*[NP])"
_APPOSED = re.compile(rf",[ta]?(?P<before>{_BEFORE})x{{0,3}}(?P<title>(?>{_TITLE})){_CLOSED}")
_APPOSED_TOO = re.compile(
    rf"(?:\([^)]{{1,4}}\))?[MIO]*&t?(?P<before>{_BEFORE})(?P<title>(?>{_TITLE})){_CLOSED}"
)
# Whoever is one of these is another's where he is posted.
_POSTED = frozenset({"ambassador", "ambassadors", "envoy", "envoys", "representative", "consul"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that means an actor: text[start:end].

    `name` is a name as written, `title` the words of an office without the state, `body` those of a body;
    `mentions` are the gazetteer's states and bodies in it, nearest to the title first; `known` is the
    gazetteer's person in the name. `article` is "the", "a" or "". `apposed` are phrases that follow the name
    and describe it.
    """

    start: int
    end: int
    name: str = ""
    title: str = ""
    body: str = ""
    owner: str = ""
    mentions: tuple[Mention, ...] = ()
    known: Mention | None = None
    honorific: str = ""
    article: str = ""
    plural: bool = False
    apposed: tuple["Phrase", ...] = ()


def phrases(units: Units) -> Iterator[Phrase]:
    """Yield the phrases of a text in order."""
    at = 0
    while match := _PHRASE.search(units.classes, at):
        phrase, at = _read(units, match)
        yield phrase


def _read(units: Units, match: re.Match[str]) -> tuple[Phrase, int]:
    """Return a match of the grammar as a phrase, and the unit after it and what is apposed to it."""
    parts = {name.rstrip("23456"): match.span(name) for name, value in match.groupdict().items() if value}
    before, title, after = (parts.get(part, (0, 0)) for part in ("before", "title", "after"))
    body, name = parts.get("body", (0, 0)), parts.get("name", (0, 0))
    article = parts.get("article")
    honorific, name = _split_honorific(units, name)
    lone = name[1] - name[0] == 1 and not title[1]
    described = bool(name[1]) and not (lone and _in_place(units, match.start()))
    apposed, end = _apposed(units, match.end()) if described else ((), match.end())
    phrase = Phrase(
        start=units.starts[match.start()],
        end=units.ends[match.end() - 1],
        name=_words(units, name),
        title=_title(units, before, title),
        body=_words(units, body, without="t"),
        owner=_words(units, before, without="CDOst" + ("M" if title[1] else "")),
        mentions=tuple(_mentions(units, before, _own(units, title), body, after))
        or (_where(units, match.start()) if body[1] else ()),
        known=next((m for m in _mentions(units, name) if m.kind is NameKind.PERSON), None),
        honorific=honorific.lower(),
        article={"t": "the", "a": "a"}[units.classes[article[0]]] if article else "",
        plural="S" in units.classes[slice(*title)].split("o")[0],
        apposed=apposed,
    )
    return phrase, end


def _where(units: Units, at: int) -> tuple[Mention, ...]:
    """Return the state in which a body is said to be just before: In Singapore, the Ministry said."""
    placed = units.classes[max(0, at - 3) : at] == "oC,"
    return (units.mentions[at - 2],) if placed and at - 2 in units.mentions else ()


def _own(units: Units, title: tuple[int, int]) -> tuple[int, int]:
    """Return a title up to where its bearer is posted: ambassador of Spain to Ukraine."""
    start, end = title
    posted = False
    for at in range(start, end):
        word = units.text[units.starts[at] : units.ends[at]].lower()
        if posted and word == "to" and "C" in units.classes[at + 1 : at + 3]:
            return start, at
        posted = posted or word in _POSTED
    return title


def _in_place(units: Units, at: int) -> bool:
    """Whether a preposition of place stands before a name: on Donbas, the Head and the Envoy agreed."""
    return at > 0 and units.text[units.starts[at - 1] : units.ends[at - 1]].lower() in {"in", "on", "at"}


def _apposed(units: Units, at: int) -> tuple[tuple[Phrase, ...], int]:
    """Return the titles that follow a name after a comma, and the unit after them."""
    found, pattern = [], _APPOSED
    while match := pattern.match(units.classes, at):
        before, title = match.span("before"), match.span("title")
        found.append(
            Phrase(
                start=units.starts[match.start()],
                end=units.ends[match.end() - 1],
                title=_words(units, title, without="CDst"),
                mentions=tuple(_mentions(units, before, _own(units, title))),
            )
        )
        at, pattern = match.end(), _APPOSED_TOO
    return tuple(found), at


def _title(units: Units, before: tuple[int, int], title: tuple[int, int]) -> str:
    """Return a title's words, with those that stand before its state: former Russian president."""
    early = [i for i in range(*before) if units.classes[i] == "M"] if title[1] else []
    words = [units.text[units.starts[i] : units.ends[i]] for i in early]
    return " ".join([*words, _words(units, title, without="CDst")]).strip()


def _split_honorific(units: Units, span: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    start, end = span
    at = start
    while at < end and units.classes[at] == "H":
        at += 1
    return _words(units, (start, at)), (at, end)


def _words(units: Units, span: tuple[int, int], without: str = "") -> str:
    """Return the words of a run of units; `without` are classes that are left out."""
    start, end = span
    if not without:
        return units.text[units.starts[start] : units.ends[end - 1]] if end > start else ""
    kept = [i for i in range(start, end) if units.classes[i] not in without]
    while kept and units.classes[kept[-1]] in "o&,":
        kept.pop()
    return " ".join(units.text[units.starts[i] : units.ends[i]] for i in kept)


def _mentions(units: Units, *spans: tuple[int, int]) -> Iterator[Mention]:
    for start, end in spans:
        for at in range(start, end):
            if at in units.mentions:
                yield units.mentions[at]
