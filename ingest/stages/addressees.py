"""To whom it is said: told Wang, urged Israel to, thanked the President for, called on the two sides to.

The words between a cue and its content name the one spoken to; where the cue is a passive, the words before
it do; and where something is called for or demanded, whoever is to do it. A paper or station to which it was
said is one too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph_schema.vocabulary import ActorType
from ingest.annotations import Attribution, Party, Span
from ingest.gazetteer.entries import Organization
from ingest.linking.addressing import spoken_to
from ingest.linking.bodies import known
from ingest.linking.discourse import Discourse, in_order
from ingest.linking.references import as_written
from ingest.reading import Reading
from ingest.stages import audiences, telling

_PLACES = (
    audiences.between,
    audiences.within,
    audiences.asked,
    audiences.bidden,
    audiences.behind,
    audiences.occasion,
    audiences.praised,
    audiences.demanded,
    audiences.performed,
)


def addressees(reading: Reading) -> None:
    """Write on each attribution whom it is said to."""
    discourse = Discourse(reading)
    for attribution in in_order(reading.attributions):
        cue = reading.words(attribution, attribution.cue)
        attribution.addressees = list(_addressees(discourse, attribution, cue))
        discourse.note(attribution)


def _addressees(discourse: Discourse, attribution: Attribution, cue: str) -> Iterator[Party]:
    taken = {party.id for party in attribution.speakers}
    found = []
    if cue.strip(" :"):
        found = [*_named(discourse, attribution, cue), *_media(discourse, attribution)]
    for party in found or _in_own_words(discourse, attribution, cue):
        if party.id not in taken:
            taken.add(party.id)
            yield replace(party)


def _named(discourse: Discourse, attribution: Attribution, cue: str) -> list[Party]:
    """Return who is spoken to by the first place that names somebody else than the speaker."""
    speaking = {party.id for party in attribution.speakers}
    for find in _PLACES:
        span = find(discourse.reading, attribution, cue)
        if span is None:
            continue
        found = _at(discourse, span, attribution, _plainly(discourse, attribution, cue, span))
        if any(party.id not in speaking for party in found):
            return found
    return []


def _plainly(discourse: Discourse, attribution: Attribution, cue: str, span: Span) -> bool:
    """Whether whoever stands at a span is spoken to, though without a name: *condolences to the families*."""
    sent = discourse.reading.text(attribution)[attribution.contents[0].start : span.start]
    reached = (telling.REACHING.search(cue), telling.FEELINGS.search(sent))
    return bool(telling.OBJECT.search(cue) or any(reached))


def _at(discourse: Discourse, span: Span, attribution: Attribution, plainly: bool) -> list[Party]:
    """Return whom the words at a span mean; of a paper's program or interviewer, the paper and the person."""
    text = discourse.words(span, attribution.in_headline)
    if telling.THE_PAPER.fullmatch(text) and (paper := _named_before(discourse, span.start)):
        return [paper]
    if telling.PAPER.fullmatch(text) and not list(_papers(discourse, attribution, span)):
        return [as_written(text)]
    found = spoken_to(discourse, span, attribution, plainly)
    papers = list(_papers(discourse, attribution, span))
    return [*(p for p in found if p.type is ActorType.PERSON), *papers] if papers else found


def _in_own_words(discourse: Discourse, attribution: Attribution, cue: str) -> list[Party]:
    """Return whom a statement without a cue is for: *Araghchi to E3: ...*, *We urge Israel to ...*."""
    if cue.strip(" :"):
        return []
    span = audiences.headed(discourse.reading, attribution) or audiences.called(
        discourse.reading, attribution
    )
    return spoken_to(discourse, span, attribution, plainly=False) if span else []


def _media(discourse: Discourse, attribution: Attribution) -> Iterator[Party]:
    """Yield the papers and stations that the sentence of a cue says it was said to."""
    text, mark = discourse.reading.text(attribution), attribution.cue
    assert mark is not None
    begin = max(text.rfind(". ", 0, mark.start), text.rfind("\n", 0, mark.start)) + 1
    for match in telling.MEDIUM.finditer(text, begin, mark.end + 90):
        if "." not in text[mark.end : match.start()] and audiences.outside(attribution, match.start()):
            yield from _papers(discourse, attribution, audiences.phrase(text, match.end()))


def _named_before(discourse: Discourse, at: int) -> Party | None:
    """Return the paper or station named last: *told the newspaper*."""
    for sighting in discourse.cast.before(at):
        entry = discourse.reading.gazetteer.entry((sighting.figure and sighting.figure.party.id) or "")
        if isinstance(entry, Organization) and entry.kind == "media":
            return known(entry)
    return None


def _papers(discourse: Discourse, attribution: Attribution, span: Span) -> Iterator[Party]:
    for sighting in discourse.cast.within(span, attribution.in_headline):
        figure = sighting.figure
        for key in [figure.party.id if figure else None, *(m.ids[0] for m in sighting.phrase.mentions)]:
            entry = discourse.reading.gazetteer.entry(key or "")
            if isinstance(entry, Organization) and entry.kind == "media":
                yield known(entry)
                break
