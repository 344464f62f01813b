"""The rows of a comparison that hold words, with what a page or a table must know of each beside them.

Whether the first line is a heading, of an article or of what holds articles; and out of which article of the
old text a provision came that was moved to another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.diff import ChangeKind, Comparison, Row
from corpus.provision import CONTAINERS, ProvisionKind

_HEADED = CONTAINERS | {ProvisionKind.ARTICLE}


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """A row; `left` is the eId of the old article that it left."""

    row: Row
    is_headed: bool
    left: str = ""


def headed_rows(comparison: Comparison) -> Iterator[HeadedRow]:
    """All rows in the order of the comparison."""
    for row, step in zip(comparison.rows, comparison.steps, strict=True):
        if not any(side and side.text for side in (row.old, row.new)):
            continue
        kind = (*step.new, *step.old)[0].provision.kind
        moved = row.depth and row.change is not None and ChangeKind.MOVED in row.change.kinds
        left = step.old[0].unit.eid if moved and step.old else ""
        yield HeadedRow(row, row.depth == 0 and kind in _HEADED, left)
