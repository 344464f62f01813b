"""Runs that two sequences have in common: what is equal, or most alike, and in the same order.

Exact up to `_MOST_CELLS` cells after equal ends were cut off; beyond that in linear time, each key paired
with its next occurrence, which is right for long lists that differ in a few places.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

_MOST_CELLS = 160_000


def common_run(old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """Pairs of positions with equal keys, increasing on both sides."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    middle = _exact(left, right) if len(left) * len(right) <= _MOST_CELLS else _forward(left, right)
    ends = [(len(old) - end + k, len(new) - end + k) for k in range(end)]
    return [(k, k) for k in range(start)] + [(start + i, start + j) for i, j in middle] + ends


def _exact(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    length = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = length[i], length[i + 1]
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if old[i] == new[j] else max(below[j], row[j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1


def _forward(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    places: dict[object, list[int]] = defaultdict(list)
    for j, key in enumerate(new):
        places[key].append(j)
    after = 0
    for i, key in enumerate(old):
        found = places.get(key, [])
        at = bisect_left(found, after)
        if at < len(found):
            yield i, found[at]
            after = found[at] + 1


def best_in_order(
    rows: Sequence[int], columns: Sequence[int], scores: Mapping[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """The pairs, increasing on both sides, whose scores add up highest; none when there are too many."""
    if len(rows) * len(columns) > _MOST_CELLS:
        return []
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            paired = scores.get((rows[i], columns[j]), 0.0) + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(rows) and j < len(columns):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((rows[i], columns[j]))
            i, j = i + 1, j + 1
    return pairs
