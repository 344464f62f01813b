"""A transponeringstabel (EU) as a table for paper, in the shape of Aanwijzing 9.12: four columns.

One row for each Union provision; what several claims say of it stands beneath each other in its cells, in
one order. What no person confirmed says so in the second column.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from corpus.exporters import transposition_columns as columns
from corpus.exporters.exported_transposition import ExportedRow, ExportedTransposition
from corpus.exporters.table_document import Cell, Span, TableDocument, TableRow

_WEIGHTS = (16, 34, 22, 28)
_NONE = "geen"


def document(table: ExportedTransposition) -> TableDocument:
    """The table with its account above it."""
    grouped = groupby(table.rows, key=lambda row: (row.eu_eid, row.eu))
    return TableDocument(
        title=table.title,
        lines=table.lines,
        headings=columns.OFFICIAL,
        rows=tuple(TableRow(_cells(tuple(rows))) for _, rows in grouped),
        fictional=table.fictional,
        weights=_WEIGHTS,
    )


def _cells(rows: tuple[ExportedRow, ...]) -> tuple[Cell, ...]:
    choices = ("\n".join(filter(None, (row.choice, _pointer(row)))) for row in rows)
    return (
        (Span(rows[0].eu, strong=True),),
        tuple(_national(rows)),
        (Span(_joined(row.policy_room for row in rows)),),
        (Span(_joined(choices)),),
    )


def _national(rows: tuple[ExportedRow, ...]) -> Iterator[Span]:
    for k, row in enumerate(rows):
        yield Span(("\n" if k else "") + (row.national or _NONE))
        if row.mark:
            yield Span(f" [{row.mark}]", strong=True)


def _pointer(row: ExportedRow) -> str:
    return row.pointer if row.pointer and row.pointer not in row.choice else ""


def _joined(texts: Iterable[str]) -> str:
    """The texts that are there, each once, a paragraph each."""
    return "\n".join(dict.fromkeys(filter(None, texts)))
