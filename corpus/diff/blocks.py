"""The difference of two texts: by words, and of a table by rows and cells.

A row is a block of which the cells are separated by tabs. Rows are paired first, equal ones and then those
whose first cells or words agree; in a pair of rows with as many cells each cell is compared with its own.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.diff.runs import best_in_order, common_run
from corpus.diff.words import Operation, difference, merged

_LEAST_ROW = 0.3
_SAME_HEAD = 0.5


def text_difference(old: str, new: str) -> tuple[Operation, ...]:
    """The operations that turn `old` into `new`; those of a table never cross the border of a cell."""
    if "\t" not in old or "\t" not in new or old == new:
        return difference(old, new)
    return tuple(merged(_by_rows(old.split("\n"), new.split("\n"))))


def _by_rows(old: Sequence[str], new: Sequence[str]) -> Iterator[Operation]:
    i = j = 0
    for left, right in (*_pairs(old, new), (len(old), len(new))):
        for k in range(i, left):
            yield "-", _line(old, k)
        for k in range(j, right):
            yield "+", _line(new, k)
        if left < len(old):
            yield from _row(_line(old, left), _line(new, right))
        i, j = left + 1, right + 1


def _line(rows: Sequence[str], at: int) -> str:
    return f"\n{rows[at]}" if at else rows[at]


def _row(old: str, new: str) -> Iterator[Operation]:
    """Two rows, or two blocks that are no rows; the line end before them is theirs."""
    if old[:1] == new[:1] == "\n":
        yield "=", "\n"
        old, new = old[1:], new[1:]
    left, right = old.split("\t"), new.split("\t")
    if len(left) != len(right):
        yield from difference(old, new)
        return
    for k, (before, after) in enumerate(zip(left, right, strict=True)):
        if k:
            yield "=", "\t"
        yield from difference(before, after)


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    equal = common_run(old, new)
    found = []
    i = j = 0
    for left, right in (*equal, (len(old), len(new))):
        rows, columns = range(i, left), range(j, right)
        scores = {(r, c): s for r in rows for c in columns if (s := _likeness(old[r], new[c])) >= _LEAST_ROW}
        found += best_in_order(rows, columns, scores)
        i, j = left + 1, right + 1
    return sorted([*equal, *found])


def _likeness(old: str, new: str) -> float:
    words = [set(re.findall(r"\w+", row.casefold())) for row in (old, new)]
    total = sum(map(len, words))
    same_head = old.partition("\t")[0] == new.partition("\t")[0] != ""
    return (2 * len(words[0] & words[1]) / total if total else 0.0) + _SAME_HEAD * same_head
