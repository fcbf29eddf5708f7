"""Who stands behind a passive without an agent: both sides, whoever spoke last, the issuer of the text."""

from __future__ import annotations

import re

from ingest.annotations import Attribution, Span
from ingest.linking.discourse import Discourse, Meant, place
from ingest.linking.figures import Encounter

# What both sides did, though nobody is named; any other passive goes on with whoever spoke last.
_BOTH = re.compile(
    r"discuss|agree|review|exchange|attention(?! (?:was|were) (?:also )?drawn)"
    r"|touched|dwel|considered|covered|substantive|place was|mention"
    r"|understanding|shared|mutual|on record",
    re.I,
)
# A judgement with no holder, or with two, is both sides', whatever the passive that it hangs on.
_JUDGED = re.compile(
    r"(?:the )?(?:\w+ )?(?:importance|significance|role|closeness|momentum|dynamics|similarity) of\b"
    r"|there (?:is|was) no alternative\b|(?:the |a |an )?(?:both|mutual|shared|common)\b",
    re.I,
)
# What one side offers the other accepts.
_ACCEPTED = re.compile(r"\baccept(?:ed|s)?\b", re.I)
_OFFERED = re.compile(r"(?:the|an|this|that|his|her)? ?(?:\w+ )?(?:invitation|offer|proposal)\b", re.I)
_IN_A_JOINT_TEXT = re.compile(r"\bin (?:the|a|their) joint (?:statement|declaration|communiqu\w+|text)", re.I)


def unsaid(discourse: Discourse, attribution: Attribution, last: Meant | None) -> Meant:
    """Return who stands behind a passive without an agent."""
    at = place(attribution)
    table = discourse.table(at)
    if table is None and (issued := discourse.issued()):
        return issued
    if other := _other_than_told(discourse, attribution):
        return other
    if last and (table is None or not _of_both(discourse, attribution)):
        return last
    return _spoke_together(discourse, table) or discourse.together(at) or last or Meant([])


def _spoke_together(discourse: Discourse, table: Encounter | None) -> Meant | None:
    """Return who at a table spoke together last for all its states: who sat beside them is no side."""
    states = {figure.party.country for figure in table.parties} if table else set()
    for before, spoken in zip(reversed(discourse.noted), reversed(discourse.spoken), strict=True):
        if table is None or place(before) < table.at:
            return None
        if spoken.several and {party.country for party in spoken.parties} == states:
            return spoken
    return None


def _of_both(discourse: Discourse, attribution: Attribution) -> bool:
    """Whether both sides must have said it, by the cue, the content or the text in which it stands."""
    said = discourse.reading.words(attribution, attribution.cue)
    content = discourse.reading.words(attribution, attribution.contents[0])
    if _BOTH.search(said) or _JUDGED.match(content):
        return True
    cue = discourse.reading.tokens(attribution, attribution.cue)
    return cue is not None and _IN_A_JOINT_TEXT.match(cue[0].sent.text) is not None


def _other_than_told(discourse: Discourse, attribution: Attribution) -> Meant | None:
    """Return who sits opposite the one who was invited or thanked."""
    cue = discourse.reading.tokens(attribution, attribution.cue)
    table = discourse.table(place(attribution))
    if cue is None or table is None or len(table.parties) != 2:
        return None
    if _ACCEPTED.search(cue.text) and _OFFERED.match(
        discourse.reading.words(attribution, attribution.contents[0])
    ):
        offered = discourse.last_alone()
        others = [figure for figure in table.parties if offered and figure.party.id != offered.id]
        return Meant.of(others) if len(others) == 1 else None
    told = next((child for child in cue.root.children if child.dep_ == "nsubjpass"), None)
    if told is None:
        return None
    named = discourse.cast.within(Span(told.idx, told.idx + len(told)), attribution.in_headline)
    figures = [sighting.figure for sighting in named]
    states = {figure.party.country for figure in figures if figure and not figure.is_person}
    others = [f for f in table.parties if f not in figures and f.party.country not in states]
    return Meant.of(others) if len(others) == 1 else None
