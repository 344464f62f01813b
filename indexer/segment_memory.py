"""What an embedded index keeps in memory between two commits: columns of its segments, read once.

It knows segments by what they answer, not the library they come from: the door to that is `whoosh_engine`.
"""

from array import array
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any


def column_of(leaf: Any, name: str) -> Any:
    """A column of a segment, as it was written."""
    return leaf.column_reader(name, translate=False)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is kept in memory of a segment: per document the number of its facets, and its length."""

    facets: "array[int]"
    lengths: "array[int]"


@dataclass(slots=True)
class SegmentMemory:
    """What outlives a commit: the numbers of combinations of facet values, and columns per segment."""

    facets: dict[bytes, int] = field(default_factory=dict)
    segments: dict[str, _Columns] = field(default_factory=dict)

    def columns(self, leaf: Any) -> _Columns:
        """The columns of a segment, read once."""
        key = leaf.segment().segment_id()
        if key not in self.segments:
            numbers = (self.facets.setdefault(value, len(self.facets)) for value in column_of(leaf, "facets"))
            self.segments[key] = _Columns(array("I", numbers), array("I", column_of(leaf, "length")))
        return self.segments[key]

    def keep(self, segments: Set[str]) -> None:
        """Forget the segments that are no longer part of the index."""
        self.segments = {key: columns for key, columns in self.segments.items() if key in segments}
