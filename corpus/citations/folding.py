"""White space as one plain space, with the way back to the offsets of the text that was given.

Hard spaces and line ends stand inside references ("artikel\\u00a05"); wrapped text has runs of them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

_PLAIN = {ord(c): " " for c in "\r\x0b\x0c\u00a0\u2007\u2009\u202f"}
_WRAPPED = re.compile(r" +\n *|\n +")
_RUN = re.compile(r" {2,}")


def folded(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with single spaces, and a function from its offsets to those of `text`."""
    plain = _WRAPPED.sub(_spaces, text.translate(_PLAIN))
    if "  " not in plain:
        return plain, int
    pieces, starts, shifts = [], [0], [0]
    last, shift = 0, 0
    for run in _RUN.finditer(plain):
        pieces.append(plain[last : run.start() + 1])
        last = run.end()
        shift += run.end() - run.start() - 1
        starts.append(last - shift)
        shifts.append(shift)
    pieces.append(plain[last:])

    def original(offset: int) -> int:
        return offset + shifts[bisect_right(starts, offset) - 1]

    return "".join(pieces), original


def _spaces(wrapped: re.Match[str]) -> str:
    return " " * len(wrapped.group())
