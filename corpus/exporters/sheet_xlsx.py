"""A sheet as XLSX; the one door to XlsxWriter. Every cell is text: nothing is a formula, a number or a link.

The first row stays in view and filters. A cell holds some 32 thousand signs by the format; what is longer
goes on in a row below, that repeats the first cell. The time of making is a fixed one, so equal gives equal.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from corpus.exporters.sheets import Sheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 32_000
_FIXED = datetime(1980, 1, 1, tzinfo=UTC)


def export(sheet: Sheet, *more: Sheet) -> bytes:
    """The file, of one sheet or several; the same sheets give the same bytes."""
    held = BytesIO()
    workbook = Workbook(held, {"in_memory": True})
    workbook.set_properties({"title": sheet.name, "created": _FIXED})
    for each in (sheet, *more):
        _page(workbook, each)
    workbook.close()
    return held.getvalue()


def _page(workbook: Workbook, sheet: Sheet) -> None:
    strong = workbook.add_format({"bold": True, "bg_color": "#E7E7E7", "text_wrap": True, "valign": "top"})
    plain = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page = workbook.add_worksheet(sheet.name)
    rows = [part for row in sheet.rows for part in _parts(row)]
    for number, row in enumerate((sheet.headings, *rows)):
        for column, text in enumerate(row):
            page.write_string(number, column, text, plain if number else strong)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(rows), len(sheet.headings) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _parts(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The row, and as many below it as its longest cell needs."""
    count = max(1, *(-(-len(cell) // _MOST) for cell in row))
    for k in range(count):
        cells = [cell[k * _MOST : (k + 1) * _MOST] for cell in row]
        yield (row[0], *cells[1:])
