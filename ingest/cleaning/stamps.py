"""The lines by which a page says when it was published: `Updated 23:04, 07-Aug-2023`."""

import re
from collections.abc import Iterator

from graph_schema.vocabulary import Precision
from ingest.given.moments import Moment, moment

LONGEST_STAMP = 120

_LABEL = re.compile(
    r"(?P<label>(?:first |last |date |originally )?"
    r"(?:updated?|published?|posted|modified|released|date(?:line)?)(?: on| at)?)\b\s*:?\s*",
    re.IGNORECASE,
)
_LATER = re.compile("updat|modif|last", re.IGNORECASE)
_FIELD_END = re.compile(r"[|•·]\s*$|\s{2,}$")


def stamp(line: str) -> Moment | None:
    """Return the moment of a line that is a page stamp, None for any other line.

    A line is one if it has nothing but a date or time, with or without a label, or if its last field has a
    labelled one: `China Daily | Updated: 2023-08-07 23:04`. Of several the first publication counts.
    """
    if len(line) > LONGEST_STAMP:
        return None
    bare = moment(line)
    found = [(False, bare)] if bare else list(_labelled(line))
    first = min(found)[1] if found else None
    return first if first and first.precision not in (Precision.YEAR, Precision.MONTH) else None


def _labelled(line: str) -> Iterator[tuple[bool, Moment]]:
    """Yield (whether it is a later one, moment) of each labelled date; nothing if words stand after one."""
    labels = list(_LABEL.finditer(line))
    if not labels or not _starts_a_field(line, labels[0].start()):
        return
    ends = [label.start() for label in labels[1:]] + [len(line)]
    for label, end in zip(labels, ends, strict=True):
        written = moment(line[label.end() : end].strip(" |•·;,-"))
        if written is None:
            return
        yield bool(_LATER.search(label["label"])), written


def _starts_a_field(line: str, start: int) -> bool:
    before = line[:start]
    return not before.strip() or bool(_FIELD_END.search(before))
