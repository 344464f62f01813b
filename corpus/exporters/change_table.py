"""Was/wordt: the old text beside the new, article by article and a row for each lid.

What is in a lid stands in its row. Only articles in which something changed, or all. A text that was moved
stands where it is now, and the old column then says where it was; where it was, it says where it is now.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus.diff import ChangeKind, Comparison, Row
from corpus.exporters.exported_comparison import ExportedComparison
from corpus.exporters.headed_rows import HeadedRow, headed_rows
from corpus.exporters.table_document import Cell, Mark, Span, TableDocument, TableRow

_MARKS = {"=": Mark.SAME, "-": Mark.DELETED, "+": Mark.INSERTED}
_NOTHING = "Geen verschil: dezelfde woorden."


def change_table(compared: ExportedComparison, *, whole: bool = False) -> TableDocument:
    """The table of a comparison; `whole` keeps the articles that did not change."""
    rows = tuple(_rows(compared.comparison, whole=whole))
    return TableDocument(
        title=f"Was/wordt: {compared.title}",
        lines=compared.lines if rows else (*compared.lines, _NOTHING),
        headings=("Was", "Wordt"),
        rows=rows,
        fictional=compared.fictional,
    )


def _rows(comparison: Comparison, *, whole: bool) -> Iterator[TableRow]:
    rows = list(headed_rows(comparison))
    left: dict[str, list[Row]] = {}
    for headed in rows:
        left.setdefault(headed.left, []).append(headed.row)
    for _, found in groupby(rows, key=lambda headed: headed.row.unit):
        unit = list(found)
        gone = list(_gone(unit[0].row, left))
        if whole or gone or any(headed.row.change is not None for headed in unit):
            lids = list(_lids(unit))
            for lid in lids:
                yield _row(lid, is_heading=len(lids) > 1 and lid is lids[0])
            yield from gone


def _gone(head: Row, left: Mapping[str, Sequence[Row]]) -> Iterator[TableRow]:
    """Where the old article had a text that is now in another one, a row that says where."""
    if head.old is None or head.depth:
        return
    for row in left.get(head.old.eid, ()):
        if row.unit != head.unit and row.old and row.new:
            yield TableRow(((Span(f"[{row.old.label}: zie {row.new.label}]"),), ()))


def _lids(unit: Sequence[HeadedRow]) -> Iterator[list[HeadedRow]]:
    """The head of an article, then each lid with what is below it."""
    held: list[HeadedRow] = []
    for headed in unit:
        if held and (headed.row.depth <= 1 or held[0].row.depth == 0):
            yield held
            held = []
        held.append(headed)
    if held:
        yield held


def _row(rows: Sequence[HeadedRow], *, is_heading: bool) -> TableRow:
    old, new = (_joined([cell for row in rows if (cell := _cell(row, sign))]) for sign in "-+")
    lines = max((s.text.count("\n") for s in (*old, *new)), default=0)
    return TableRow((old, new), is_heading=is_heading and lines == 0)


def _joined(cells: Sequence[Cell]) -> Cell:
    spans: list[Span] = []
    for cell in cells:
        spans += [Span("\n")] if spans else []
        spans += cell
    return tuple(spans)


def _cell(headed: HeadedRow, sign: str) -> Cell:
    """One side of a row: what both have, and what only this side has."""
    row = headed.row
    side = row.old if sign == "-" else row.new
    if side is None or not side.text:
        return ()
    if row.change is None:
        spans = [Span(side.text)]
    else:
        spans = [Span(text, _MARKS[s]) for s, text in row.change.ops if s in ("=", sign)]
    if headed.is_headed:
        spans = list(_strong_first_line(spans))
    elsewhere = row.change is not None and ChangeKind.MOVED in row.change.kinds and sign == "-"
    return (Span(f"[{side.label}]\n"), *spans) if elsewhere else tuple(spans)


def _strong_first_line(spans: Sequence[Span]) -> Iterator[Span]:
    """The head of an article or chapter stands out."""
    strong = True
    for span in spans:
        if not strong:
            yield span
            continue
        first, end, rest = span.text.partition("\n")
        yield Span(first + end, span.mark, strong=True)
        if rest:
            yield Span(rest, span.mark)
        strong = not end
