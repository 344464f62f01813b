"""Two to four texts beside one another: a row for each lid or onderdeel, a cell for each text that has it.

Each text is compared with the next one; what those comparisons say belongs together makes one row, also
through a text in between. What is gone for a while and comes back is one row again. Every word of every text
is in exactly one cell; texts that were divided or joined stand in one cell, one under another. In each cell
the words are compared with those of the nearest text before it that has the row.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise

from corpus.diff.blocks import text_difference
from corpus.diff.change import Change, ChangeKind, Side
from corpus.diff.comparison import Comparison, compare
from corpus.diff.layout import Step
from corpus.diff.row_order import Placed, in_order
from corpus.diff.words import Operation
from corpus.numbering import label
from corpus.provision import Provision

FEWEST, MOST = 2, 4
HEAD, TEXT = "head", "text"
Atom = tuple[int, str, str]
"""The head (number and heading) or the own text of a provision: which text, eId, part."""

Columns = Sequence[Sequence[Provision]]
Compared = Callable[[int, int], Comparison]


@dataclass(frozen=True, slots=True)
class SynopsisCell:
    """What one text has in a row: one provision, or several one under another.

    `ops` turn the words of the text `against` into these; None means that no text before it has the row, and
    then all of it is put in, or is the first there is.
    """

    sides: tuple[Side, ...]
    against: int | None
    kinds: tuple[ChangeKind, ...]
    ops: tuple[Operation, ...]

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "\n".join(side.text for side in self.sides)

    @property
    def label(self) -> str:
        """How what stands here is cited."""
        first, last = self.sides[0].label, self.sides[-1].label
        return first if first == last else f"{first} tot en met {last}"


@dataclass(frozen=True, slots=True)
class SynopsisRow:
    """A lid or the like over all texts; `unit` is the id of the row of the article it is in."""

    id: str
    unit: str
    depth: int
    cells: tuple[SynopsisCell | None, ...]

    @property
    def changed(self) -> bool:
        """Does any text say something else here than the one before it, or nothing at all?"""
        return None in self.cells or any(cell.kinds for cell in self.cells if cell)

    @property
    def label(self) -> str:
        """How the row is cited: by the last text that has it."""
        return next(cell.label for cell in reversed(self.cells) if cell)


def synopsis(columns: Columns, compared: Compared | None = None) -> tuple[SynopsisRow, ...]:
    """The rows of two to four texts, in the reading order of the last one.

    `compared` gives the comparison of text i with text j where one is at hand; else they are compared here.
    """
    if not FEWEST <= len(columns) <= MOST:
        raise ValueError(f"a synopsis has {FEWEST} to {MOST} texts, not {len(columns)}")
    return tuple(_Table(columns, compared or (lambda i, j: compare(columns[i], columns[j]))).rows())


@dataclass(frozen=True, slots=True)
class _Pairing:
    """One step of a comparison: the pieces of both texts, and what changed in them."""

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]
    depth: int
    moved: bool
    whole: bool
    change: Change | None


class _Table:
    def __init__(self, columns: Columns, compared: Compared) -> None:
        self._columns, self._compared = columns, compared
        self._parent: dict[Atom, Atom] = {}
        self._atoms = tuple(tuple(_atoms_of(k, column)) for k, column in enumerate(columns))
        self._pairs = [tuple(_pairings(compared(k, k + 1), k)) for k in range(len(columns) - 1)]
        for pairing in (p for pair in self._pairs for p in pair):
            self._join(pairing)
        for i, j in combinations(range(len(columns)), 2):
            if j > i + 1:
                self._bridge(i, j)

    def rows(self) -> Iterator[SynopsisRow]:
        """All rows that hold a word."""
        held = self._held()
        changes = self._changes()
        units: dict[Atom, str] = {}
        for row, depth, unit in in_order([list(self._sequence(pair)) for pair in self._pairs]):
            here = held.get(row, {})
            cells = self._cells(here, changes.get(row, {}))
            units.setdefault(row, _row_id(here))
            if any(cell and cell.text for cell in cells):
                yield SynopsisRow(units[row], units[unit], depth, cells)

    def _find(self, atom: Atom) -> Atom:
        while (above := self._parent.setdefault(atom, atom)) != atom:
            self._parent[atom] = self._parent[above]
            atom = above
        return atom

    def _join(self, pairing: _Pairing) -> None:
        """Pieces that stand beside one another are one row; in a lone article each provision has its own."""
        atoms = (*pairing.old, *pairing.new)
        for first, atom in pairwise(atoms):
            if not pairing.whole or first[:2] == atom[:2]:
                self._parent[self._find(atom)] = self._find(first)

    def _bridge(self, i: int, j: int) -> None:
        """Join what is in text i and again in text j, and in none between them."""
        held = self._held()

        def alone(atoms: Iterable[Atom], *, forward: bool) -> bool:
            between = set(range(i + 1, j + 1) if forward else range(i, j))
            return all(not between & set(held.get(self._find(atom), {})) for atom in atoms)

        ends = [a for a in self._atoms[i] if alone((a,), forward=True)]
        begins = [a for a in self._atoms[j] if alone((a,), forward=False)]
        if not (ends and begins):
            return
        for step in self._compared(i, j).steps:
            for p in _pairing(step, None, columns=(i, j)) if step.old and step.new else ():
                if alone(p.old, forward=True) and alone(p.new, forward=False):
                    self._join(p)

    def _held(self) -> dict[Atom, dict[int, list[Atom]]]:
        """Row -> text -> its pieces there, in the order of that text."""
        held: dict[Atom, dict[int, list[Atom]]] = {}
        for k, atoms in enumerate(self._atoms):
            for atom in atoms:
                held.setdefault(self._find(atom), {}).setdefault(k, []).append(atom)
        return held

    def _sequence(self, pair: Sequence[_Pairing]) -> Iterator[Placed[Atom]]:
        """The rows of a comparison in its order; those of a lone article below one another."""
        for p in pair:
            atoms = (*p.new, *p.old)
            outer = self._depths[atoms[0][:2]]
            for atom in atoms if p.whole else atoms[:1]:
                depth = p.depth + self._depths[atom[:2]] - outer if p.whole else p.depth
                yield Placed(self._find(atom), depth, moved=p.moved)

    @cached_property
    def _depths(self) -> Mapping[tuple[int, str], int]:
        return {
            (k, p.eid): depth for k, column in enumerate(self._columns) for p, depth in _with_depth(column, 0)
        }

    def _changes(self) -> dict[Atom, dict[int, list[Change]]]:
        """Row -> text -> the changes by which it came to read as it does there."""
        found: dict[Atom, dict[int, list[Change]]] = {}
        for k, pair in enumerate(self._pairs, start=1):
            for p in pair:
                for row in dict.fromkeys(map(self._find, p.new)) if p.change else ():
                    found.setdefault(row, {}).setdefault(k, []).append(p.change)  # type: ignore[arg-type]
        return found

    def _cells(
        self, held: Mapping[int, Sequence[Atom]], changes: Mapping[int, Sequence[Change]]
    ) -> tuple[SynopsisCell | None, ...]:
        cells: list[SynopsisCell | None] = []
        for k in range(len(self._columns)):
            before = next((i for i in reversed(range(k)) if cells[i]), None)
            cells.append(self._cell(held[k], changes.get(k, ()), cells, before) if k in held else None)
        return tuple(cells)

    def _cell(
        self,
        atoms: Sequence[Atom],
        changes: Sequence[Change],
        cells: Sequence[SynopsisCell | None],
        before: int | None,
    ) -> SynopsisCell:
        sides = tuple(self._sides(atoms))
        cell = SynopsisCell(sides, before, tuple(dict.fromkeys(k for c in changes for k in c.kinds)), ())
        earlier = cells[before] if before is not None else None
        if earlier is None:
            sign = "+" if ChangeKind.INSERTED in cell.kinds else "="
            return replace(cell, ops=((sign, cell.text),) if cell.text else ())
        next_to = before == atoms[0][0] - 1
        if next_to and not changes:  # equal but for the print of a number, which is no change
            return replace(cell, ops=(("=", cell.text),) if cell.text else ())
        ops = text_difference(earlier.text, cell.text)
        kinds = cell.kinds if next_to else (ChangeKind.MODIFIED,) * any(sign != "=" for sign, _ in ops)
        return replace(cell, ops=ops, kinds=kinds)

    def _sides(self, atoms: Sequence[Atom]) -> Iterator[Side]:
        """A side for each provision of which a piece is here."""
        parts: dict[tuple[int, str], set[str]] = {}
        for k, eid, part in atoms:
            parts.setdefault((k, eid), set()).add(part)
        for (k, eid), here in parts.items():
            path = self._paths[k][eid]
            piece = path[-1]
            if TEXT not in here:
                piece = replace(piece, text="")
            yield Side(eid, label(path), piece.printed() if HEAD in here else piece.text)

    @cached_property
    def _paths(self) -> tuple[Mapping[str, tuple[Provision, ...]], ...]:
        return tuple({path[-1].eid: path for path in _paths(column)} for column in self._columns)


def _pairings(comparison: Comparison, k: int) -> Iterator[_Pairing]:
    """The steps of the comparison of text k with the next one, with what changed."""
    for step, row in zip(comparison.steps, comparison.rows, strict=True):
        yield from _pairing(step, row.change, columns=(k, k + 1))


def _pairing(step: Step, change: Change | None, *, columns: tuple[int, int]) -> Iterator[_Pairing]:
    old, new = (
        tuple(atom for node in nodes for atom in _pieces(column, node.provision, whole=step.whole))
        for column, nodes in zip(columns, (step.old, step.new), strict=True)
    )
    if old or new:
        yield _Pairing(old, new, step.depth, step.moved, step.whole, change)


def _pieces(column: int, provision: Provision, *, whole: bool) -> Iterator[Atom]:
    for p in provision.walk() if whole else (provision,):
        if p.num or p.heading or not p.text:
            yield column, p.eid, HEAD
        if p.text:
            yield column, p.eid, TEXT


def _atoms_of(column: int, provisions: Sequence[Provision]) -> Iterator[Atom]:
    for provision in provisions:
        yield from _pieces(column, provision, whole=True)


def _with_depth(provisions: Iterable[Provision], depth: int) -> Iterator[tuple[Provision, int]]:
    for p in provisions:
        yield p, depth
        yield from _with_depth(p.children, depth + 1)


def _paths(
    provisions: Iterable[Provision], above: tuple[Provision, ...] = ()
) -> Iterator[tuple[Provision, ...]]:
    for p in provisions:
        yield (*above, p)
        yield from _paths(p.children, (*above, p))


def _row_id(held: Mapping[int, Sequence[Atom]]) -> str:
    """An id that depends on the eIds only, so that a row can be pointed at."""
    name = "|".join(",".join(f"{eid}#{part}" for _, eid, part in held.get(k, ())) for k in range(MOST))
    return f"r-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
