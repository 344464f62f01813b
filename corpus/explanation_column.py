"""Explanation as a further column of a synopsis: beside which row each passage stands.

A passage stands once, beside the first row it speaks of; the other rows of which it speaks point there. The
last text in which its number fits an article decides. What fits no row stays apart and is counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.diff.synopsis import SynopsisRow
from corpus.explanation import Passage


@dataclass(frozen=True, slots=True)
class ExplanationColumn:
    """Row id -> the passages beside it, and row id -> passages that stand at another row, by its id."""

    beside: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[tuple[str, Passage], ...]] = field(default_factory=dict)
    apart: tuple[Passage, ...] = ()


def explanation_column(rows: Sequence[SynopsisRow], found: Sequence[Sequence[Passage]]) -> ExplanationColumn:
    """Place the passages; `found` holds those of the same memorandum for each text of the synopsis."""
    places = [_places(rows, k) for k in range(len(found))]
    beside: dict[str, list[Passage]] = {}
    elsewhere: dict[str, list[tuple[str, Passage]]] = {}
    apart = []
    for readings in zip(*found, strict=True):
        ids = _rows_of(readings, places)
        if not ids:
            apart.append(readings[0])
            continue
        beside.setdefault(ids[0], []).append(readings[0])
        for other in ids[1:]:
            elsewhere.setdefault(other, []).append((ids[0], readings[0]))
    return ExplanationColumn(
        {row: tuple(held) for row, held in beside.items()},
        {row: tuple(held) for row, held in elsewhere.items()},
        tuple(apart),
    )


def _rows_of(readings: Sequence[Passage], places: Sequence[Mapping[str, str]]) -> list[str]:
    """The rows of the last text that has what the passage speaks of, in its order."""
    for passage, place in zip(reversed(readings), reversed(places), strict=True):
        if ids := list(dict.fromkeys(_known(passage, place))):
            return ids
    return []


def _known(passage: Passage, place: Mapping[str, str]) -> Iterator[str]:
    return (place[target] for target in passage.targets if target in place)


def _places(rows: Sequence[SynopsisRow], column: int) -> dict[str, str]:
    """eId -> the first row that holds it, or something in it, in this text."""
    found: dict[str, str] = {}
    for row in rows:
        cell = row.cells[column]
        for side in cell.sides if cell else ():
            steps = side.eid.split("__")
            for end in range(len(steps), 0, -1):
                found.setdefault("__".join(steps[:end]), row.id)
    return found
