"""The sentences of a provision's own text, with the way back to their place in it.

A sentence ends at a full stop before a capital, or where a block ends; not after an abbreviation.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from corpus.citations.folding import folded

_END = re.compile(r"\n|(?<=[.!?])\s+(?=[\"„«‘“']?[A-Z])")
_ABBREVIATION = re.compile(r"\b(?:nr|nrs|art|artt|Stb|Stcrt|Trb|blz|dr|mr|drs|ir|prof|jo|Pb)\.$")


class Sentence(NamedTuple):
    """One sentence in single spaces; `original` gives an offset in the provision's text for one in ours."""

    text: str
    start: int
    original: Callable[[int], int]

    def at(self, offset: int) -> int:
        """Where in the provision's own text this offset of the sentence is."""
        return self.original(self.start + offset)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order; white space at the ends is left out."""
    plain, original = folded(text)
    start = 0
    for match in _END.finditer(plain):
        if match.group() != "\n" and _ABBREVIATION.search(plain, max(0, match.start() - 8), match.start()):
            continue
        yield from _trimmed(plain[start : match.start()], start, original)
        start = match.end()
    yield from _trimmed(plain[start:], start, original)


def _trimmed(piece: str, start: int, original: Callable[[int], int]) -> Iterator[Sentence]:
    stripped = piece.lstrip()
    if stripped:
        yield Sentence(stripped.rstrip(), start + len(piece) - len(stripped), original)
