"""Our comparison beside `git diff --word-diff` and diff-match-patch with its defaults, in one run.

    python benchmarks/compare.py [--samples DIR] [--rounds N]

Real versions, and laws of 20 to 800 kB in which a seeded editor amended a third of the articles. Prints
per pair the least time of each (ours with alignment, from trees; git as a process, on the flat texts), the
words each reports as edited, and how many cuts fall inside a word. Ratios count, not milliseconds: trust
them to about 30 %. Never part of the tests.
"""

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diff_match_patch import diff_match_patch

from corpus.diff import compare
from corpus.diff.words import Operation
from corpus.provision import Provision
from corpus.readers import read
from tests.quality.editor import edited
from tests.quality.measures import cuts_inside_words, edited_words

PAIRS = (
    ("bwb-toestand/BWBR0043324_2020-03-31.xml", "bwb-toestand/BWBR0043324_2020-04-17.xml"),
    (
        "bwb-toestand/BWBR0002458/BWBR0002458_2012-01-01_0.xml",
        "bwb-toestand/BWBR0002458/BWBR0002458_2013-01-01_0.xml",
    ),
    ("bwb-toestand/BWBR0005537_2019-11-14.xml", "bwb-toestand/BWBR0005537_2020-04-15.xml"),
    ("bwb-toestand/BWBR0015703_toestand_participatiewet.xml", "bwb-toestand/BWBR0015703_2026-01-01_0.xml"),
)
SOURCE = "bwb-toestand/BWBR0001840_2018-12-21.xml"
AMENDED = (
    ("20 kB", "bwb-toestand/BWBR0043324_2020-04-22.xml"),
    ("150 kB", "bwb-toestand/BWBR0035917_toestand_wlz.xml"),
    ("800 kB", "nl-corpus/BWBR0001827.md"),
)
"""The size of an amended law, and where it comes from."""

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


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def git_words(files: list[Path]) -> None:
    """The same two texts, as lines, by git."""
    command = ["git", "diff", "--no-index", "--word-diff", "--histogram", *map(str, files)]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603


def main() -> None:
    """Measure every pair and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--samples", type=Path, default=os.environ.get("WETGEVING_SAMPLES", "../shared/samples")
    )
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    print("| pair | kB | changes | ours ms | with rows | git ms | dmp ms ", end="")
    print("| words ours | true | dmp | cuts ours | dmp |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for pair in _pairs(Path(arguments.samples)):
        print(_row(pair, arguments.rounds), flush=True)


@dataclass(frozen=True)
class Pair:
    """Two trees to compare, and the words truly edited where that is known."""

    name: str
    old: Tree
    new: Tree
    true_words: int | None = None


def _pairs(samples: Path) -> Iterator[Pair]:
    for left, right in PAIRS:
        old, new = (read((samples / name).read_bytes()).provisions for name in (left, right))
        yield Pair(f"{Path(left).stem} > {Path(right).stem}", old, new)
    source = read((samples / SOURCE).read_bytes()).provisions
    for size, name in AMENDED:
        law = read((samples / name).read_bytes()).provisions
        found = edited(law, source, seed=1)
        yield Pair(f"amended, {size}", found.old, found.new, found.edit_words)


def _row(pair: Pair, rounds: int) -> str:
    trees = pair.old, pair.new
    texts = ["\n".join(p.full_text() for p in tree) + "\n" for tree in trees]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("old", "new")]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text)
        calls: tuple[Callable[[], object], ...] = (
            lambda: compare(*trees),
            lambda: compare(*trees).rows,
            lambda: git_words(files),
            lambda: theirs(*texts),
        )
        times = [[timed(call) for call in calls] for _ in range(rounds)]
    medians = " | ".join(f"{min(column):.0f}" for column in zip(*times, strict=True))
    found = ours(*trees), theirs(*texts)
    words = [edited_words(operations) for operations in found]
    cuts = [cuts_inside_words(operations) for operations in found]
    true = "" if pair.true_words is None else pair.true_words
    changes = len(compare(*trees).changes)
    return (
        f"| {pair.name} | {len(texts[1]) // 1000} | {changes} | {medians} "
        f"| {words[0]} | {true} | {words[1]} | {cuts[0]} | {cuts[1]} |"
    )


if __name__ == "__main__":
    main()
