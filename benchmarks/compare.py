"""Our comparison beside diff-match-patch with its defaults, interleaved in one run, on real versions.

    python benchmarks/compare.py [--samples DIR] [--rounds N]

Prints per pair the median time of both (ours with alignment, from trees; theirs on the flat texts), the
words each reports as edited, and how many of its cuts fall inside a word. Ratios count, not milliseconds:
trust them to about 30 %. Never part of the tests.
"""

import argparse
import os
import re
import statistics
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from diff_match_patch import diff_match_patch

from corpus.diff import compare
from corpus.diff.words import Operation
from corpus.provision import Provision
from corpus.readers import read

PAIRS = (
    ("bwb-toestand/BWBR0043324_2020-03-31.xml", "bwb-toestand/BWBR0043324_2020-04-17.xml"),
    (
        "bwb-toestand/BWBR0002458/BWBR0002458_2012-01-01_0.xml",
        "bwb-toestand/BWBR0002458/BWBR0002458_2013-01-01_0.xml",
    ),
    ("bwb-toestand/BWBR0005537_2019-11-14.xml", "bwb-toestand/BWBR0005537_2020-04-15.xml"),
    ("bwb-toestand/BWBR0015703_toestand_participatiewet.xml", "bwb-toestand/BWBR0015703_2026-01-01_0.xml"),
)
Tree = tuple[Provision, ...]


def ours(old: Tree, new: Tree) -> list[Operation]:
    """The operations of every change, one after another, on lines of their own."""
    return [op for change in compare(old, new).changes for op in (*change.ops, ("=", "\n"))]


def theirs(old: str, new: str) -> list[Operation]:
    """The library with its defaults: characters, and a deadline of one second."""
    engine = diff_match_patch()
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return [("=-+"[sign], text) for sign, text in found]


def edited_words(operations: Iterable[Operation]) -> int:
    """Words struck out or put in."""
    return sum(len(re.findall(r"\w+", text)) for sign, text in operations if sign != "=")


def cuts_inside_words(operations: Iterable[Operation]) -> int:
    """Borders between kept and edited text with a letter or digit on either side."""
    return sum(
        1
        for (sign, a), (other, b) in pairwise(operations)
        if "=" in (sign, other) and sign != other and a and b and a[-1].isalnum() and b[0].isalnum()
    )


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure every pair and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--samples", type=Path, default=os.environ.get("WETGEVING_SAMPLES", "../shared/samples")
    )
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    print("| pair | kB | ours ms | dmp ms | ratio | words ours | words dmp | cuts ours | cuts dmp |")
    print("|---|---|---|---|---|---|---|---|---|")
    for left, right in PAIRS:
        print(_row(*(Path(arguments.samples, name) for name in (left, right)), rounds=arguments.rounds))


def _row(left: Path, right: Path, *, rounds: int) -> str:
    trees = [read(path.read_bytes()).provisions for path in (left, right)]
    texts = ["\n".join(p.full_text() for p in tree) for tree in trees]
    times = [(timed(lambda: ours(*trees)), timed(lambda: theirs(*texts))) for _ in range(rounds)]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    found = ours(*trees), theirs(*texts)
    words = [edited_words(operations) for operations in found]
    cuts = [cuts_inside_words(operations) for operations in found]
    name = f"{left.stem} > {right.stem}"
    return (
        f"| {name} | {len(texts[1]) // 1000} | {mine:.0f} | {other:.0f} | {other / mine:.1f} "
        f"| {words[0]} | {words[1]} | {cuts[0]} | {cuts[1]} |"
    )


if __name__ == "__main__":
    main()
