"""All consecutive real versions in the samples, and what must hold for each comparison of them."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus.diff import Comparison, compare
from corpus.provision import Provision, words
from corpus.readers import read
from tests.quality.measures import Words, words_of

Tree = tuple[Provision, ...]
SERIES = (
    "bwb-toestand/BWBR0043324_*.xml",
    "bwb-toestand/BWBR0002458/*_*.xml",
    "bwb-toestand/BWBR0002629/*_*.xml",
    "bwb-toestand/BWBR0005537_*.xml",
    "bwb-markdown-versions/BWBR0005537/*.md",
    "bwb-markdown-versions/BWBR0006685/*.md",
    "bwb-markdown-versions/BWBR0011823/*.md",
    "bwb-markdown-versions/BWBR0011825/*.md",
    "bwb-markdown-versions/BWBR0012002/*.md",
    "akn/leos/bill_3Articles*.xml",
    "akn/it-normattiva/012G0081/*.xml",
)
QUICK = SERIES[:2]


@dataclass(frozen=True)
class RealPair:
    """Two versions compared, and how long that took."""

    name: str
    old: Tree
    new: Tree
    comparison: Comparison
    milliseconds: float

    @property
    def words(self) -> Words:
        """The figures of its word operations."""
        return words_of(self.comparison)


def compared(samples: Path, series: tuple[str, ...]) -> Iterator[RealPair]:
    """Every consecutive pair of each series, compared."""
    for pattern in series:
        files = sorted(samples.glob(pattern))
        trees = ((f, read(f.read_bytes()).provisions) for f in files)
        for (old_file, old), (new_file, new) in pairwise(trees):
            start = time.process_time()
            comparison = compare(old, new)
            taken = (time.process_time() - start) * 1000
            yield RealPair(f"{old_file.stem} > {new_file.stem}", old, new, comparison, taken)


def broken(pair: RealPair) -> list[str]:
    """Which of the properties that always hold do not hold here."""
    rows, changes = pair.comparison.rows, pair.comparison.changes
    found = []
    for side, tree in (("old", pair.old), ("new", pair.new)):
        shown = Counter(w for row in rows if (s := getattr(row, side)) for w in s.text.split())
        if shown != Counter(words(tree)):
            found.append(f"not every word of the {side} version is shown exactly once")
    for change in changes:
        for signs, sides in (("=-", change.old), ("=+", change.new)):
            printed = "\n".join(side.text for side in sides if side.text)
            if "".join(text for sign, text in change.ops if sign in signs) != printed:
                found.append(f"{change.id} does not rebuild its texts")
    if len({change.id for change in changes}) != len(changes):
        found.append("two changes share an id")
    if {row.change.id for row in rows if row.change} != {change.id for change in changes}:
        found.append("rows and changes differ")
    return found
