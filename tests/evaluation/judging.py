"""The tagger's judgement (act, stance, topics) of statements whose spans somebody else found."""

from __future__ import annotations

from ingest.annotations import Attribution, Span
from ingest.reading import Reading
from ingest.tagging.tagger import Tagger
from ingest.tagging.windows import Place, Run, Window


def judge(tagger: Tagger, reading: Reading) -> None:
    """Write the tagger's scores on each attribution of a reading."""
    for window in tagger.windows.of(reading.body_text, reading.headline_text):
        placed = [
            (attribution, contents, cue)
            for attribution in reading.attributions
            if (contents := _runs(window, attribution, attribution.contents))
            for cue in [_runs(window, attribution, [attribution.cue] if attribution.cue else [])]
            if window.counts((cue or contents)[0].start)
        ]
        if not placed:
            continue
        hidden, _ = tagger.network.encode(window.ids)
        judged = tagger.network.judge(hidden, [row[1] for row in placed], [row[2] for row in placed])
        for row, (attribution, _, _) in enumerate(placed):
            attribution.scores = tagger._scores(judged, row)


def _runs(window: Window, attribution: Attribution, spans: list[Span]) -> list[Run]:
    """Return the pieces of a window that spans touch, a run each; none for a span outside."""
    places = {Place.HEADLINE} if attribution.in_headline else {Place.CONTEXT, Place.BODY}
    found = []
    for span in spans:
        inside = [
            at
            for at, piece in enumerate(window.spans)
            if window.places[at] in places and piece.start < span.end and span.start < piece.end
        ]
        if inside:
            found.append(Run(inside[0], inside[-1] + 1))
    return found
