"""Through whom it is reported: a spokesperson, an agency, a communique (via)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from ingest.annotations import Attribution, Party, Span
from ingest.linking.discourse import Discourse, place
from ingest.linking.references import meant
from ingest.linking.sentences import sentences
from ingest.reading import Reading

# Who passes on what somebody else said: "according to a ministry statement", ", the agency reported".
_ACCORDING = re.compile(r"\baccording to (?P<who>[^,.;:“”\"]{3,80})")
_REPORTED = re.compile(
    r",[”\"]? (?P<who>(?:an? |the |his |her )?[^,.;:“”\"]{3,60}?) (?:said|reported|announced|wrote)\b"
)


def relays(reading: Reading) -> None:
    """Write on each attribution who relays it, where the article says so."""
    discourse, marks = Discourse(reading), _marks(reading)
    spans = sentences(reading.body)
    starts = [span.start for span in spans]
    for attribution in reading.attributions:
        if attribution.in_headline or not attribution.speakers:
            continue
        sentence = spans[bisect_right(starts, place(attribution)) - 1]
        attribution.via = _herald(reading, attribution) or (
            _relay(discourse, attribution, sentence, marks) if attribution.source else None
        )


def _herald(reading: Reading, attribution: Attribution) -> Party | None:
    """Return the spokesperson to whom the whole text is attributed."""
    herald = reading.cast.herald
    if herald is None or any(party.id == herald.party.id for party in attribution.speakers):
        return None
    return replace(herald.party, reason="the text is attributed to this spokesperson")


def _relay(discourse: Discourse, attribution: Attribution, sentence: Span, marks: list[Span]) -> Party | None:
    """Return who in the same sentence passes the words on, without being the source of any statement."""
    text = discourse.reading.body_text
    for pattern in (_ACCORDING, _REPORTED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            who = Span(*match.span("who"))
            taken = any(mark.start < match.end() and who.start < mark.end for mark in marks)
            if taken or not discourse.cast.within(who):
                continue
            relaying = meant(discourse, who).parties[0]
            if relaying.id not in {party.id for party in attribution.speakers}:
                return replace(relaying, reason=f"relays: {match.group()[:40]!r}")
    return None


def _marks(reading: Reading) -> list[Span]:
    """Return the cues, sources and contents of the body: a relay is none of them."""
    said = [attribution for attribution in reading.attributions if not attribution.in_headline]
    return [span for a in said for span in (a.cue, a.source, *a.contents) if span]
