"""The mark before a list item ("1.", "2a.", "a.", "1°.", "ii.", "–") and which mark can follow which.

A mark can be read in more than one way: "i." is the letter after h and the first roman numeral. All ways are
kept; the sequence in which marks stand decides, in `corpus.readers.list_levels`. A mark is followed by white
space, so "n.v.t." and "a.echtgenoot" hold none.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Family(Enum):
    """The ways to count."""

    NUMBER = "1."
    DEGREE = "1°."
    LETTER = "a."
    ROMAN = "i."
    CAPITAL = "A"
    DASH = "–"


@dataclass(frozen=True, slots=True)
class Count:
    """One way to read a mark: "2ab" is (NUMBER, 2, "ab")."""

    family: Family
    base: int
    suffix: str = ""

    def follows(self, last: "Count") -> bool:
        """Whether this is the next mark after `last` in the same list: 2 or 1a after 1, c or ba after b."""
        if self.family is not last.family:
            return False
        if self.family is Family.DASH:
            return True
        if self.base == last.base:
            return _next_suffix(last.suffix, self.suffix)
        return self.base == last.base + 1 and not self.suffix

    def is_after(self, last: "Count") -> bool:
        """Whether this stands further on in the same list, with marks left out between them."""
        return self.family is last.family and (self.base, self.suffix) > (last.base, last.suffix)

    @property
    def is_first(self) -> bool:
        return self.family is Family.DASH or (self.base == 1 and not self.suffix)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed, the text after it, and the ways to count it, the most common one first."""

    printed: str
    rest: str
    counts: tuple[Count, ...]


_MARK = re.compile(
    r"(?P<printed>\(?(?:(?P<digits>\d{1,3})(?P<suffix>[a-z]{0,2})|(?P<letters>[a-z]{1,6}))"
    r"(?P<degree>[°º])?(?P<sign>\.\)|[.):]{0,2}))(?=\s|$)\s*"
)
_DASH = re.compile(r"(?P<printed>[-–—•])(?=\s|$)\s*")
_CAPITAL = re.compile(r"([A-Z])([A-Za-z]?)\.?$")
_ROMAN = re.compile(r"(?=[ivxl])(x{0,3}|xl|lx{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def list_mark(text: str) -> Mark | None:
    """The mark that a line begins with, or None."""
    if dash := _DASH.match(text):
        return Mark(dash["printed"], text[dash.end() :], (Count(Family.DASH, 1),))
    match = _MARK.match(text)
    if match is None or not (match["sign"] or match["degree"]):
        return None
    counts = tuple(_counts(match))
    return Mark(match["printed"], text[match.end() :], counts) if counts else None


def capital_mark(text: str) -> Mark | None:
    """The letter of an instruction of an amending act: a capital alone on its line ("A", "Ba")."""
    match = _CAPITAL.match(text)
    if match is None:
        return None
    first, second = match.groups()
    counts = [Count(Family.CAPITAL, ord(first) - 64, second.lower())]
    if first == second:
        counts.append(Count(Family.CAPITAL, ord(first) - 64 + 26))
    return Mark(text, "", tuple(counts))


def _counts(match: re.Match[str]) -> list[Count]:
    if match["letters"]:
        return [] if match["degree"] else _letter_counts(match["letters"])
    base, suffix = int(match["digits"]), match["suffix"]
    if match["degree"]:
        return [Count(Family.DEGREE, base, suffix)]
    counts = [Count(Family.NUMBER, base, suffix)]
    return [Count(Family.DEGREE, base), *counts] if suffix == "e" else counts


def _letter_counts(letters: str) -> list[Count]:
    counts = []
    first = ord(letters[0]) - 96
    if len(letters) == 1:
        counts.append(Count(Family.LETTER, first))
    elif len(letters) == 2:
        if letters[0] == letters[1]:
            counts.append(Count(Family.LETTER, first + 26))
        counts.append(Count(Family.LETTER, first, letters[1]))
    if _ROMAN.match(letters):
        counts.append(Count(Family.ROMAN, _roman_value(letters)))
    return counts


def _roman_value(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def _next_suffix(last: str, suffix: str) -> bool:
    if len(suffix) != 1:
        return bool(suffix) and suffix[:-1] == last and suffix[-1] == "a"
    if not last:
        return suffix == "a"
    return len(last) == 1 and ord(suffix) == ord(last) + 1
