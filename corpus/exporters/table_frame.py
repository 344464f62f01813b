"""What stands around a printed table, in every format alike: the stamp, the lines, the legend and the footer.

Inserted is underlined and deleted is struck through; the legend says so as soon as the table has either.
Nothing here knows a format.
"""

from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.table_document import Mark, TableDocument

FOOTER = "Gegenereerd overzicht, niet de officiële tekst: alleen de bekendgemaakte tekst is authentiek."
LEGEND = "Onderstreept: ingevoegd. Doorgehaald: vervallen."


def head(document: TableDocument) -> tuple[str, ...]:
    """The lines under the title: those of the document, and the legend when there is a mark."""
    marked = any(s.mark is not Mark.SAME for row in document.rows for cell in row.cells for s in cell)
    return (*document.lines, *((LEGEND,) if marked else ()))


def stamp(document: TableDocument) -> str:
    """What stands on every page of a fictional text; of any other text nothing."""
    return FICTIONAL if document.fictional else ""


def shares(document: TableDocument, whole: int) -> tuple[int, ...]:
    """The widths of the columns; together they are `whole`."""
    weights = document.weights or (1,) * len(document.headings)
    ends = [whole * sum(weights[: k + 1]) // sum(weights) for k in range(len(weights))]
    return tuple(end - start for start, end in zip((0, *ends), ends, strict=False))
