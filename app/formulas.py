"""Formulas: the words in a row that one speaker says again and again, and when.

A formula is maximal (no longer one is said in the same statements), begins and ends with a word that means
something, has at least two of those, and is said in at least so many statements on different days and in
different articles. It *returns* where more days than `PAUSE` lie between two statements that have it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from app.likeness import EMPTY
from graph_schema.filters import StatementFilter
from graph_schema.reads import stream_statements
from graph_schema.store import Graph
from graph_schema.views import StatementRow

LONGEST, LEAST_WORDS, PAUSE = 10, 2, 90
MOST = 5000  # statements that are looked at, the newest
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
Words = tuple[str, ...]


class Use(BaseModel):
    """One statement in which a formula is said."""

    model_config = ConfigDict(frozen=True)

    statement: str
    said_on: date
    claim: str
    article: str | None


class Return(BaseModel):
    """A formula said again after `days` days without it, with the statements before and after."""

    model_config = ConfigDict(frozen=True)

    days: int
    before: Use
    after: Use


class Formula(BaseModel):
    """Words that come back: in `n` statements, on `days` days, in `articles` articles; first and last use."""

    model_config = ConfigDict(frozen=True)

    formula: str
    n: int
    days: int
    articles: int
    first: Use
    last: Use
    returns: tuple[Return, ...]


async def formulas_of(graph: Graph, asked: StatementFilter, least: int = 3) -> list[Formula]:
    """Return the formulas in the newest 5000 statements that match: of one speaker or country."""
    rows = []
    async for row in stream_statements(graph, asked):
        rows.append(row)
        if len(rows) == MOST:
            break
    return formulas(rows, least)


def formulas(rows: Iterable[StatementRow], least: int = 3) -> list[Formula]:
    """Return the formulas of one speaker's statements, those of most statements first, then the longest."""
    dated = sorted((row for row in rows if row.said_on), key=lambda row: (row.said_on or date.min, row.id))
    known = {row.id: row for row in dated}
    said = _said(dated)
    kept = {words: ids for words, ids in said.items() if _often([known[key] for key in ids], least)}
    found = [_formula(words, [known[key] for key in kept[words]]) for words in _maximal(kept)]
    return sorted(found, key=lambda each: (-each.n, -len(each.formula), each.formula))


def _said(rows: Sequence[StatementRow]) -> Mapping[Words, list[str]]:
    """Return by words in a row the statements that have them, in order of time."""
    found: dict[Words, list[str]] = defaultdict(list)
    for row in rows:
        for words in dict.fromkeys(_runs([word.casefold() for word in _WORD.findall(row.claim)])):
            found[words].append(row.id)
    return found


def _runs(words: Sequence[str]) -> Iterator[Words]:
    for start, word in enumerate(words):
        if word in EMPTY:
            continue
        for end in range(start + LEAST_WORDS, min(start + LONGEST, len(words)) + 1):
            run = tuple(words[start:end])
            if run[-1] not in EMPTY and sum(each not in EMPTY for each in run) >= LEAST_WORDS:
                yield run


def _often(rows: Sequence[StatementRow], least: int) -> bool:
    days = {row.said_on for row in rows}
    return min(len(rows), len(days), len(_articles(rows))) >= least


def _articles(rows: Sequence[StatementRow]) -> set[str]:
    """Return the first article of each statement: its copies in others are the same text."""
    return {min(place.article for place in row.appearances) for row in rows if row.appearances}


def _maximal(said: Mapping[Words, Sequence[str]]) -> Iterator[Words]:
    """Yield the words in a row that no longer ones replace in all their statements."""
    inside: set[tuple[Words, tuple[str, ...]]] = set()
    for words in sorted(said, key=len, reverse=True):
        ids = tuple(said[words])
        if (words, ids) not in inside:
            yield words
        for start in range(len(words)):
            for end in range(start + LEAST_WORDS, len(words) + 1):
                inside.add((words[start:end], ids))


def _formula(words: Words, rows: Sequence[StatementRow]) -> Formula:
    uses = [_use(row) for row in rows]
    pauses = ((later.said_on - use.said_on, use, later) for use, later in pairwise(uses))
    return Formula(
        formula=" ".join(words),
        n=len(rows),
        days=len({row.said_on for row in rows}),
        articles=len(_articles(rows)),
        first=uses[0],
        last=uses[-1],
        returns=tuple(Return(days=p.days, before=a, after=b) for p, a, b in pauses if p.days > PAUSE),
    )


def _use(row: StatementRow) -> Use:
    assert row.said_on is not None  # those without a day are left out before
    article = min((place.article for place in row.appearances), default=None)
    return Use(statement=row.id, said_on=row.said_on, claim=row.claim, article=article)
