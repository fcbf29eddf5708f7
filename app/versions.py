"""Readouts of one event side by side: which claims several report, and which only one of them does.

Article by article, claims are assigned one to one to those found so far, so that the sum of their likeness is
the highest; `likeness` says what it is made of, and from where on two claims are the same.
"""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from app.assignment import assigned
from app.likeness import Likeness, likeness, telling
from app.wording import Stretch, differences
from graph_schema.views import ArticleRow, StatementRow

Group = list[StatementRow]


class Claim(BaseModel):
    """One claim: the articles that report it, its statement in each, and how alike those are.

    `similarity` is the total of `likeness`, that of the statement which joined last; `wording` is how the
    first two statements differ, word by word. All three are empty where one statement stands alone.
    """

    model_config = ConfigDict(frozen=True)

    reported_by: tuple[str, ...]
    in_all: bool
    similarity: float | None
    likeness: Likeness | None = None
    wording: tuple[Stretch, ...] = ()
    statements: tuple[StatementRow, ...]


def aligned(articles: Sequence[ArticleRow], statements: Sequence[StatementRow]) -> list[Claim]:
    """Return the claims of an event's articles, those that most report first."""
    weight = telling(statements)
    groups: list[Group] = []
    alike: dict[str, Likeness] = {}
    for article in articles:
        placed = {row.id for group in groups for row in group}
        mine = [row for row in statements if carried(row, article.id) and row.id not in placed]
        free = [group for group in groups if not any(carried(row, article.id) for row in group)]
        alike |= join(mine, free, groups, weight)
    known = {article.id for article in articles}
    claims = [claim(group, known, alike.get(group[-1].id)) for group in groups]
    return sorted(
        claims, key=lambda each: (-len(each.reported_by), each.reported_by, -(each.similarity or 0))
    )


def join(
    rows: Sequence[StatementRow], free: Sequence[Group], groups: list[Group], weight: Mapping[str, float]
) -> dict[str, Likeness]:
    """Put each row to the group that says the same, or by itself; return how alike it is, by its id."""
    found = [[best(row, group, weight) for group in free] for row in rows]
    pairs = dict(assigned([[each.total if each.same else 0.0 for each in scores] for scores in found]))
    for number, row in enumerate(rows):
        if number in pairs:
            free[pairs[number]].append(row)
        else:
            groups.append([row])
    return {rows[number].id: found[number][group] for number, group in pairs.items()}


def best(row: StatementRow, group: Group, weight: Mapping[str, float]) -> Likeness:
    """Return how alike a statement is to the one of a group that it is most like."""
    return max((likeness(each, row, weight) for each in group), key=lambda found: found.total)


def carried(row: StatementRow, article: str) -> bool:
    """Tell whether an article carries a statement."""
    return any(place.article == article for place in row.appearances)


def claim(statements: Sequence[StatementRow], articles: set[str], alike: Likeness | None) -> Claim:
    """Return a group of statements as one claim."""
    carriers = {place.article for row in statements for place in row.appearances} & articles
    wordings = [row.claim for row in statements[:2]]
    return Claim(
        reported_by=tuple(sorted(carriers)),
        in_all=carriers == articles,
        similarity=alike.total if alike else None,
        likeness=alike,
        wording=tuple(differences(*wordings)) if len(wordings) == 2 else (),
        statements=tuple(statements),
    )
