"""A table as a Word file, A4 on its side: the row of headings on every page, marks by underline and strike.

A row may run over to the next page, so that nothing is cut off however long a cell is; a heading row stays
with the row below it.
"""

from collections.abc import Iterator

from corpus.exporters import table_frame
from corpus.exporters.docx_package import LANDSCAPE_WIDTH, Page, package
from corpus.exporters.table_document import Cell, Mark, Span, TableDocument, TableRow
from corpus.exporters.wordprocessing import BOLD, STRUCK, UNDERLINED, cell, paragraph, row, run, table

_LOOKS = {Mark.SAME: "", Mark.INSERTED: UNDERLINED, Mark.DELETED: STRUCK}
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="E7E7E7"/>'


def export(document: TableDocument) -> bytes:
    """The file; the same document gives the same bytes."""
    widths = table_frame.shares(document, LANDSCAPE_WIDTH)
    rows = [_headings(document, widths), *(_row(r, widths) for r in document.rows)]
    body = "".join([*_head(document), table(widths, rows), paragraph("")])
    stamp = table_frame.stamp(document)
    return package(body, Page(document.title, document.title, table_frame.FOOTER, stamp, landscape=True))


def _head(document: TableDocument) -> Iterator[str]:
    if stamp := table_frame.stamp(document):
        yield paragraph(run(stamp, BOLD))
    yield paragraph(run(document.title), style="Title")
    yield from (paragraph(run(line), style="Subtitle") for line in (*table_frame.head(document), ""))


def _headings(document: TableDocument, widths: tuple[int, ...]) -> str:
    texts = (paragraph(run(text, BOLD), style="Cell") for text in document.headings)
    cells = (cell(text, width, _SHADED) for text, width in zip(texts, widths, strict=True))
    return row(cells, "<w:cantSplit/><w:tblHeader/>")


def _row(given: TableRow, widths: tuple[int, ...]) -> str:
    kept = "<w:keepNext/>" if given.is_heading else ""
    cells = (
        cell("".join(_paragraphs(held, kept)), width) for held, width in zip(given.cells, widths, strict=True)
    )
    return row(cells, "<w:cantSplit/>" if given.is_heading else "")


def _paragraphs(held: Cell, kept: str) -> Iterator[str]:
    for line in lines(held):
        content = "".join(run(s.text, BOLD * s.strong + _LOOKS[s.mark]) for s in line)
        yield paragraph(content, style="Cell", properties=kept)


def lines(held: Cell) -> list[list[Span]]:
    """The paragraphs of a cell, each as its spans."""
    found: list[list[Span]] = [[]]
    for span in held:
        for number, text in enumerate(span.text.split("\n")):
            if number:
                found.append([])
            if text:
                found[-1].append(Span(text, span.mark, span.strong))
    return found
