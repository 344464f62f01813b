"""The one door to pypdfium2: the pieces of text a reader sees on the pages of a PDF, with their places.

Text that nobody sees is set apart: invisible or transparent letters, white ones on white, letters below a
filled shape or image that is painted later, or outside the page. Limits are on pages, letters and drawn
objects, which together bound the time; letters count as bytes unpacked as well (`corpus.limits`). Nothing
here knows columns, lines of law or a format of documents.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import EncryptedError, NotWellFormedError, SourceTooLargeError
from corpus.limits import in_force

MAX_PAGES = 3_000
MAX_PAGE_LETTERS = 100_000
MAX_LETTERS = 15_000_000
MAX_PAGE_OBJECTS = 50_000
_INVISIBLE = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
_WHITE, _OPAQUE = 250, 200
_LAST = 1_000_000_000
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_NO_REMARK = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET})
_LINE_HYPHEN = "\x02"
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in a row on one base line: their text, left and right edge, base line and size."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, the pieces that are seen in the order of the file, and the text that is not.

    `annotations` has the author of every remark on it, "" for one without.
    """

    width: float
    height: float
    pieces: tuple[Piece, ...]
    hidden: str
    annotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traces:
    """What a PDF says of itself (`Author`, `Creator`, ...), and how many files are attached to it."""

    properties: dict[str, str]
    attachments: int


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    box: Box
    base: float
    size: float
    seen: bool


@dataclass(slots=True)
class _Shapes:
    """What is painted on a page: filled shapes and images with their place in the order of painting."""

    painted: list[tuple[int, Box, bool]] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)

    def covered(self, box: Box, at: int) -> bool:
        """Whether something opaque is painted over this place later."""
        return any(number > at and _holds(shape, box) for number, shape, _ in self.painted)

    def backed(self, box: Box, at: int) -> bool:
        """Whether something that is not white is painted under this place."""
        return any(number < at and not white and _holds(shape, box) for number, shape, white in self.painted)


def is_pdf(source: bytes) -> bool:
    """Do the first bytes open a PDF?"""
    return b"%PDF-" in source[:1024]


def pages(source: bytes) -> Iterator[Page]:
    """The pages, one by one. Raises `EncryptedError`, `NotWellFormedError` or `SourceTooLargeError`."""
    document = _opened(source)
    try:
        if len(document) > MAX_PAGES:
            raise _too_large(f"{len(document)} bladzijden", f"{MAX_PAGES} bladzijden")
        letters, most = 0, min(MAX_LETTERS, in_force().unpacked_bytes)
        for number in range(len(document)):
            page = _page(document, number)
            letters += sum(len(piece.text) for piece in page.pieces) + len(page.hidden)
            if letters > most:
                raise _too_large(f"{letters} tekens uitgepakt", f"{most} tekens")
            yield page
    finally:
        document.close()


def traces(source: bytes) -> Traces:
    """The properties of the document and its attachments; no page is read."""
    document = _opened(source)
    try:
        return Traces(document.get_metadata_dict(skip_empty=True), document.count_attachments())
    except pdfium.PdfiumError as error:
        raise _broken(str(error)) from error
    finally:
        document.close()


def _opened(source: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise EncryptedError.of("PDF-bestand") from error
        raise _broken(str(error)) from error


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    try:
        page = document[number]
        text = page.get_textpage()
        return _seen_page(page, text, number)
    except pdfium.PdfiumError as error:
        raise _broken(f"bladzijde {number + 1}: {error}") from error


def _seen_page(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int) -> Page:
    width, height = page.get_size()
    count = raw.FPDFText_CountChars(text)
    if count > MAX_PAGE_LETTERS:
        raise _too_large(f"{count} tekens op bladzijde {number + 1}", f"{MAX_PAGE_LETTERS} tekens")
    letters = list(_letters(text, count, _shapes(page, number), page.get_bbox()))
    hidden = "".join(letter.sign for letter in letters if not letter.seen)
    annotations = tuple(_annotations(page))
    text.close()
    page.close()
    return Page(width, height, tuple(_pieces(letters)), " ".join(hidden.split()), annotations)


def _annotations(page: pdfium.PdfPage) -> Iterator[str]:
    """The author of every annotation but links, their pop-ups and fields of a form."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MAX_PAGE_OBJECTS)):
        item = raw.FPDFPage_GetAnnot(page.raw, at)
        if not item:
            continue
        if raw.FPDFAnnot_GetSubtype(item) not in _NO_REMARK:
            length = raw.FPDFAnnot_GetStringValue(item, b"T", None, 0)
            held = ctypes.create_string_buffer(length)
            wide = ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))
            raw.FPDFAnnot_GetStringValue(item, b"T", wide, length)
            yield held.raw.decode("utf-16-le", "replace").rstrip("\x00")
        raw.FPDFPage_CloseAnnot(item)


def _shapes(page: pdfium.PdfPage, number: int) -> _Shapes:
    shapes = _Shapes()
    outer = -1
    for at, item in enumerate(page.get_objects(max_depth=6)):
        if at > MAX_PAGE_OBJECTS:
            raise _too_large(f"getekende objecten op bladzijde {number + 1}", f"{MAX_PAGE_OBJECTS} objecten")
        outer += item.level == 0
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            shapes.order[ctypes.addressof(item.raw.contents)] = outer
        elif item.level == 0 and item.type in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            _paint(shapes, outer, item)
    return shapes


def _paint(shapes: _Shapes, at: int, item: pdfium.PdfObject) -> None:
    if raw.FPDFPageObj_HasTransparency(item.raw):
        return
    white = False
    if item.type == raw.FPDF_PAGEOBJ_PATH:
        fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        if not fill.value:
            return
        red, green, blue, alpha = _colour(raw.FPDFPageObj_GetFillColor, item.raw)
        if alpha < _OPAQUE:
            return
        white = min(red, green, blue) >= _WHITE
    shapes.painted.append((at, item.get_bounds(), white))


def _colour(ask: Callable[..., object], *of: object) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint(0) for _ in range(3)] + [ctypes.c_uint(255)]
    ask(*of, *parts)
    return parts[0].value, parts[1].value, parts[2].value, parts[3].value


def _letters(page: pdfium.PdfTextPage, count: int, shapes: _Shapes, edges: Box) -> Iterator[_Letter]:
    """The letters of a page; base line and size are asked once a word, the paint once a text object."""
    text = page.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    paint: dict[int, _Paint] = {}
    key, size, seen = -1, 0.0, True
    for at in range(count):
        sign = chr(raw.FPDFText_GetUnicode(text, at))
        if sign.isspace() or sign == "\x00":
            key = -1
            yield _Letter("\n" if sign in "\r\n" else " ", _NOWHERE, 0.0, 0.0, seen)
            continue
        item = raw.FPDFText_GetTextObject(text, at)
        found = ctypes.addressof(item.contents) if item else 0
        raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        box = (left.value, bottom.value, right.value, top.value)
        if found != key:
            key, size = found, raw.FPDFText_GetFontSize(text, at)
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            if key not in paint:
                paint[key] = _paint_of(text, at, shapes.order.get(key, _LAST))
        seen = paint[key].shows(box, shapes) and _holds(edges, box, slack=2.0)
        yield _Letter(sign, box, y.value, max(size, top.value - bottom.value), seen)


@dataclass(frozen=True, slots=True)
class _Paint:
    """How one text object is painted: when, whether at all, and whether in white."""

    at: int
    invisible: bool
    white: bool

    def shows(self, box: Box, shapes: _Shapes) -> bool:
        """Whether a letter of this object can be seen at this place."""
        if self.invisible or (self.white and not shapes.backed(box, self.at)):
            return False
        return not shapes.painted or not shapes.covered(box, self.at)


def _paint_of(text: object, at: int, order: int) -> _Paint:
    item = raw.FPDFText_GetTextObject(text, at)
    mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else raw.FPDF_TEXTRENDERMODE_FILL
    red, green, blue, alpha = _colour(raw.FPDFText_GetFillColor, text, at)
    return _Paint(order, mode in _INVISIBLE or alpha == 0, min(red, green, blue) >= _WHITE)


def _pieces(letters: list[_Letter]) -> Iterator[Piece]:
    """Letters in a row; a piece ends at a line end, a jump of the base line, or a wide gap."""
    row: list[_Letter] = []
    last: _Letter | None = None
    for letter in letters:
        if letter.sign == "\n" or not letter.seen:
            yield from _piece(row)
            row, last = [], None
        elif not letter.size:
            row.append(letter)
        else:
            if last is not None and _parts(last, letter):
                yield from _piece(row)
                row = []
            row.append(letter)
            last = letter if letter.sign.strip() else last
    yield from _piece(row)


def _parts(last: _Letter, letter: _Letter) -> bool:
    size = max(last.size, letter.size)
    gap = letter.box[0] - last.box[2]
    return abs(letter.base - last.base) > size / 2 or gap > 1.5 * size or gap < -size


def _piece(row: list[_Letter]) -> Iterator[Piece]:
    placed = [letter for letter in row if letter.size and letter.sign.strip()]
    text = " ".join("".join(letter.sign for letter in row).replace(_LINE_HYPHEN, "-").split())
    if placed and text:
        left, right = min(letter.box[0] for letter in placed), max(letter.box[2] for letter in placed)
        yield Piece(_whole(text), left, right, placed[0].base, max(letter.size for letter in placed))


def _whole(text: str) -> str:
    """Text in which halves of a letter outside the basic plane are one letter again."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _holds(outer: Box, inner: Box, *, slack: float = 0.0) -> bool:
    """Whether the middle of a place lies inside another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack


def _broken(value: str) -> NotWellFormedError:
    return NotWellFormedError(
        "Het PDF-bestand is beschadigd.", value=value, remedy="Haal het bestand opnieuw op bij de bron."
    )


def _too_large(value: str, limit: str) -> SourceTooLargeError:
    return SourceTooLargeError(
        "Het PDF-bestand is te groot om te lezen.", value=value, remedy=f"De grens is {limit}."
    )
