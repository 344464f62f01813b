"""A sheet as CSV, as Excel in a Dutch setting opens it: UTF-8 with a byte order mark, semicolons, CRLF.

A program may take a cell for a formula when it begins with `=`, `+`, `-`, `@`, a tab or a line end. Such a
cell gets an apostrophe before it, and is otherwise as it was: who reads the file by program takes away one
apostrophe before one of these signs. Text that begins with an apostrophe before such a sign gets one too.
"""

import csv
import re
from io import StringIO

from corpus.exporters.sheets import Sheet

MEDIA_TYPE = "text/csv"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def export(sheet: Sheet) -> bytes:
    """The file; the same sheet gives the same bytes."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it when a program could take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
