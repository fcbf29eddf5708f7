"""Where sentences begin, read off the parse at once: walking a parsed text sentence by sentence is slow."""

from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from ingest.annotations import Span


def starts(doc: Doc) -> list[int]:
    """Return the index of the first token of each sentence."""
    if not len(doc):
        return []
    marks = np.flatnonzero(doc.to_array("SENT_START") == 1)
    return sorted({0, *map(int, marks)})


def sentences(doc: Doc) -> list[Span]:
    """Return each sentence's span in characters."""
    offsets = [doc[at].idx for at in starts(doc)]
    if offsets:
        offsets.append(doc[-1].idx + len(doc[-1]))
    return [Span(start, end) for start, end in pairwise(offsets)]
