"""One reading order for both versions: what stays, what goes, what comes, and what goes here and comes there.

The new text is in its own order, and so is the old. A row stays when it is in the order of both; a provision
that was moved takes all below it along. What a tracked document cannot show at one place is a move.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from corpus.diff import ChangeKind, Comparison, Operation, Row
from corpus.diff.blocks import text_difference
from corpus.diff.layout import Step
from corpus.diff.links import heaviest_increasing
from corpus.diff.node import Node


class Fate(StrEnum):
    """What becomes of the words at this place."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words at one place. `move` is the number of a move, the same at both its ends; 0 is no move."""

    fate: Fate
    nodes: tuple[Node, ...]
    operations: tuple[Operation, ...]
    whole: bool = False
    move: int = 0


@dataclass(slots=True)
class _Placed:
    """A row with where its old words stood; `carried` along with a row that was moved, or moved itself."""

    row: Row
    step: Step
    at: int | None
    carried: bool
    move: int = 0

    @property
    def old(self) -> str:
        return self.row.old.text if self.row.old else ""

    @property
    def new(self) -> str:
        return self.row.new.text if self.row.new else ""

    @property
    def is_pair(self) -> bool:
        """Are there words on both sides? One that has none is only a pointer to where the words are."""
        return bool(self.old and self.new)


def passages(comparison: Comparison) -> Iterator[Passage]:
    """All passages. Those that go and those that stay are the old text, those that come and stay the new."""
    placed = _placed(comparison)
    stays = [p for p in placed if p.is_pair and not p.carried]
    kept = heaviest_increasing([p.at or 0 for p in stays], [len(p.new) for p in stays])
    staying = {id(p) for k, p in enumerate(stays) if k in kept}
    leaving = sorted(
        (p for p in placed if p.at is not None and id(p) not in staying), key=lambda p: p.at or 0
    )
    _number_moves(placed, leaving, staying)
    yield from _merged(placed, leaving, staying)


def _merged(placed: Sequence[_Placed], leaving: Sequence[_Placed], staying: set[int]) -> Iterator[Passage]:
    """The new order, and after each row that stays what only the old text has there."""
    ends = [p.at or 0 for p in placed if id(p) in staying]
    until = iter([*ends[1:], float("inf")])
    gone = 0

    def departures(limit: float) -> Iterator[Passage]:
        nonlocal gone
        while gone < len(leaving) and (leaving[gone].at or 0) < limit:
            yield _departure(leaving[gone])
            gone += 1

    yield from departures(ends[0] if ends else float("inf"))
    for p in placed:
        if id(p) in staying:
            yield Passage(Fate.KEPT, p.step.new, _operations(p.row))
            yield from departures(next(until))
        elif p.new:
            yield _arrival(p)


def _departure(p: _Placed) -> Passage:
    if not p.is_pair:
        return Passage(Fate.DELETED, p.step.old, (("-", p.old),), p.step.whole)
    return Passage(Fate.MOVED_FROM, p.step.old, _signs(p.row, "=-"), move=p.move)


def _arrival(p: _Placed) -> Passage:
    if not p.is_pair:
        return Passage(Fate.INSERTED, p.step.new, (("+", p.new),), p.step.whole)
    return Passage(Fate.MOVED_TO, p.step.new, _signs(p.row, "=+"), move=p.move)


def _operations(row: Row) -> tuple[Operation, ...]:
    """From the old print to the new; equal texts may still print a number in two ways."""
    if row.change is not None:
        return row.change.ops
    return text_difference(row.old.text if row.old else "", row.new.text if row.new else "")


def _signs(row: Row, signs: str) -> tuple[Operation, ...]:
    return tuple(op for op in _operations(row) if op[0] in signs)


def _placed(comparison: Comparison) -> list[_Placed]:
    ranks: dict[Node, int] = {}
    found: list[_Placed] = []
    carrier: int | None = None
    for row, step in zip(comparison.rows, comparison.steps, strict=True):
        if step.old and not ranks:
            ranks = _ranks(step.old[0])
        if carrier is not None and row.depth <= carrier:
            carrier = None
        placed = _Placed(row, step, None, carried=False)
        placed.at = ranks[step.old[0]] if placed.old else None
        moved = row.change is not None and ChangeKind.MOVED in row.change.kinds
        if carrier is None and moved and placed.is_pair:
            carrier = row.depth
        placed.carried = carrier is not None
        found.append(placed)
    return found


def _ranks(node: Node) -> dict[Node, int]:
    """Every node of a version with its place in the order of the document."""
    root = node
    while root.parent is not None:
        root = root.parent
    return {n: k for k, n in enumerate(root.below())}


def _number_moves(placed: Sequence[_Placed], leaving: Sequence[_Placed], staying: set[int]) -> None:
    """One number for rows that left side by side and arrive side by side."""
    left = {id(p): k for k, p in enumerate(leaving)}
    arriving = [p for p in placed if id(p) not in staying and p.new]
    number = 0
    for before, p in pairwise([None, *arriving]):
        if p is None or not p.is_pair:
            continue
        together = before is not None and before.move and left[id(before)] + 1 == left[id(p)]
        number += not together
        p.move = number


def spread(passage: Passage) -> Iterator[Passage]:
    """A passage that holds all below its nodes as one passage for each provision with words."""
    if not passage.whole:
        yield passage
        return
    sign = passage.operations[0][0]
    for top in passage.nodes:
        for node in (top, *top.below()):
            if printed := node.provision.printed():
                yield replace(passage, nodes=(node,), operations=((sign, printed),), whole=False)
