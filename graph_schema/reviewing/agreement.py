"""Agreement between people and the machine: Cohen's kappa, field by field.

Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960:
kappa = (observed - expected) / (1 - expected), where what is expected by chance comes from how often each of
the two gives each value. Over statements that a person confirmed or corrected; rejected ones have no right
values, and are a number of their own.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from graph_schema.reviewing.review import Findings, Review, Verdict
from graph_schema.views import View


class FieldAgreement(View):
    """How often people and the machine agree on one field, of n; kappa is None where chance explains all."""

    field: str
    n: int
    agreed: int
    observed: float | None
    kappa: float | None


class Agreement(View):
    """What people found of the machine's statements, counted by the last review of each."""

    reviewed: int
    confirmed: int
    corrected: int
    rejected: int
    fields: tuple[FieldAgreement, ...]


def agreement(reviews: Iterable[Review]) -> Agreement:
    """Return the agreement over reviews, one a statement."""
    given = list(reviews)
    standing = [review for review in given if review.verdict is not Verdict.REJECT]
    return Agreement(
        reviewed=len(given),
        confirmed=sum(review.changes.empty for review in standing),
        corrected=sum(not review.changes.empty for review in standing),
        rejected=len(given) - len(standing),
        fields=tuple(_on(field, standing) for field in Findings.model_fields),
    )


def _on(field: str, reviews: Sequence[Review]) -> FieldAgreement:
    human = [getattr(review.human, field) for review in reviews]
    machine = [getattr(review.machine.findings, field) for review in reviews]
    agreed = sum(one == two for one, two in zip(human, machine, strict=True))
    return FieldAgreement(
        field=field,
        n=len(reviews),
        agreed=agreed,
        observed=agreed / len(reviews) if reviews else None,
        kappa=cohens_kappa(human, machine),
    )


def cohens_kappa(one: Sequence[Hashable], two: Sequence[Hashable]) -> float | None:
    """Return Cohen's kappa (at most 1) of two raters' values of the same things; None where it is undefined.

    It is undefined without things, and where both give one and the same value throughout.
    """
    n = len(one)
    first, second = Counter(one), Counter(two)
    expected = sum(first[value] * second[value] for value in first)  # of n * n
    if not n or expected == n * n:
        return None
    observed = sum(a == b for a, b in zip(one, two, strict=True))
    return (observed * n - expected) / (n * n - expected)
