"""The hand-labelled cases: what a reader of two real versions says became what."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.diff import compare
from corpus.readers import read
from tests.quality.measures import pairs_of

_FILE = Path(__file__).parent / "hard_cases.toml"


@dataclass(frozen=True)
class HardCase:
    """One label; `old` is empty for what was put in, `new` for what was deleted."""

    old_file: str
    new_file: str
    old: str
    new: str
    relation: str
    why: str

    def __str__(self) -> str:
        return (
            f"{Path(self.new_file).stem}: {self.old or '-'} > {self.new or '-'} ({self.relation}: {self.why})"
        )


def labelled() -> list[HardCase]:
    """All cases, in the order of the file."""
    pairs = tomllib.loads(_FILE.read_text(encoding="utf-8"))["pair"]
    return [HardCase(p["old"], p["new"], **case) for p in pairs for case in p["cases"]]


def judged(samples: Path) -> Iterator[tuple[HardCase, bool]]:
    """Each case, and whether the comparison agrees with it."""
    known: dict[tuple[str, str], tuple[frozenset[tuple[str, str]], frozenset[str]]] = {}
    for case in labelled():
        files = case.old_file, case.new_file
        if files not in known:
            trees = [read((samples / name).read_bytes()).provisions for name in files]
            known[files] = (
                pairs_of(compare(trees[0], trees[1])),
                frozenset(p.eid for t in trees for q in t for p in q.walk()),
            )
        pairs, eids = known[files]
        assert {case.old, case.new} - {""} <= eids, f"Geen bepaling met dit eId: {case}"
        if case.old and case.new:
            yield case, (case.old, case.new) in pairs
        else:
            alone = case.old or case.new
            yield case, not any(alone == pair[0 if case.old else 1] for pair in pairs)
