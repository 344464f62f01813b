"""A table as PDF, A4 on its side; the one door to ReportLab.

The typeface is embedded (DejaVu Sans Condensed, `fonts/`): Latin, Greek and Cyrillic, and the signs of
statutes. A sign it lacks is printed as its code point, [U+2072], so that none disappears. The same document
gives the same bytes: nothing of the day or the machine is in the file.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.exporters import table_frame
from corpus.exporters.table_document import Cell, Mark, Span, TableDocument, TableRow
from corpus.exporters.table_pages import PADDING, Line, Slice, pages, wrap

MEDIA_TYPE = "application/pdf"
_FONTS = Path(__file__).parent / "fonts"
_FILES = {False: "DejaVuSansCondensed", True: "DejaVuSansCondensed-Bold"}
_WIDTH, _HEIGHT = landscape(A4)
_SIDE, _TOP, _BOTTOM, _EDGE = 45.0, 48.0, 48.0, 26.0
_SIZE, _LEADING, _INSET = 8.5, 11.5, 4.5
_TITLE, _SMALL = 15.0, 7.5
_GREY = 0.45
_LEAST = 4  # lines of a row on a page, however high the headings are


def export(document: TableDocument) -> bytes:
    """The file; the same document gives the same bytes."""
    return _Sheets(document).drawn()


@cache
def _font(*, strong: bool) -> TTFont:
    font = TTFont(_FILES[strong], str(_FONTS / f"{_FILES[strong]}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def _width(text: str, strong: bool) -> float:
    return float(pdfmetrics.stringWidth(text, _font(strong=strong).fontName, _SIZE))


@cache
def _known() -> frozenset[str]:
    """The signs that both weights have a form for, and those that end a line or a cell."""
    faces = (_font(strong=strong).face.charToGlyph for strong in (False, True))
    codes = set.intersection(*(set(face) for face in faces))
    return frozenset({"\n", "\t", *map(chr, codes)})


def _printable(text: str) -> str:
    """The text with the code point of every sign that the typeface has no form for."""
    known = _known()
    if known.issuperset(text):
        return text
    return "".join(sign if sign in known else f"[U+{ord(sign):04X}]" for sign in text)


def _printed(cell: Cell) -> Cell:
    return tuple(Span(_printable(s.text), s.mark, s.strong) for s in cell)


class _Sheets:
    """The pages of one document."""

    def __init__(self, document: TableDocument) -> None:
        self._document = document
        self._measure = measure = cache(_width)  # for as long as this document takes; no words stay behind
        self._stamp = table_frame.stamp(document)
        whole = int(_WIDTH - 2 * _SIDE)
        self._widths = table_frame.shares(document, whole)
        self._inner = [width - 2 * _INSET for width in self._widths]
        self._whole = float(whole)
        bold = tuple((Span(_printable(text), strong=True),) for text in document.headings)
        lines = tuple(wrap(c, w, measure) for c, w in zip(bold, self._inner, strict=True))
        self._headings = Slice(lines, ends=True)
        lead = (Span(line) for line in map(_printable, table_frame.head(document)))
        self._lead = tuple(line for span in lead for line in wrap((span,), self._whole, measure))
        self._title = wrap(
            (Span(_printable(document.title), strong=True),), self._whole * _SIZE / _TITLE, measure
        )

    def drawn(self) -> bytes:
        """All pages drawn."""
        rows = tuple(TableRow(tuple(map(_printed, row.cells)), row.is_heading) for row in self._document.rows)
        others = max((_HEIGHT - _TOP - _BOTTOM) / _LEADING - self._headings.height - PADDING, _LEAST)
        first = others - self._head_height() / _LEADING
        laid = pages(rows, self._inner, self._measure, first=first, others=others)
        held = BytesIO()
        canvas = Canvas(held, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1, lang="nl-NL")
        canvas.setTitle(self._document.title)
        canvas.setSubject(table_frame.FOOTER)
        for number, page in enumerate(laid, start=1):
            self._frame(canvas, number, len(laid))
            top = self._head(canvas) if number == 1 else _HEIGHT - _TOP
            for part in (self._headings, *page):
                top = self._slice(canvas, part, top, shaded=part is self._headings)
            canvas.showPage()
        canvas.save()
        return held.getvalue()

    def _head_height(self) -> float:
        stamped = _LEADING * bool(self._stamp)
        return stamped + len(self._title) * _TITLE * 1.3 + (len(self._lead) + 1) * _LEADING

    def _frame(self, canvas: Canvas, number: int, count: int) -> None:
        """What stands above and below every page."""
        title, stamp = self._document.title, self._stamp
        if stamp:
            _text(canvas, f"{stamp}. ", _SIDE, _HEIGHT - _EDGE, size=_SMALL, strong=True)
        beside = pdfmetrics.stringWidth(f"{stamp}. ", _font(strong=True).fontName, _SMALL) if stamp else 0
        shown = _printable(title if len(title) <= 150 else f"{title[:149]}…")
        _text(canvas, shown, _SIDE + beside, _HEIGHT - _EDGE, size=_SMALL)
        _text(canvas, table_frame.FOOTER, _SIDE, _EDGE, size=_SMALL)
        place = f"bladzijde {number} van {count}"
        wide = pdfmetrics.stringWidth(place, _font(strong=False).fontName, _SMALL)
        _text(canvas, place, _SIDE + self._whole - wide, _EDGE, size=_SMALL)

    def _head(self, canvas: Canvas) -> float:
        """Stamp, title and lines of the first page; where the table begins."""
        at = _HEIGHT - _TOP
        if self._stamp:
            _text(canvas, self._stamp, _SIDE, at - _SIZE, size=_SIZE, strong=True)
            at -= _LEADING
        for line in self._title:
            _line(canvas, line, _SIDE, at - _TITLE, size=_TITLE)
            at -= _TITLE * 1.3
        for line in self._lead:
            at -= _LEADING
            _line(canvas, line, _SIDE, at)
        return float(at - _LEADING)

    def _slice(self, canvas: Canvas, part: Slice, top: float, *, shaded: bool) -> float:
        """Cell after cell, so that text taken from the file reads as the table does; where it ends."""
        height = (part.height + PADDING) * _LEADING
        if shaded:
            canvas.setFillGray(0.9)
            canvas.rect(_SIDE, top - height, self._whole, height, stroke=0, fill=1)
            canvas.setFillGray(0)
        left = _SIDE
        for lines, width in zip(part.cells, self._widths, strict=True):
            for k, line in enumerate(lines, start=1):
                _line(canvas, line, left + _INSET, top - k * _LEADING)
            left += width
        self._rules(canvas, top, top - height, closed=part.ends)
        return top - height

    def _rules(self, canvas: Canvas, top: float, bottom: float, *, closed: bool) -> None:
        canvas.setStrokeGray(_GREY)
        canvas.setLineWidth(0.5)
        left = _SIDE
        for width in (0, *self._widths):
            left += width
            canvas.line(left, top, left, bottom)
        canvas.line(_SIDE, top, left, top)
        if closed:
            canvas.line(_SIDE, bottom, left, bottom)
        canvas.setStrokeGray(0)


def _text(canvas: Canvas, text: str, x: float, y: float, *, size: float, strong: bool = False) -> None:
    canvas.setFont(_font(strong=strong).fontName, size)
    canvas.drawString(x, y, text)


def _line(canvas: Canvas, line: Line, x: float, y: float, *, size: float = _SIZE) -> None:
    """One line of a cell: an insertion with a line under it, a deletion with a line through it."""
    for span in line:
        _text(canvas, span.text, x, y, size=size, strong=span.strong)
        wide = _width(span.text, span.strong) * size / _SIZE
        if span.mark is not Mark.SAME:
            at = y - 0.14 * size if span.mark is Mark.INSERTED else y + 0.27 * size
            canvas.setLineWidth(0.6)
            canvas.line(x, at, x + wide, at)
        x += wide
