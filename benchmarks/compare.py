"""Our comparison beside `git diff --word-diff`, diff-match-patch with its defaults, and xmldiff; in one run.

    python benchmarks/compare.py [--samples DIR] [--rounds N]

Real versions, laws of 20 kB to 1.5 MB in which a seeded editor amended a third of the articles, and a law of
100 versions. Ours starts from trees (`first` from trees never compared before, `again` with the hash of each
provision known, as between neighbouring versions), git from flat texts as a process. Ratios count, not
milliseconds: trust them to about 30 %. Never part of the tests.
"""

import argparse
import os
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from diff_match_patch import diff_match_patch

try:
    from xmldiff.main import diff_texts  # type: ignore[import-untyped]
except ImportError:
    diff_texts = None

from corpus.diff import compare
from corpus.diff.words import Operation
from corpus.eid import assign
from corpus.provision import Provision, ProvisionKind
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
_AWB = "bwb-toestand/BWBR0005537_2019-11-14.xml"
_LARGEST = "nl-corpus/BWBR0001827.md"
AMENDED = (
    ("20 kB", ("bwb-toestand/BWBR0043324_2020-04-22.xml",)),
    ("200 kB", ("bwb-toestand/BWBR0015703_toestand_participatiewet.xml",)),
    ("800 kB", (_LARGEST,)),
    ("1.5 MB", (_LARGEST, _AWB, "bwb-toestand/BWBR0015703_toestand_participatiewet.xml",
                "bwb-toestand/BWBR0011823_2019-02-27.xml")),
    ("one law 4 times", ("bwb-toestand/BWBR0035917_toestand_wlz.xml",) * 4),
)  # fmt: skip
"""The size of an amended law, and the laws it is put together of."""

GROWN, VERSIONS = _AWB, 100
_DENSITY_OF_A_STEP = 0.05
_HEAD = (
    "pair", "kB", "changes", "first ms", "again ms", "git ms", "again/git", "dmp ms", "dmp/again",
    "peak MB", "words ours", "true", "dmp", "cuts ours", "dmp",
)  # fmt: skip

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
    """Measure every pair, xmldiff on the smallest, and how a long series grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--samples", type=Path, default=os.environ.get("WETGEVING_SAMPLES", "../shared/samples")
    )
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    samples, rounds = Path(arguments.samples), arguments.rounds
    print("| " + " | ".join(_HEAD) + " |")
    print("|" + "---|" * len(_HEAD))
    for pair in _pairs(samples):
        print(f"| {' | '.join(_row(pair, rounds))} |", flush=True)
    print("\n" + _beside_xmldiff(samples))
    print(_growth(samples))


@dataclass(frozen=True)
class Pair:
    """Two trees to compare, and the words truly edited where that is known."""

    name: str
    old: Tree
    new: Tree
    true_words: int | None = None


def _pairs(samples: Path) -> Iterator[Pair]:
    for left, right in PAIRS:
        yield Pair(f"{Path(left).stem} > {Path(right).stem}", _tree(samples / left), _tree(samples / right))
    source = _tree(samples / SOURCE)
    for size, names in AMENDED:
        found = edited(_together([_tree(samples / name) for name in names]), source, seed=1)
        yield Pair(f"amended, {size}", found.old, found.new, found.edit_words)


def _tree(file: Path) -> Tree:
    return read(file.read_bytes()).provisions


def _together(laws: list[Tree]) -> Tree:
    if len(laws) == 1:
        return laws[0]
    return assign(
        Provision(ProvisionKind.PART, num=f"Deel {i}", children=law) for i, law in enumerate(laws, start=1)
    )


def _unseen(tree: Tree) -> Tree:
    """The same provisions as other objects, of which no hash is known."""
    return tuple(p.placed(p.eid, _unseen(p.children)) for p in tree)


def _row(pair: Pair, rounds: int) -> list[str]:
    trees = pair.old, pair.new
    texts = ["\n".join(p.full_text() for p in tree) + "\n" for tree in trees]
    first, again, git, dmp = _times(trees, texts, rounds)
    found = ours(*trees), theirs(*texts)
    words = [edited_words(operations) for operations in found]
    cuts = [cuts_inside_words(operations) for operations in found]
    true = "" if pair.true_words is None else str(pair.true_words)
    figures = [f"{first:.1f}", f"{again:.1f}", f"{git:.1f}", f"{again / git:.1f}"]
    figures += [f"{dmp:.0f}", f"{dmp / again:.1f}", f"{_peak(trees):.1f}"]
    counts = [str(words[0]), true, str(words[1]), str(cuts[0]), str(cuts[1])]
    return [pair.name, str(len(texts[1]) // 1000), str(len(compare(*trees).changes)), *figures, *counts]


def _times(trees: tuple[Tree, Tree], texts: list[str], rounds: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("old", "new")]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text)
        columns: list[list[float]] = [[], [], [], []]
        for _ in range(rounds):
            old, new = _unseen(trees[0]), _unseen(trees[1])
            columns[0].append(timed(lambda: compare(old, new)))  # noqa: B023
            columns[1].append(timed(lambda: compare(*trees)))
            columns[2].append(timed(lambda: git_words(files)))
        columns[3].append(timed(lambda: theirs(*texts)))
    return [min(column) for column in columns]


def _peak(trees: tuple[Tree, Tree]) -> float:
    """Megabytes above the texts, at the highest."""
    tracemalloc.start()
    compare(*trees)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1_000_000


def _beside_xmldiff(samples: Path) -> str:
    """One sentence: the time of xmldiff on the first pair, if it is installed."""
    if diff_texts is None:
        return "xmldiff is not installed (pip install xmldiff), so it was left out."
    trees = [_tree(samples / name) for name in PAIRS[0]]
    files = [f"<law>{''.join(map(_markup, tree))}</law>" for tree in trees]
    times = [timed(lambda: diff_texts(*files)), timed(lambda: compare(trees[0], trees[1]))]
    return f"xmldiff on the first pair: {times[0]:.0f} ms, {times[0] / times[1]:.0f} times ours."


def _markup(p: Provision) -> str:
    head = "".join(
        f"<{name}>{escape(text)}</{name}>" for name, text in (("num", p.num), ("heading", p.heading))
    )
    return f"<{p.kind}>{head}<p>{escape(p.text)}</p>{''.join(map(_markup, p.children))}</{p.kind}>"


def _growth(samples: Path) -> str:
    """One sentence: the time of all neighbouring pairs of a quarter, a half and all of a series."""
    source = _tree(samples / SOURCE)
    versions = [_tree(samples / GROWN)]
    for seed in range(VERSIONS - 1):
        versions.append(edited(versions[-1], source, seed, density=_DENSITY_OF_A_STEP).new)
    times = [timed(lambda: compare(a, b)) for a, b in pairwise(versions)]  # noqa: B023
    parts = [VERSIONS // 4, VERSIONS // 2, VERSIONS]
    sums = ", ".join(f"{n} versions {sum(times[: n - 1]):.0f} ms" for n in parts)
    return f"A law of {VERSIONS} versions, every neighbouring pair: {sums}."


if __name__ == "__main__":
    main()
