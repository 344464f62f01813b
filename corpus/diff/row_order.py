"""One reading order out of several: the rows of a synopsis in the order of the last text.

What only earlier texts have stands after what it followed there, within the same article. A row that a later
text moved stands where that text has it, and what followed it in an earlier text does not go with it.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A row at its depth in one reading order; `moved` says that the pair of texts has it in two places."""

    row: R
    depth: int
    moved: bool = False


def in_order(sequences: Sequence[Sequence[Placed[R]]]) -> Iterator[tuple[R, int, R]]:
    """Every row of all sequences once, with its depth and the row at depth 0 that it is in."""
    tree: _Tree[R] = _Tree()
    for sequence in reversed(sequences):
        tree.take(sequence)
    return tree.walk()


class _Tree(Generic[R]):
    def __init__(self) -> None:
        self._below: dict[R | None, list[R]] = {None: []}
        self._above: dict[R, R | None] = {}
        self._moved: set[R] = set()

    def take(self, sequence: Iterable[Placed[R]]) -> None:
        """Put in the rows that are not in the tree yet."""
        path: list[R] = []
        last: dict[R | None, R] = {}
        moved: set[R] = set()
        for placed in sequence:
            row = placed.row
            del path[placed.depth :]
            parent = path[-1] if path else None
            if row not in self._above:
                self._insert(row, parent, last.get(parent))
            if self._above[row] == parent and row not in self._moved:
                last[parent] = row
            moved |= {row} if placed.moved else set()
            path.append(row)
        self._moved |= moved

    def _insert(self, row: R, parent: R | None, after: R | None) -> None:
        siblings = self._below.setdefault(parent, [])
        if siblings and siblings[-1] == after:
            siblings.append(row)
        else:
            siblings.insert(siblings.index(after) + 1 if after is not None else 0, row)
        self._above[row] = parent

    def walk(self) -> Iterator[tuple[R, int, R]]:
        """All rows, each before what is below it."""
        for unit in self._below[None]:
            yield from self._from(unit, 0, unit)

    def _from(self, row: R, depth: int, unit: R) -> Iterator[tuple[R, int, R]]:
        yield row, depth, unit
        for child in self._below.get(row, ()):
            yield from self._from(child, depth + 1, unit)
