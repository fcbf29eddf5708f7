"""Marked readings (see `stages.marked`) as the stages that find out who is meant need them."""

from __future__ import annotations

from dataclasses import replace

from graph_schema.vocabulary import AttributionKind
from ingest.reading import Reading
from tests.ingest.stages.marked import reading


def marked(text: str, publisher: str = "", day: str = "2023-08-07") -> Reading:
    """Return the reading of a marked text, one paragraph a line; a first line after "# " is the headline.

    A content without source and cue is carried over.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    headline = lines.pop(0).removeprefix("# ") if lines[0].startswith("# ") else ""
    made = reading("\n".join(lines), headline, day)
    made.article = replace(made.article, publisher=publisher)
    for attribution in made.attributions:
        if attribution.source is None and attribution.cue is None:
            attribution.attribution = AttributionKind.CARRIED_OVER
    return made
