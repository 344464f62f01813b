"""Which lines open a numbered point: "1.", "2.1", "a.", "(i)", and which are only items of a list.

The sequence decides: a number opens a point when it is the next one. A list is announced by a colon, goes on
with its next mark, and its items end with a semicolon or begin with a small letter. What the source itself
calls a heading is believed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.opinion.lines import Line

_MARK = re.compile(
    r"(?P<open>\(?)(?:(?P<dotted>\d{1,2}(?:\.\d{1,2})+)|(?P<number>\d{1,2})|(?P<letter>[a-z])(?P<roman>[ivx]{0,4}))"
    r"(?P<sign>[.)]{0,2})(?:\s+|$)(?P<rest>.*)$",
    re.S,
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_STOPS = (".", ";", ":", ",", "!", "?")
_LONGEST_HEADING = 200
_MOST_WORDS = 25


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that opens a point: its number, its whole label, how deep it lies, the words after the mark."""

    number: str
    label: str
    depth: int
    rest: str


class PointMarks:
    """The sequence of marks met so far in one series of points."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._list: str = ""

    @property
    def started(self) -> bool:
        """Whether a point has been opened."""
        return bool(self._open)

    def opening(self, line: Line, before: str) -> Opening | None:
        """The point that this line opens after a line that says `before`, or None."""
        match = _MARK.match(line.text)
        if match is None or not (match["sign"] or match["dotted"] or line.is_heading):
            self._list = "" if match is None else self._list
            return None
        number = match["dotted"] or match["number"] or match["letter"] + (match["roman"] or "")
        depth = self._depth(number)
        if depth is None or not self._may_open(line, number, before, match["rest"]):
            self._list = "" if number in self._open else number
            return None
        self._list = ""
        self._open[depth:] = [number]
        return Opening(number, self._label(), depth, match["rest"].strip())

    def _label(self) -> str:
        """Numbers as they are cited: "2a", and "2.1" alone, for it says its parent itself."""
        return "".join(self._open) if not any("." in n for n in self._open) else _dotted(self._open)

    def _may_open(self, line: Line, number: str, before: str, rest: str) -> bool:
        if line.is_heading:
            return True
        if before.endswith(":") or (self._list and _follows(number, self._list)):
            return False
        alone = not rest and line.lead > 0
        return alone or (rest[:1].isupper() and not rest.endswith((";", ",")))

    def _depth(self, number: str) -> int | None:
        """At which depth this number is the next one, or None."""
        if "." in number:
            return number.count(".") if self._is_below(number) else None
        if number.isdigit():
            first = not self._open and number == "1"
            return 0 if first or (self._open and _follows(number, self._open[0])) else None
        if not self._open:
            return None
        return self._depth_of_letter(number)

    def _depth_of_letter(self, letter: str) -> int | None:
        """Innermost first: the next letter or roman numeral, else the first of a new series."""
        for depth in range(len(self._open) - 1, 0, -1):
            if _follows(letter, self._open[depth]):
                return depth
        if letter == "a" and not any(n.isalpha() for n in self._open[1:]):
            return len(self._open)
        if letter == "i" and self._open[-1].isalpha():
            return len(self._open)
        return None

    def _is_below(self, dotted: str) -> bool:
        above, _, last = dotted.rpartition(".")
        if not self._open or self._open[0] != dotted.split(".")[0]:
            return False
        siblings = [n for n in self._open if n.rpartition(".")[0] == above]
        return last == "1" or any(n.rpartition(".")[2] == str(int(last) - 1) for n in siblings[-1:])


def looks_like_heading(text: str) -> bool:
    """Whether words alone on a line can be a heading: short, with a capital, without a stop."""
    words = text.strip()
    short = len(words) <= _LONGEST_HEADING and len(words.split()) <= _MOST_WORDS
    return (
        bool(words) and short and "\t" not in words and not words[0].islower() and not words.endswith(_STOPS)
    )


def labels_in(words: str) -> tuple[str, ...]:
    """The labels in "3 en 4", "2a, 2b en 3" or "1 tot en met 3", in order."""
    ranges = re.fullmatch(r"(\d{1,2})(?: tot en met | t/m |-)(\d{1,2})", words.strip())
    if ranges:
        return tuple(str(n) for n in range(int(ranges[1]), int(ranges[2]) + 1))
    return tuple(re.findall(r"\d{1,2}(?:\.\d{1,2})*[a-z]?|\b[a-z]\b", words))


def _dotted(numbers: Sequence[str]) -> str:
    last = max(at for at, n in enumerate(numbers) if "." in n)
    return "".join(numbers[last:])


def _follows(number: str, last: str) -> bool:
    """Whether a mark is the next after another of its kind; a lone "i" follows "h"."""
    if number.isdigit() and last.isdigit():
        return int(number) == int(last) + 1
    if number in _ROMAN and last in _ROMAN and _ROMAN.index(number) == _ROMAN.index(last) + 1:
        return True
    return len(number) == len(last) == 1 and number.isalpha() and ord(number) == ord(last) + 1
