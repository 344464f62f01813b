"""A synopsis as a table for paper: a column per text, and one for the explanation when that is asked for.

In a cell stands what the text says, with what it put in beside the text before it underlined and what it took
out struck; an empty cell says in words that the text has nothing there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.diff.synopsis import SynopsisCell, SynopsisRow
from corpus.explanation import Passage
from corpus.explanation_column import ExplanationColumn
from corpus.exporters.table_document import Cell, Mark, Span, TableDocument, TableRow

_MARKS = {"=": Mark.SAME, "-": Mark.DELETED, "+": Mark.INSERTED}
ABSENT, GONE = "(niet in deze tekst)", "(vervallen)"


@dataclass(frozen=True, slots=True)
class SynopsisHead:
    """What stands above the table; `headings` has one more than there are texts when it has explanation."""

    title: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    fictional: bool = False


def synopsis_table(
    head: SynopsisHead, rows: Sequence[SynopsisRow], explanation: ExplanationColumn | None = None
) -> TableDocument:
    """The table of these rows; passages that fit no article stand in rows of their own at the end."""
    return TableDocument(
        title=head.title,
        lines=head.lines,
        headings=head.headings,
        rows=tuple(_rows(rows, explanation)),
        fictional=head.fictional,
    )


def _rows(rows: Sequence[SynopsisRow], explanation: ExplanationColumn | None) -> Iterator[TableRow]:
    numbered = {row.id: row.label for row in rows}
    for row in rows:
        cells = tuple(_cell(row, k) for k in range(len(row.cells)))
        if explanation:
            cells += (tuple(_explained(row, explanation, numbered)),)
        yield TableRow(cells, is_heading=row.depth == 0)
    if explanation and rows:
        empty: tuple[Cell, ...] = ((),) * len(rows[0].cells)
        for passage in explanation.apart:
            yield TableRow((*empty, tuple(_passage(passage))))


def absence(row: SynopsisRow, column: int) -> str:
    """What an empty cell says: gone, when the text before it had the row."""
    return GONE if column and row.cells[column - 1] else ABSENT


def _cell(row: SynopsisRow, column: int) -> Cell:
    cell = row.cells[column]
    if cell is None:
        return (Span(absence(row, column)),)
    return tuple(_spans(cell, heading=row.depth == 0))


def _spans(cell: SynopsisCell, *, heading: bool) -> Iterator[Span]:
    """The words with their marks; the first line of an article is strong."""
    first = heading
    for sign, text in cell.ops:
        line, end, rest = text.partition("\n")
        if first and end:
            yield Span(line, _MARKS[sign], strong=True)
            yield Span(end + rest, _MARKS[sign])
            first = False
        else:
            yield Span(text, _MARKS[sign], strong=first)


def _explained(row: SynopsisRow, column: ExplanationColumn, labels: dict[str, str]) -> Iterator[Span]:
    separator = ""
    for passage in column.beside.get(row.id, ()):
        yield from _passage(passage, separator)
        separator = "\n"
    for at, passage in column.elsewhere.get(row.id, ()):
        yield Span(f"{separator}Zie bij {labels.get(at, passage.sign)}: {passage.sign}")
        separator = "\n"


def _passage(passage: Passage, before: str = "") -> Iterator[Span]:
    yield Span(f"{before}{passage.sign}", strong=True)
    yield Span(f"\n{passage.text}")
