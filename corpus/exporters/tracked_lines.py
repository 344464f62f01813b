"""Word operations as paragraphs: each with its pieces, and with what becomes of its end.

An end that is deleted joins a paragraph to the next one, and so does an end that was inserted when that is
undone. Where a change may be read as whole paragraphs it is: "¶ and more" before a kept end is "more ¶" after
it. A row of a table is a line with tabs; it must not be joined to anything, and its cells must stay.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.diff import Operation


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `end` is the sign of its end."""

    pieces: tuple[Operation, ...]
    end: str

    @property
    def is_row(self) -> bool:
        """Is it a row of a table?"""
        return any("\t" in text for _, text in self.pieces)

    @property
    def is_closed(self) -> bool:
        """Does it stand or go as a whole?"""
        return self.end == "=" or all(sign == self.end for sign, _ in self.pieces)

    @property
    def keeps_cells(self) -> bool:
        """Are there as many cells before as after?"""
        return self.end != "=" or all(sign == "=" for sign, text in self.pieces if "\t" in text)


def lines(operations: Sequence[Operation], end: str) -> tuple[Line, ...]:
    """The paragraphs of a passage; `end` is the sign of its last one."""
    found = tuple(_split(_slid([*operations, (end, "\n")])))
    sound = all(line.is_closed and (line.keeps_cells or not line.is_row) for line in found)
    if sound or not any(line.is_row for line in found):
        return found
    return tuple(_replaced(operations))


def moved_lines(operations: Sequence[Operation], sign: str) -> tuple[Line, ...]:
    """The paragraphs of one end of a move; a row of a table, which cannot move, has `sign` all over."""
    found = _split([*operations, ("=", "\n")])
    return tuple(
        Line(tuple((sign, text) for _, text in line.pieces), sign) if line.is_row else Line(line.pieces, "=")
        for line in found
    )


def _replaced(operations: Iterable[Operation]) -> Iterator[Line]:
    """All old paragraphs, then all new ones."""
    kept = list(operations)
    for sign in "-+":
        text = "".join(t for s, t in kept if s in ("=", sign))
        yield from _split([(sign, f"{text}\n")] if text else [])


def _slid(operations: list[Operation]) -> list[Operation]:
    """Changes that begin with the end of a paragraph, before a kept end, begin after it."""
    found: list[Operation] = []
    for at, (sign, text) in enumerate(operations):
        if sign != "=":
            found.append((sign, text))
            continue
        changed: list[Operation] = []
        while found and found[-1][0] != "=":
            changed.insert(0, found.pop())
        if changed and text.startswith("\n") and all(t.startswith("\n") for _, t in changed):
            found += [("=", "\n"), *((s, f"{t[1:]}\n") for s, t in changed)]
            text = text[1:]
        else:
            found += changed
        if text or at == len(operations) - 1:
            found.append((sign, text))
    return [(sign, text) for sign, text in found if text]


def _split(operations: Iterable[Operation]) -> Iterator[Line]:
    held: list[Operation] = []
    for sign, text in operations:
        *ended, rest = text.split("\n")
        for part in ended:
            if part:
                held.append((sign, part))
            yield Line(tuple(held), sign)
            held = []
        if rest:
            held.append((sign, rest))
    if held:
        raise ValueError("a passage ends with the end of a paragraph")
