"""A table for a paper page: what a was/wordt table and a synopsis have in common, before it has a format.

A cell is a run of spans; `"\\n"` in a span begins a paragraph. What was put in or taken out is marked by
sign, never by colour alone, so that a black and white print says the same. Knows no comparison and no format.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """What a span is beside the column it is compared with."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Span:
    """Words with one mark; `strong` for a heading or a number."""

    text: str
    mark: Mark = Mark.SAME
    strong: bool = False


Cell = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """As many cells as the table has columns; `is_heading` keeps a row with the one below it."""

    cells: tuple[Cell, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A title, lines under it (what is compared, status, warnings), a column per text, and the rows."""

    title: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    fictional: bool = False
    weights: tuple[int, ...] = field(default=())
    """Relative widths of the columns; equal when empty."""
