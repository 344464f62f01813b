"""What outlives a commit, so that a small one costs little: columns of its segments, read once.

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
class Columns:
    """What is kept in memory of a segment: per document its numbers."""

    facets: "array[int]" = field(default_factory=lambda: array("I"))
    groups: "array[int]" = field(default_factory=lambda: array("I"))
    lengths: "array[int]" = field(default_factory=lambda: array("I"))
    sequences: "array[int]" = field(default_factory=lambda: array("I"))

    def extend(self, other: "Columns") -> None:
        """Put the documents of another segment behind these."""
        self.facets.extend(other.facets)
        self.groups.extend(other.groups)
        self.lengths.extend(other.lengths)
        self.sequences.extend(other.sequences)


@dataclass(slots=True)
class SegmentMemory:
    """What outlives a commit: the numbers of combinations and of groups, and columns per segment."""

    facets: dict[bytes, int] = field(default_factory=dict)
    groups: dict[bytes, int] = field(default_factory=dict)
    segments: dict[str, Columns] = field(default_factory=dict)

    def columns(self, leaf: Any) -> Columns:
        """The columns of a segment, read once."""
        key = leaf.segment().segment_id()
        if key not in self.segments:
            self.segments[key] = Columns(
                array("I", (self.facets.setdefault(v, len(self.facets)) for v in column_of(leaf, "facets"))),
                array("I", (self.groups.setdefault(v, len(self.groups)) for v in column_of(leaf, "group"))),
                array("I", column_of(leaf, "length")),
                array("I", column_of(leaf, "sequence")),
            )
        return self.segments[key]

    def keep(self, segments: Set[str]) -> None:
        """Forget the segments that are no longer part of the index."""
        self.segments = {key: columns for key, columns in self.segments.items() if key in segments}
