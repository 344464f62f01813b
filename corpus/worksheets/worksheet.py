"""A sheet as it was read: its rows by number, what could not be read, and the limits on both."""

import re
from dataclasses import dataclass

from corpus.errors import SourceTooLargeError

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 100, 40_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its number in the file, from 1, and its cells from the first column on."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that was not taken for what it may seem: the row and column, from 1, and why not."""

    row: int
    column: int
    why: str


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet; `name` is "" where the format has none."""

    name: str
    rows: tuple[SheetRow, ...]
    doubts: tuple[Doubt, ...] = ()


def plain(text: str) -> str:
    """A cell with one kind of line end, and no white space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def has_control(text: str) -> bool:
    """Does the cell hold a sign that nobody types?"""
    return _CONTROL.search(text) is not None


def too_large(value: str, limit: str) -> SourceTooLargeError:
    """The refusal of a sheet beyond a limit."""
    return SourceTooLargeError("Dit werkblad is te groot om te lezen.", value=value, remedy=limit)


def within(*, rows: int = 0, columns: int = 0, cell: int = 0) -> None:
    """Refuse what is beyond the limits."""
    if rows > MOST_ROWS:
        raise too_large(f"meer dan {MOST_ROWS} rijen", f"De grens is {MOST_ROWS} rijen.")
    if columns > MOST_COLUMNS:
        raise too_large(f"kolom {columns}", f"De grens is {MOST_COLUMNS} kolommen.")
    if cell > LONGEST_CELL:
        raise too_large(f"een cel van {cell} tekens", f"De grens is {LONGEST_CELL} tekens.")
