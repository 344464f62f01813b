"""The private memory of a process: of one that asks an index some questions, or of any other by its number.

    python -m benchmarks.search_memory URL < questions

A process of its own, because the one that measures holds the whole corpus. "Private" are the pages that no
other process shares (USS); a mapped file counts while it is the only one to map it, so that the pages that
are no file's are told apart.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from indexer import open_engine
from indexer.document import SearchRequest

TODAY = "2026-01-01"
_KILOBYTES_PER_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Private:
    """Megabytes: all private pages, and those of them that are no file's."""

    pages: float
    of_no_file: float


def private(process: int | str = "self") -> Private:
    """What a process has for itself."""
    sizes = {}
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
        name, value, *_ = line.split()
        sizes[name] = int(value) / _KILOBYTES_PER_MEGABYTE
    return Private(sizes["Private_Clean:"] + sizes["Private_Dirty:"], sizes["Anonymous:"])


def asked_as_the_page(text: str) -> SearchRequest:
    """A question as the page for searching asks it."""
    return SearchRequest(text, grouped=True, today=TODAY, looser=20)


def main() -> None:
    """Ask all questions of the input, and print both numbers."""
    engine = open_engine(sys.argv[1])
    for line in sys.stdin:
        engine.search(asked_as_the_page(line.rstrip("\n")))
    found = private()
    print(found.pages, found.of_no_file)
    engine.close()


if __name__ == "__main__":
    main()
