"""Who met or called whom, and where the article says so: the groups that *the two sides* may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph_schema.vocabulary import ActorType
from ingest.annotations import Span
from ingest.linking.figures import Cast, Encounter, Figure
from ingest.linking.sentences import sentences
from ingest.reading import Reading

_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|spoke|talk(?:s|ed)?|call(?:s|ed)?|conversation|consultations|negotiations|summit"
    r"|gathered|convened|received|hosted|welcomed|visit(?:s|ed)?|hold|held|conferred|dialogue|joined"
    r"|exchange[ds]?|discussions?|sat down|hosts?|phoned|telephoned|readout)\b",
    re.I,
)
# What comes after these in the sentence is the purpose, the place or the background, not the parties.
_BEYOND = re.compile(
    r"\b(?:to (?:discuss|congratulate|convey|offer|express|extend|mark|review|reaffirm|brief|thank|condole"
    r"|pay|follow|coordinate|commemorate|celebrate)|on behalf of|preparations? (?:for|of)"
    r"|on the (?:sidelines|margins)|in the presence|following|ahead of|after"
    r"|before|at the (?:request|invitation)|at the initiative|in which|during which|where|while|since)\b"
    r"|, (?:who|which|saying|stressing|noting)\b"
)
# A clause between one who met and the verb: Mr. Iwaya, who is on a visit to Manila, held a meeting with.
_ASIDE = re.compile(
    r", (?:who|which) [^.;]{3,140}?,(?= (?:then |also )?(?:held|met|spoke|received|hosted|had|called|welcomed"
    r"|talked|conferred|continued)\b)"
)
# A headline that tells of a meeting without the word.
_DISCUSSED = re.compile(r"\bdiscuss(?:ed|es)\b.*\bwith\b", re.I)
_BETWEEN = re.compile(r"\b(?:between|among)\b")
# Such a headline promises one meeting; others that the text mentions are background.
_ONE_MEETING = re.compile(
    r"\b(?:telephone|phone|call|conversation|readout|meeting with|meets?|met with)\b", re.I
)
# Who makes such a statement about a meeting tells of it, and need not have been there.
_ANNOUNCED = re.compile(
    r"\b(?:statement|briefing|remarks|comments?|readout)\b.*? (?:by|from) .+?"
    r"\b(?:on|following|after|about|regarding)\b",
    re.I,
)
_OPENING = 400
_JOINT = re.compile(r"\bjoint (?:\w+ )?(?:statement|declaration|press)|\bcommuniqu", re.I)


def encounters(cast: Cast, reading: Reading) -> list[Encounter]:
    """Return the encounters that an article tells of, in order."""
    headline = reading.headline_text
    found = [
        Encounter(sentence.start, parties) for sentence, parties in _told(cast, reading) if len(parties) > 1
    ]
    parties = _in_headline(cast, headline)
    if len(parties) > 1 and (_MEETING.search(headline) or _DISCUSSED.search(headline)):
        found.insert(0, Encounter(0, parties))
    states = _unique(s.figure for s in cast.headline if s.figure and s.figure.party.type is ActorType.COUNTRY)
    codes = {state.party.country for state in states}
    if len(codes) > 1 and _JOINT.search(headline):
        met = [e for e in found if codes <= {f.party.country for f in e.parties}]
        found = met or [Encounter(0, states)]
    if found and _ONE_MEETING.search(headline):
        first = found[0].at
        return [e for e in found if e.at in {0, first}]
    if not any(e.at < _OPENING for e in found):
        found += _collectives(cast)
    return sorted(found, key=lambda e: e.at)


def _in_headline(cast: Cast, headline: str) -> tuple[Figure, ...]:
    """Return the people whom a headline names, without who only tells of others' meeting."""
    named = [s for s in cast.headline if s.figure and _may_meet(s.figure)]
    if not any(s.figure and s.figure.is_person for s in named):
        return ()
    announced = _ANNOUNCED.search(headline)
    beyond = _unique(s.figure for s in named if s.figure and announced and s.start >= announced.end())
    return beyond if len(beyond) > 1 else _unique(s.figure for s in named if s.figure)


def _collectives(cast: Cast) -> Iterator[Encounter]:
    """Yield the leaders of a body who speak as one, where they are named."""
    seen: set[int] = set()
    for sighting in (*cast.headline, *cast.body):
        figure = sighting.figure
        if figure and figure.collective and id(figure) not in seen:
            seen.add(id(figure))
            yield Encounter(0 if sighting.in_headline else sighting.start, (figure,))


def _told(cast: Cast, reading: Reading) -> Iterator[tuple[Span, tuple[Figure, ...]]]:
    """Yield the sentences that tell of a meeting, with the people in them who met."""
    text = reading.body_text
    for span in sentences(reading.body):
        if _MEETING.search(text, span.start, span.end):
            near = Span(span.start, _edge(text, span))
            people = _people(cast, near, _ASIDE.search(text, near.start, near.end))
            if between := _BETWEEN.search(text, near.start, near.end):
                inner = _people(cast, Span(between.end(), near.end))
                people = inner if len(inner) > 1 else people
            yield span, people


def _edge(text: str, span: Span) -> int:
    """Return where the parties end in a sentence: not at a clause after which it goes on with who met."""
    at = span.start + 20
    while edge := _BEYOND.search(text, at, span.end):
        aside = _ASIDE.match(text, edge.start())
        if aside is None:
            return edge.start()
        at = aside.end()
    return span.end


def _may_meet(figure: Figure) -> bool:
    """Whether a figure may sit at a table: people, and ambassadors together; leaders speak as one."""
    ambassadors = figure.collective and figure.party.name.startswith("ambassadors")
    return ambassadors or figure.is_surely_person


def _people(cast: Cast, span: Span, aside: re.Match[str] | None = None) -> tuple[Figure, ...]:
    """Return who may sit at a table among those named in a span, but not in a clause aside."""
    around = [s for s in cast.within(span) if not (aside and aside.start() <= s.start < aside.end())]
    figures = (s.figure for s in around if s.figure and s.start >= span.start)
    found = _unique(f for f in figures if _may_meet(f) and f is not cast.herald)
    if not any(figure.is_person for figure in found):
        return ()
    principals = tuple(f for f in found if not any(title.head == "spokesperson" for title, _ in f.titles))
    return principals if len(principals) > 1 else found


def _unique(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figures))
