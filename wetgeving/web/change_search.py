"""Searching inside changes: only what was put in, only what was taken out, or either.

A phrase in quotes is sought in the text of one side and may run over the border of a change, as long as at
least one of its words was put in or taken out: "vier weken" where only "vier" was replaced was taken out. A
word without quotes may be part of a longer one ("procedure" in "grensprocedure"). Every term must be found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from corpus.diff import Change, Operation

Range = tuple[int, int]

_ASKED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([^\s\"“”„«»]+)")
_OLD, _NEW = "=-", "=+"


class Within(StrEnum):
    """In which text of a change to search."""

    ANY = "alles"
    INSERTED = "ingevoegd"
    DELETED = "vervallen"

    @property
    def sides(self) -> tuple[str, ...]:
        """The signs of the sides that are searched."""
        return {Within.ANY: (_OLD, _NEW), Within.INSERTED: (_NEW,), Within.DELETED: (_OLD,)}[self]


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found, as ranges in the old and in the new text of a change."""

    old: tuple[Range, ...] = ()
    new: tuple[Range, ...] = ()


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Search:
    """Terms that must all be found in the changed text of one side, or of either."""

    terms: tuple[re.Pattern[str], ...] = ()
    within: Within = Within.ANY

    @classmethod
    def of(cls, words: str, within: Within = Within.ANY) -> "Search":
        """The terms of what was typed: phrases in quotes as they stand, other words also as part of one."""
        found = _ASKED.findall(words)
        return cls(
            tuple(_phrase(quoted) if quoted.strip() else _part(word) for quoted, word in found), within
        )

    def finds(self, change: Change) -> bool:
        """Is every term in the changed text?"""
        return all(any(_hits(term, change.ops, side) for side in self.within.sides) for term in self.terms)

    def marks(self, change: Change) -> Marks:
        """Where the terms stand."""
        old, new = (
            tuple(sorted(hit for term in self.terms for hit in _hits(term, change.ops, side)))
            if side in self.within.sides
            else ()
            for side in (_OLD, _NEW)
        )
        return Marks(old, new)


def _phrase(quoted: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, quoted.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _part(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word), re.IGNORECASE)


def _hits(term: re.Pattern[str], ops: tuple[Operation, ...], side: str) -> list[Range]:
    """The places of a term in the text of a side that hold something of what was changed there."""
    shown = [(sign, text) for sign, text in ops if sign in side]
    text = "".join(part for _, part in shown)
    changed = list(_changed(shown))
    return [m.span() for m in term.finditer(text) if _touches(m, changed)]


def _changed(shown: list[Operation]) -> Iterator[Range]:
    ends = accumulate(len(text) for _, text in shown)
    for (sign, text), end in zip(shown, ends, strict=True):
        if sign != "=":
            yield end - len(text), end


def _touches(hit: re.Match[str], changed: list[Range]) -> bool:
    """Is a word of it in a change; or anything at all, when it has no words?"""
    needed = r"\w" if re.search(r"\w", hit.group()) else r"\S"
    parts = (hit.string[max(start, hit.start()) : min(end, hit.end())] for start, end in changed)
    return any(re.search(needed, part) for part in parts)
