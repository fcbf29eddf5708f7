"""Who publishes an article, in whose name it speaks, and where it plays."""

from __future__ import annotations

import re
from collections import Counter

from graph_schema.vocabulary import ActorType
from ingest.annotations import Span
from ingest.gazetteer.entries import Country, Organization, Person
from ingest.gazetteer.names import Mention
from ingest.linking.bodies import state_or_body
from ingest.linking.figures import Figure
from ingest.linking.register import Register, code_of
from ingest.reading import Reading

_OFFICE = re.compile(
    r"house|department|minist|presiden|kremlin|government|office|readout|secretariat|council", re.I
)
_BYLINE = re.compile(r"\battribut(?:able|ed) to\b")
_ISSUED = re.compile(
    r"\b(?:statement|communiqu|declaration|resolution|press release|note to the press|decision)", re.I
)
# How far a byline, and how far the sentence that names the issuer, may reach into the body.
_BYLINE_REACH, _FIRST_SENTENCE = 600, 250
_LEAD = 600
_SHORTEST = 5
# A state that is named no more than this (as `_named` counts) may be the scene by chance.
_SELDOM = 7


def home_and_scene(reading: Reading, mentions: list[Mention]) -> tuple[str, str]:
    """Return the codes of home and scene (see Cast): an office's; a paper's own or the one named most."""
    code, official = _publisher_state(reading)
    counts = _named(reading, mentions)
    if official or not counts:
        return (code if official else ""), code
    most, times = counts.most_common(1)[0]
    half = len(reading.body_text) // 2  # below there may stand what else the paper has
    early = any(m.start < half and code_of(reading.gazetteer.entry(m.ids[0])) == code for m in mentions)
    own = (early or times < _SELDOM) and 3 * counts[code] >= times
    return "", code if own else most


def _named(reading: Reading, mentions: list[Mention]) -> Counter[str]:
    """Return how often each state is named: early on twice as much, in the headline three times.

    A weak name (Jordan) counts where the state is named by another, too. Where no state is named, those of
    the people and bodies who are known count; a weak name (No, Congress) may not be theirs.
    """
    counts: Counter[str] = Counter()
    known: Counter[str] = Counter()
    sure: set[str] = set()
    weighed = [(mention, 2 if mention.start < _LEAD else 1) for mention in mentions]
    above = reading.gazetteer.mentions(reading.headline_text)
    weighed += [(mention, 3) for mention in (*above, *above[:1])]
    for mention, weight in weighed:
        entry = reading.gazetteer.entry(mention.ids[0])
        if isinstance(entry, Country):
            counts[entry.iso] += weight
            sure |= {entry.iso} if mention.strong else set()
        elif isinstance(entry, Person | Organization) and entry.country and mention.strong:
            known[entry.country] += weight
    if sure:
        counts = Counter({code: times for code, times in counts.items() if code in sure})
    return counts or known


def _publisher_state(reading: Reading) -> tuple[str, bool]:
    """Return the state that a publisher's name tells of, and whether it is an office: White House (US)."""
    publisher = reading.article.publisher or ""
    for mention in reading.gazetteer.mentions(publisher):
        for key in mention.ids:
            entry = reading.gazetteer.entry(key)
            if code := entry.country if isinstance(entry, Organization) else code_of(entry):
                return code, bool(_OFFICE.search(publisher))
    return _begins_with_state(reading, publisher), False


def _begins_with_state(reading: Reading, publisher: str) -> str:
    """Return the code of the state with which a name in small letters begins: ecuadortimes, koreaherald."""
    for word in re.findall(r"[a-z]+", publisher):
        for length in range(len(word), _SHORTEST - 1, -1):
            for candidate in reading.gazetteer.lookup(word[:length]):
                if isinstance(entry := reading.gazetteer.entry(candidate.id), Country):
                    return entry.iso
    return ""


def herald(register: Register, reading: Reading) -> Figure | None:
    """Return the spokesperson of a byline: The below is attributable to Spokesperson Ned Price."""
    if match := _BYLINE.search(reading.body_text, 0, _BYLINE_REACH):
        named = register.cast.within(Span(match.end(), match.end() + 80))
        return next((s.figure for s in named if s.figure and s.figure.is_person), None)
    return None


def issuer(register: Register, reading: Reading) -> Figure | None:
    """Return in whose name a statement speaks: leaders in its first sentence, its publisher, a body there."""
    if not _ISSUED.search(reading.headline_text):
        return None
    early = [s.figure for s in register.cast.body if s.start < _FIRST_SENTENCE and s.phrase.article != "a"]
    named = [figure for figure in early if figure and figure.party.type is ActorType.ORGANIZATION]
    publisher = reading.gazetteer.mentions(reading.article.publisher or "")
    publishing = [figure for mention in publisher if (figure := state_or_body(register, mention))]
    collectives = [figure for figure in named if figure.collective]
    offices = [figure for figure in publishing if figure.party.type is ActorType.ORGANIZATION]
    return next(iter(collectives or offices or named), None)
