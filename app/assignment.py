"""The best way to pair rows with columns, one to one: of all ways the one with the highest sum of scores."""

from collections.abc import Sequence
from math import inf


def assigned(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of the best assignment, by row; pairs without a score are left out.

    The Hungarian method with potentials, O(rows² · columns); `scores` is a full matrix of numbers from 0.
    """
    if not scores or not scores[0]:
        return []
    if len(scores) > len(scores[0]):
        turned = [list(column) for column in zip(*scores, strict=True)]
        return sorted((row, column) for column, row in assigned(turned))
    found = _matched([[-score for score in row] for row in scores])
    return [(row, column) for row, column in found if scores[row][column] > 0]


def _matched(costs: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    rows, columns = len(costs), len(costs[0])
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken, way = [0] * (columns + 1), [0] * (columns + 1)  # rows from 1; 0 is nobody
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, seen = [inf] * (columns + 1), [False] * (columns + 1)
        while taken[column]:
            seen[column] = True
            column = _reach(costs, column, taken, way, least, seen, by_row, by_column)
        while column:
            taken[column], column = taken[way[column]], way[column]
    return sorted((taken[column] - 1, column - 1) for column in range(1, columns + 1) if taken[column])


def _reach(
    costs: Sequence[Sequence[float]],
    column: int,
    taken: list[int],
    way: list[int],
    least: list[float],
    seen: list[bool],
    by_row: list[float],
    by_column: list[float],
) -> int:
    """Lower the potentials by the shortest step from what is seen; return the column it leads to."""
    row = taken[column]
    unseen = [each for each in range(1, len(seen)) if not seen[each]]
    for each in unseen:
        cost = costs[row - 1][each - 1] - by_row[row] - by_column[each]
        if cost < least[each]:
            least[each], way[each] = cost, column
    nearest = min(unseen, key=least.__getitem__)
    step = least[nearest]
    for each in range(len(seen)):
        if seen[each]:
            by_row[taken[each]] += step
            by_column[each] -= step
        else:
            least[each] -= step
    return nearest
