"""Who is named inside a claim."""

from collections.abc import Iterator, Set

from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.names import Mention, NameKind


def named_in(claim: str, gazetteer: Gazetteer, cast: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield (id of the gazetteer, words) of each actor named in a claim, each once.

    A name that several may bear, or that means somebody only in context (Wang), counts if just one of them
    is in the article's `cast`; else it is nobody's.
    """
    found: dict[str, str] = {}
    for mention in gazetteer.mentions(claim):
        key = _meant(mention, cast)
        if key is not None:
            found.setdefault(key, claim[mention.start : mention.end])
    yield from found.items()


def _meant(mention: Mention, cast: Set[str]) -> str | None:
    present = [key for key in mention.ids if key in cast]
    if present:
        return present[0] if len(present) == 1 else None
    strong = [candidate for candidate in mention.candidates if candidate.strong]
    persons = [candidate for candidate in strong if candidate.kind is NameKind.PERSON]
    return strong[0].id if strong and len(persons) < 2 else None
