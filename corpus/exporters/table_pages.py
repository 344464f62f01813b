"""A table laid out over pages: words into lines as wide as their column, lines into pages, nothing cut off.

A row that does not fit runs over to the next page; a heading row stays with what is below it. What is drawn,
and how wide a word is, is for who draws: this module asks for a width and returns places in lines.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.exporters.table_document import Cell, Span, TableRow

_PIECE = re.compile(r"\n|\t|[^\S\n\t]+|[^\s]+")
_KEPT_BELOW = 2

Measure = Callable[[str, bool], float]
"""How wide a text is, bold or not."""
Line = tuple[Span, ...]
"""What stands on one line of a cell."""


@dataclass(frozen=True, slots=True)
class Slice:
    """As much of a row as stands on one page: of every cell its lines. `ends` says that it is the last."""

    cells: tuple[tuple[Line, ...], ...]
    ends: bool

    @property
    def height(self) -> int:
        """In lines."""
        return max(map(len, self.cells), default=0)


def pages(
    rows: Sequence[TableRow], widths: Sequence[float], measure: Measure, *, first: float, others: float
) -> tuple[tuple[Slice, ...], ...]:
    """The slices of each page; `first` and `others` are the lines there is room for, with one for a rule.

    A slice takes its height in lines and one third of a line for its padding.
    """
    held: list[list[Slice]] = [[]]
    room = first
    wrapped = [[wrap(c, w, measure) for c, w in zip(row.cells, widths, strict=True)] for row in rows]
    for at, cells in enumerate(wrapped):
        if held[-1] and rows[at].is_heading and room < _wanted(wrapped, rows, at):
            held.append([])
            room = others
        for part in _slices(cells, room, others):
            if part is None:
                held.append([])
                room = others
                continue
            held[-1].append(part)
            room -= part.height + PADDING
    return tuple(tuple(page) for page in held)


PADDING = 0.5


def _wanted(wrapped: Sequence[Sequence[Sequence[Line]]], rows: Sequence[TableRow], at: int) -> float:
    """The room that a heading row, all heading rows after it, and the first lines below them take."""
    taken = 0.0
    for cells, row in zip(wrapped[at:], rows[at:], strict=True):
        height = max(map(len, cells), default=0)
        if not row.is_heading:
            return taken + min(height, _KEPT_BELOW) + PADDING
        taken += height + PADDING
    return taken


def _slices(cells: Sequence[tuple[Line, ...]], room: float, others: float) -> Iterator[Slice | None]:
    """The slices of a row; None for a new page."""
    left = tuple(cells)
    while True:
        fits = int(room - PADDING)
        longest = max(map(len, left), default=0)
        if longest <= fits:
            yield Slice(left, ends=True)
            return
        if fits >= min(longest, _KEPT_BELOW):
            yield Slice(tuple(lines[:fits] for lines in left), ends=False)
            left = tuple(lines[fits:] for lines in left)
        yield None
        room = others


def wrap(cell: Cell, width: float, measure: Measure) -> tuple[Line, ...]:
    """The lines of a cell: as many words as fit; a word wider than the column is broken where it must."""
    found: list[list[Span]] = [[]]
    used = 0.0
    for word in _words(cell):
        if word[0].text == "\n":
            found.append([])
            used = 0.0
            continue
        wide = sum(measure(s.text, s.strong) for s in word)
        blank = not word[0].text.strip()
        if used and used + wide > width:
            found.append([])
            used = 0.0
            if blank:
                continue
        for piece in word if wide <= width else _broken(word, width, measure):
            size = measure(piece.text, piece.strong)
            if used and used + size > width:
                found.append([])
                used = 0.0
            found[-1].append(piece)
            used += size
    return tuple(_joined(line) for line in found)


def _words(cell: Cell) -> Iterator[tuple[Span, ...]]:
    """Words, blanks and ends of paragraphs. A word with two marks in it is one word."""
    held: list[Span] = []
    for span in cell:
        for text in _PIECE.findall(span.text):
            piece = replace(span, text="    " if text == "\t" else text)
            if text.strip():
                held.append(piece)
                continue
            if held:
                yield tuple(held)
                held = []
            yield (piece,)
    if held:
        yield tuple(held)


def _broken(word: Sequence[Span], width: float, measure: Measure) -> Iterator[Span]:
    for span in word:
        held = ""
        for sign in span.text:
            if held and measure(held + sign, span.strong) > width:
                yield replace(span, text=held)
                held = ""
            held += sign
        yield replace(span, text=held)


def _joined(pieces: Sequence[Span]) -> Line:
    """Neighbours in one manner as one; blanks at the end of a line are not drawn."""
    line: list[Span] = []
    for piece in pieces:
        if line and (line[-1].mark, line[-1].strong) == (piece.mark, piece.strong):
            line[-1] = replace(piece, text=line[-1].text + piece.text)
        else:
            line.append(piece)
    while line and not (text := line[-1].text.rstrip()):
        line.pop()
    if line:
        line[-1] = replace(line[-1], text=text)
    return tuple(line)
