"""CSV as Excel in a Dutch or English setting writes it: UTF-8 or UTF-16, with semicolons, tabs or commas.

The separator is the one that occurs most in the first line outside quotes. What our own writer puts before a
cell that a program could take for a formula (`corpus.exporters.sheet_csv`) is taken away again.
"""

import csv
import re
from io import StringIO

from corpus.encoding import decode
from corpus.errors import NotWellFormedError
from corpus.worksheets.worksheet import Doubt, SheetRow, Worksheet, has_control, plain, within

_SEPARATORS = ";\t,"
_GUARDED = re.compile(r"'('*[=+\-@\t\r\n])")
_QUOTED = re.compile(r'"[^"]*"?')


def read(source: bytes) -> tuple[Worksheet, ...]:
    """The one sheet of the file; a line without any text is no row."""
    text = decode(source).text
    found, doubts = [], []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            within(rows=number, columns=len(row), cell=max(map(len, row), default=0))
            cells = tuple(plain(unguarded(cell)) for cell in row)
            doubts += [
                Doubt(number, k, "een teken dat geen tekst is")
                for k, cell in enumerate(cells, start=1)
                if has_control(cell)
            ]
            if any(cells):
                found.append(SheetRow(number, cells))
    except csv.Error as error:
        raise _broken(str(error), reader.line_num) from error
    return (Worksheet("", tuple(found), tuple(doubts)),)


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that keeps a program from taking it for a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _separator(text: str) -> str:
    first = _QUOTED.sub("", text.partition("\n")[0])
    return max(_SEPARATORS, key=first.count)


def _broken(what: str, line: int) -> NotWellFormedError:
    return NotWellFormedError(
        "Dit CSV-bestand is niet te lezen.",
        value=what,
        where=f"regel {line}",
        remedy="Bewaar de tabel opnieuw als CSV (UTF-8) of als XLSX.",
    )
