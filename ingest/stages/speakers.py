"""Who says it: for each attribution its speakers, with the country they speak for."""

from __future__ import annotations

import re
from dataclasses import replace

from graph_schema.vocabulary import ActorType, AttributionKind
from ingest.annotations import Attribution, Span
from ingest.linking import lexicon
from ingest.linking.agentless import unsaid
from ingest.linking.descriptions import DESCRIBED
from ingest.linking.discourse import Discourse, Meant, in_order
from ingest.linking.groups import holder
from ingest.linking.listed import quoted, whole
from ingest.linking.references import meant
from ingest.reading import Reading

_ANNOUNCED = re.compile(r"\b(?:official|envoy|diplomat|negotiator)\b")


def speakers(reading: Reading) -> None:
    """Write the speakers of each attribution, in text order."""
    discourse, ordered = Discourse(reading), in_order(reading.attributions)
    for attribution in ordered:
        found = _speaking(discourse, attribution)
        attribution.speakers = [replace(party) for party in found.parties]
        attribution.joint = found.several
        discourse.note(attribution)
    _name_the_announced(ordered)


def _name_the_announced(ordered: list[Attribution]) -> None:
    """Give the official of a headline and lead, *a senior Chinese official*, the name that soon follows."""
    for number, attribution in enumerate(ordered[:2]):
        party = attribution.speakers[0] if len(attribution.speakers) == 1 else None
        if party is None or party.reason != DESCRIBED or not _ANNOUNCED.search(party.name):
            continue
        later = [other.speakers[0] for other in ordered[number + 1 : number + 4] if len(other.speakers) == 1]
        named = [p for p in later if p.type is ActorType.PERSON and p.reason != DESCRIBED]
        if named and named[0].country == party.country:
            reason = f"{party.name}, named soon after"
            attribution.speakers = [replace(named[0], as_written=party.as_written, reason=reason)]


def _speaking(discourse: Discourse, attribution: Attribution) -> Meant:
    if attribution.source and not _slip(discourse, attribution):
        source = quoted(discourse, attribution) or whole(discourse, attribution)
        return meant(discourse, source, attribution.in_headline)
    if not attribution.in_headline and (subject := _subject(discourse, attribution)):
        return meant(discourse, subject, attribution.in_headline)
    last = discourse.last()
    carried_over = attribution.attribution is AttributionKind.CARRIED_OVER
    if last and carried_over and not last.several:
        return last
    if found := holder(discourse, attribution):
        return found
    return last if last and carried_over else unsaid(discourse, attribution, last)


def _slip(discourse: Discourse, attribution: Attribution) -> bool:
    """Whether a source is a bare common noun (*tank*): no writer calls a speaker so, the tagger slipped."""
    source = discourse.reading.tokens(attribution, attribution.source)
    if source is None or len(source) > 1 or attribution.in_headline:
        return False
    noun = source[0]
    return noun.tag_ == "NN" and noun.is_lower and noun.lower_ not in lexicon.PLURAL_TITLES | lexicon.BODIES


def _subject(discourse: Discourse, attribution: Attribution) -> Span | None:
    """Return who a cue's grammatical subject is, where no source was found: *He* in "He mentioned"."""
    cue = discourse.reading.tokens(attribution, attribution.cue)
    if cue is None:
        return None
    for child in cue.root.children:
        if child.dep_ == "nsubj" and child.i < cue.start:
            span = Span(child.left_edge.idx, child.idx + len(child))
            named = any(s.figure and s.figure.is_surely_person for s in discourse.cast.within(span))
            return span if named or child.lower_ in {"he", "she"} else None
    return _nearest(discourse, attribution) if attribution.source else None


def _nearest(discourse: Discourse, attribution: Attribution) -> Span | None:
    """Return the name that stands nearest before a cue in its paragraph."""
    assert attribution.cue is not None
    at = attribution.cue.start
    paragraph = discourse.reading.body_text.rfind("\n", 0, at) + 1
    sighting = next((s for s in discourse.cast.before(at) if s.figure and s.figure.is_person), None)
    if sighting is None or sighting.in_headline or not paragraph <= sighting.start < at:
        return None
    return Span(sighting.start, sighting.phrase.end)
