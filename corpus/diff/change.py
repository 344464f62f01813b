"""What a comparison is made of: sides, changes with their kinds, and rows."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.diff.words import Operation


class ChangeKind(StrEnum):
    """What happened to a provision; a change may bear several.

    `consequential` says that all of a change follows from another one: a number from a neighbour that was
    put in or taken out, a reference from the renumbering of what it refers to.
    """

    INSERTED = "inserted"
    DELETED = "deleted"
    MODIFIED = "modified"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    HEADING = "heading"
    PUNCTUATION = "punctuation"
    CONSEQUENTIAL = "consequential"


@dataclass(frozen=True, slots=True)
class Side:
    """A provision on one side: its own print, or all of it when the other side has nothing.

    The text is empty where the provision is only named: its words are in a row of their own.
    """

    eid: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one aligned provision. `id` depends on the eIds only, so that it can be cited.

    A split has one old side and several new ones, a merger the reverse.
    """

    id: str
    kinds: tuple[ChangeKind, ...]
    old: tuple[Side, ...]
    new: tuple[Side, ...]
    ops: tuple[Operation, ...]
    matched_by: str | None

    @property
    def place(self) -> Side:
        """The side by which the change is cited: the new text where there is one."""
        sides = (*self.new, *self.old)
        return next((side for side in sides if side.text), sides[0])


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the view, in reading order; `unit` is the eId of the article (or the like) it is in.

    Where a side holds several provisions, its text is theirs, one after another. A row with `moved_to` is a
    mark without words: here stood `old`, which is shown at `moved_to`, in the row that bears the same change.
    """

    old: Side | None
    new: Side | None
    depth: int
    unit: str
    change: Change | None
    moved_to: Side | None = None
