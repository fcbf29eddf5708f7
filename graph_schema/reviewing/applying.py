"""Reviews applied to what is about to be written: so they survive whatever is read again.

A review finds its statement by id; where the reader has changed and the id with it, by its place: the words
are looked for in the text as it is now, and the statement that covers most of them is meant. Where none
stands there any more, the one that a person confirmed or corrected is written as the review keeps it.
"""

from collections.abc import Mapping

from graph_schema.contribution import Contribution
from graph_schema.relationships import ReportedIn
from graph_schema.reviewing.review import Review, Saying, Verdict
from graph_schema.reviewing.sayings import corrected, saying_in, with_saying, without
from graph_schema.selectors import Selector, reanchor

SAME = 0.5  # of the words of both that two places must share


def reviewed(contribution: Contribution, reviews: Mapping[str, Review]) -> Contribution:
    """Return a contribution as people have reviewed it; `reviews` are by statement."""
    ids = {each.id for each in contribution.statements}
    for key, review in sorted(reviews.items()):
        if key in ids or review.article == contribution.article.id:
            contribution = _after(contribution, review)
    return contribution


def _after(contribution: Contribution, review: Review) -> Contribution:
    place = _place(contribution, review)
    key = review.statement if _has(contribution, review.statement) else _standing(contribution, place)
    found = saying_in(contribution, key) if key else None
    if found is None:
        found = _moved(review, place) if review.verdict is not Verdict.REJECT else None
    if found is None:
        return contribution
    rest = without(contribution, found.statement.id)
    return rest if review.verdict is Verdict.REJECT else with_saying(rest, corrected(found, review))


def _has(contribution: Contribution, key: str) -> bool:
    return any(each.id == key for each in contribution.statements)


def _place(contribution: Contribution, review: Review) -> ReportedIn | None:
    """Return where the reviewed words stand now."""
    kept = next((e for e in review.machine.reported_in if e.end == contribution.article.id), None)
    if kept is None:
        return None
    ranges = tuple(zip(kept.starts, kept.ends, strict=True))
    text = contribution.article.headline if kept.in_headline else contribution.article.text
    found = reanchor(Selector(ranges, kept.exact, kept.prefix, kept.suffix), text)
    if found is None:
        return None
    moved = {
        "starts": tuple(start for start, _ in found.ranges),
        "ends": tuple(end for _, end in found.ranges),
        "prefix": found.prefix,
        "suffix": found.suffix,
    }
    return kept.model_copy(update=moved)


def _standing(contribution: Contribution, place: ReportedIn | None) -> str | None:
    """Return the statement that shares most of a place, and at least half of all words of both."""
    if place is None:
        return None
    shares = {
        edge.start: _shared(edge, place)
        for edge in contribution.reported_in
        if edge.in_headline == place.in_headline
    }
    best = max(sorted(shares), key=lambda key: shares[key], default=None)
    return best if best is not None and shares[best] >= SAME else None


def _shared(one: ReportedIn, two: ReportedIn) -> float:
    """Return the share of the characters of both places that are in both."""
    first, second = _characters(one), _characters(two)
    return len(first & second) / len(first | second)


def _characters(edge: ReportedIn) -> set[int]:
    return {at for start, end in zip(edge.starts, edge.ends, strict=True) for at in range(start, end)}


def _moved(review: Review, place: ReportedIn | None) -> Saying | None:
    """Return the reviewed statement as it was kept, where its words stand now; None where they are gone."""
    if place is None:
        return None
    machine = review.machine
    return machine.model_copy(update={"reported_in": (place,), "made_at": ()})
