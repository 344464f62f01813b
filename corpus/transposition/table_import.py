"""A table of somebody else, XLSX or CSV, as rows that can be offered: which column is which.

Columns are known by their heading, as in a memorandum (`printed_tables`); what our own files have behind them
is passed over. What a cell means is not worked out here, but where rows are taken in. A row that says that
nothing is known is no statement, and is passed over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.errors import WetgevingError
from corpus.exporters import transposition_columns as columns
from corpus.exporters.exported_transposition import OPEN
from corpus.exporters.transposition_words import NOT_EXAMINED, NOTHING_FOUND
from corpus.transposition.printed_tables import columns as header_columns
from corpus.transposition.values import FitsNot, GivenRow
from corpus.worksheets import Doubt, SheetRow, Worksheet, read

_LOOKED_AT = 30


class NoTableError(WetgevingError):
    """A file in which no row names the columns of a transponeringstabel."""

    code = "no-table"


@dataclass(frozen=True, slots=True)
class OfferedTable:
    """The rows of a file that can be offered, what could not be read, and how many say nothing."""

    sheet: str
    rows: tuple[GivenRow, ...]
    left: tuple[FitsNot, ...]
    silent: int


def offered(source: bytes) -> OfferedTable:
    """The table of a file: that of its first sheet that has one."""
    for sheet in read(source):
        for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
            if places := _places(row):
                return _offered(sheet, at, places)
    raise NoTableError(
        "In dit bestand staat geen transponeringstabel.",
        remedy=f"Zet boven de tabel de kolommen: {'; '.join(columns.OFFICIAL)}.",
    )


def _places(row: SheetRow) -> Mapping[str, int]:
    """Which column (from 0) is which; nothing when the row does not name a Union and a national column."""
    found = dict(header_columns(row.cells))
    standing = columns.STANDING.casefold()
    for k, heading in enumerate(row.cells):
        if found and heading.casefold() == standing:
            found["standing"] = k
    return found


def _offered(sheet: Worksheet, at: int, places: Mapping[str, int]) -> OfferedTable:
    doubts = {(d.row, d.column): d for d in sheet.doubts}
    heading, rows, left, silent = sheet.rows[at], [], [], 0
    for row in sheet.rows[at + 1 :]:
        given = _given(row, places)
        doubtful = tuple(_doubtful(row, places, doubts))
        if row.cells == heading.cells or not (any(_words(given)) or doubtful):
            continue
        if doubtful:
            left.append(FitsNot(given, "; ".join(doubtful)))
        elif not given.eu:
            left.append(FitsNot(given, "De rij noemt geen EU-bepaling."))
        elif _is_silent(row, given, places):
            silent += 1
        else:
            rows.append(given)
    return OfferedTable(sheet.name, tuple(rows), tuple(left), silent)


def _given(row: SheetRow, places: Mapping[str, int]) -> GivenRow:
    cells = {name: _cell(row, k) for name, k in places.items() if name != "standing"}
    return GivenRow(row.number, **cells)


def _words(given: GivenRow) -> tuple[str, ...]:
    return given.eu, given.national, given.policy_room, given.choice


def _cell(row: SheetRow, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _doubtful(
    row: SheetRow, places: Mapping[str, int], doubts: Mapping[tuple[int, int], Doubt]
) -> Iterator[str]:
    for column in places.values():
        if doubt := doubts.get((row.number, column + 1)):
            yield f"Kolom {_letter(column)} bevat {doubt.why}."


def _letter(column: int) -> str:
    """The letters of a column, from 0: A, Z, AA."""
    rest, last = divmod(column, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _is_silent(row: SheetRow, given: GivenRow, places: Mapping[str, int]) -> bool:
    stated = "standing" in places and _cell(row, places["standing"]) == OPEN
    return stated or given.national in (NOT_EXAMINED, NOTHING_FOUND)
