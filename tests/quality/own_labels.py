"""What the source itself says was changed, beside what the comparison reports.

An article of a consolidated text bears the day on which its text entered into force. When that day lies
after the day of the old version it was amended in between, otherwise it was not. Labels nobody here wrote.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from corpus.diff import Comparison, compare
from corpus.provision import Provision, articles
from corpus.readers import read
from corpus.reading import Reading

SERIES = (
    "bwb-toestand/BWBR0043324_*.xml",
    "bwb-toestand/BWBR0002458/*_*.xml",
    "bwb-toestand/BWBR0002629/*_*.xml",
    "bwb-toestand/BWBR0005537_*.xml",
    "bwb-toestand/BWBR0015703_*.xml",
)


@dataclass(frozen=True)
class Agreement:
    """Of the articles of one pair of versions: on how many both agree, and where they do not."""

    name: str
    changed: int
    unchanged: int
    same_words: tuple[str, ...]
    """Amended according to the source, but printed with the same words in both versions."""
    only_said: tuple[str, ...]
    """Amended according to the source, with other words, and the same according to the comparison."""
    only_seen: tuple[str, ...]
    """The other way round."""


def judged(samples: Path) -> Iterator[Agreement]:
    """Every consecutive pair of dated versions."""
    for pattern in SERIES:
        readings = [(f, read(f.read_bytes())) for f in sorted(samples.glob(pattern))]
        dated = sorted(
            ((f, r, r.in_force_on) for f, r in readings if r.in_force_on), key=lambda item: item[2]
        )
        for (before, old, day), (after, new, next_day) in pairwise(dated):
            if day < next_day:
                yield _agreement(f"{before.stem} > {after.stem}", old, new, day)


def _agreement(name: str, old: Reading, new: Reading, day: date) -> Agreement:
    comparison = compare(old.provisions, new.provisions)
    touched = _touched(comparison)
    left = {side.eid for change in comparison.changes for side in change.old}
    dated = [p for p in articles(new.provisions) if p.in_force_on]
    said = {p.eid for p in dated if (p.in_force_on or day) > day}
    seen = {p.eid for p in dated if _is_touched(p, touched) or (p.eid in said and p.eid in left)}
    before = {p.eid: p.full_text().split() for p in articles(old.provisions)}
    same = {p.eid for p in dated if before.get(p.eid) == p.full_text().split()}
    return Agreement(
        name,
        changed=len(said & seen),
        unchanged=len(dated) - len(said | seen),
        same_words=tuple(p.eid for p in dated if p.eid in (said - seen) & same),
        only_said=tuple(p.eid for p in dated if p.eid in said - seen - same),
        only_seen=tuple(p.eid for p in dated if p.eid in seen - said),
    )


def _touched(comparison: Comparison) -> frozenset[str]:
    """The eIds of what changed in the new version, and of what it changed in."""
    units = {row.unit for row in comparison.rows if row.change is not None}
    return frozenset(units | {side.eid for change in comparison.changes for side in change.new})


def _is_touched(p: Provision, touched: frozenset[str]) -> bool:
    return any(q.eid in touched for q in p.walk())
