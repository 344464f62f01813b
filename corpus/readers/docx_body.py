"""The body of a DOCX in document order, said to a `LineWriter`: paragraphs, tables, runs, changes, notes.

ECMA-376 part 1, 17. The text after tracked changes is the text. Not text: comments, field codes, hidden text,
tables of contents, text boxes; each is left out by a rule of its own name. A move is a deletion and an
insertion. Elements this module does not know are kept as text and reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.readers.docx_numbering import Numbering, list_forms
from corpus.readers.docx_package import Package
from corpus.readers.docx_styles import Style, Styles, stated_emphasis
from corpus.readers.docx_xml import attribute, child, value
from corpus.readers.line_writer import Change, LineWriter, Manner
from corpus.readers.text_line import Line
from corpus.secure_xml import Element, elements, name

_CHANGES = {"ins": Change.IN, "moveTo": Change.IN, "del": Change.OUT, "moveFrom": Change.OUT}
_TRANSPARENT = frozenset(
    {
        "sdtContent", "smartTag", "customXml", "dir", "bdo", "fldSimple", "Choice", "hyperlink", "rubyBase",
        "ruby", "AlternateContent", "sdt",
    }
)  # fmt: skip
_SILENT = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr",
        "customXmlPr", "smartTagPr", "instrText", "delInstrText", "fldChar", "lastRenderedPageBreak",
        "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "softHyphen",
        "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart",
        "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "Fallback", "rubyPr",
        "rt", "subDoc", "altChunk",
    }
)  # fmt: skip
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
_IMAGES = frozenset({"drawing", "pict", "object"})
_CONTENTS = ("toc ", "inhopg", "table of contents")


@dataclass(frozen=True, slots=True)
class Body:
    """What the body gave: its lines, how many numbers Word would print, and the elements not known."""

    lines: list[Line]
    numbers: int
    unknown: tuple[str, ...]
    tracked: int


def read_body(package: Package) -> Body:
    """The lines of a document, with its notes at their places."""
    walk = _Walk(package)
    root = package.document()
    body = child(root, "body")
    paragraphs = [] if body is None else [e for e in body.iter() if _local(e) == "p"]
    walk.number(paragraphs)
    if body is not None:
        walk.blocks(body, Change.NONE)
    for kind, part in package.furniture():
        walk.writer.omit(f"page-{kind}", plain(part))
    return Body(walk.writer.lines(), walk.numbers, tuple(dict.fromkeys(walk.unknown)), walk.tracked)


def plain(element: Element, *, deleted: bool = False) -> str:
    """All words below an element after tracked changes, or only those deleted."""
    words = []
    for e in element.iter():
        local = _local(e)
        if local == "p":
            words.append(" ")
        elif local in ("t", "delText"):
            out = any(_local(above) in ("del", "moveFrom") for above in e.iterancestors())
            words.append(e.text or "" if out is deleted else "")
        elif local in _SIGNS:
            words.append(" ")
    return " ".join("".join(words).split())


def _local(element: Element) -> str:
    return name(element) if isinstance(element.tag, str) else ""


class _Walk:
    """One walk over one document."""

    def __init__(self, package: Package) -> None:
        self.writer = LineWriter()
        self.unknown: list[str] = []
        self.numbers = self.tracked = 0
        self._styles = Styles(package.part("styles"))
        numbering = package.part("numbering")
        self._forms = {} if numbering is None else list_forms(numbering)
        self._links = package.links()
        self._notes = {
            "footnoteReference": package.notes("footnotes"),
            "endnoteReference": package.notes("endnotes"),
            "commentReference": package.notes("comments"),
        }
        self._after: Mapping[Element, str] = {}
        self._before: Mapping[Element, str] = {}

    def number(self, paragraphs: list[Element]) -> None:
        """Count the paragraphs twice: as they stand after the tracked changes, and before them."""
        self._after = self._numbered(paragraphs, Change.OUT)
        self._before = self._numbered(paragraphs, Change.IN)

    def _numbered(self, paragraphs: list[Element], joins: Change) -> dict[Element, str]:
        """Per first paragraph of a row that is one (its ends joined), the number printed before it.

        A paragraph that came in or went out as a whole begins no such row.
        """
        numbering = Numbering(self._forms)
        numbered: dict[Element, str] = {}
        first: Element | None = None
        for paragraph in paragraphs:
            is_joined = _end_change(paragraph) in (joins, Change.IN_AND_OUT)
            if first is None and not (is_joined and _is_gone(paragraph, joins)):
                first = paragraph
            if first is not None and not is_joined:
                numbered[first] = self._number(paragraph, numbering)
                first = None
        return numbered

    def _number(self, paragraph: Element, numbering: Numbering) -> str:
        properties = child(paragraph, "pPr")
        style = self._styles.style(value(properties, "pStyle"))
        num_id = value(properties, "numPr", "numId") or style.num_id
        level = value(properties, "numPr", "ilvl") or style.level or "0"
        return numbering.next(num_id, int(level)) if num_id and level in "012345678" else ""

    def blocks(self, parent: Element, change: Change) -> None:
        """Paragraphs and tables."""
        for element in elements(parent):
            local = name(element)
            if local == "p":
                self._paragraph(element, change)
            elif local == "tbl":
                self._table(element, change)
            elif local in _CHANGES:
                self.blocks(element, _CHANGES[local].within(change))
            elif local == "sdt" and _is_contents(element):
                self.writer.omit("table-of-contents", plain(element))
            elif local not in _SILENT:
                if local not in _TRANSPARENT:
                    self.unknown.append(local)
                self.blocks(element, change)

    def _paragraph(self, paragraph: Element, change: Change) -> None:
        style = self._styles.style(value(child(paragraph, "pPr"), "pStyle"))
        if style.name.lower().startswith(_CONTENTS):
            self.writer.omit("table-of-contents", plain(paragraph))
            return
        stated = value(child(paragraph, "pPr"), "outlineLvl")
        outline = int(stated) if stated.isdecimal() and int(stated) < 10 else style.outline
        self.writer.paragraph(outline if outline is not None and outline < 9 else None)
        self._content(paragraph, style, change)
        self.writer.end(_end_change(paragraph).within(change))

    def _content(self, paragraph: Element, style: Style, change: Change) -> None:
        after, before = self._after.get(paragraph, ""), self._before.get(paragraph, "")
        self.numbers += bool(after)
        if after == before and change is Change.NONE:
            self._write(after, Manner())
        else:
            self._write(before if change is not Change.IN else "", Manner(Change.OUT))
            self._write(after if change is not Change.OUT else "", Manner(Change.IN))
        self._runs(paragraph, style, Manner(change))

    def _write(self, number: str, manner: Manner) -> None:
        if number:
            self.writer.write(f"{number} ", manner)

    def _runs(self, parent: Element, style: Style, manner: Manner) -> None:
        for element in elements(parent):
            local = name(element)
            if local == "r":
                self._run(element, style, manner)
            elif local in _CHANGES:
                self.tracked += 1
                self._runs(element, style, replace(manner, change=_CHANGES[local].within(manner.change)))
            elif local == "hyperlink":
                target = self._links.get(attribute(element, "id"), "")
                self._runs(element, style, replace(manner, target=target))
            elif local in _TRANSPARENT:
                self._runs(element, style, manner)
            elif local not in _SILENT:
                self.unknown.append(local)
                self.writer.write("".join(str(t) for t in element.itertext()), manner)

    def _run(self, run: Element, style: Style, manner: Manner) -> None:
        properties = child(run, "rPr")
        own = self._styles.style(value(properties, "rStyle")).emphasis or {}
        emphasis = {**(style.emphasis or {}), **own, **stated_emphasis(properties)}
        on = tuple(kind for kind, is_on in emphasis.items() if is_on)
        if "hidden" in on:
            self.writer.omit("hidden-text", plain(run))
            return
        self._signs(run, replace(manner, styles=on))

    def _signs(self, run: Element, manner: Manner) -> None:
        for element in elements(run):
            local = name(element)
            if local in ("t", "delText"):
                self.writer.write((element.text or "").replace("\n", " "), manner)
            elif local == "br":
                self.writer.write(" " if attribute(element, "type") == "page" else "\n", manner)
            elif local in _SIGNS:
                self.writer.write(_SIGNS[local], manner)
            elif local == "sym":
                self.writer.write(_symbol(attribute(element, "char")), manner)
            elif local in self._notes:
                self._note(local, attribute(element, "id"), manner.change)
            elif local in _IMAGES:
                self._image(element, manner.change)
            elif local in _TRANSPARENT:
                self._signs(element, manner)
            elif local not in _SILENT:
                self.unknown.append(local)
                self.writer.write("".join(str(t) for t in element.itertext()), manner)

    def _note(self, local: str, note_id: str, change: Change) -> None:
        found = self._notes[local].get(note_id)
        if found is None:
            return
        if local == "commentReference":
            self.writer.omit("comment", plain(found))
            return
        kept = change in (Change.NONE, Change.IN)
        self.writer.note("noot" if kept else "geschrapte noot", plain(found))
        if deleted := plain(found, deleted=True):
            self.writer.note("geschrapt in noot", deleted)

    def _image(self, element: Element, change: Change) -> None:
        words = [plain(box) for box in element.iter() if _local(box) == "txbxContent"]
        for text in dict.fromkeys(words):
            self.writer.omit("text-box", text)
        if not words and change in (Change.NONE, Change.IN):
            described = next((attribute(e, "descr") for e in element.iter() if _local(e) == "docPr"), "")
            self.writer.note("image", described or "afbeelding")

    def _table(self, table: Element, change: Change) -> None:
        for row in _below(table, "tr"):
            state = next((_CHANGES[k] for k in ("ins", "del") if _has_row_change(row, k)), Change.NONE)
            cells = list(_below(row, "tc"))
            if len(cells) == 1:
                self.blocks(cells[0], state.within(change))
                continue
            self.writer.paragraph(None)
            for number, cell in enumerate(cells):
                if number:
                    self.writer.cell(state.within(change))
                self._cell(cell, state.within(change))
            self.writer.end(state.within(change))

    def _cell(self, cell: Element, change: Change) -> None:
        """A cell as one run of text: its paragraphs and tables of its own are separated by spaces."""
        for number, paragraph in enumerate(e for e in cell.iter() if _local(e) == "p"):
            if number:
                self.writer.write(" ", Manner(change))
            style = self._styles.style(value(child(paragraph, "pPr"), "pStyle"))
            self._content(paragraph, style, change)


def _below(parent: Element, local: str) -> Iterator[Element]:
    """Rows or cells of this table itself, also inside content controls and changes."""
    for element in elements(parent):
        if name(element) == local:
            yield element
        elif name(element) in _TRANSPARENT or name(element) in _CHANGES:
            yield from _below(element, local)


def _end_change(paragraph: Element) -> Change:
    properties = child(paragraph, "pPr", "rPr")
    found = () if properties is None else elements(properties)
    change = Change.NONE
    for element in found:
        change = _CHANGES.get(name(element), Change.NONE).within(change)
    return change


def _is_gone(paragraph: Element, change: Change) -> bool:
    """Whether all words of a paragraph came in, or all went out."""
    return all(_is_changed(e, change) for e in paragraph.iter() if _local(e) in ("t", "delText"))


def _is_changed(text: Element, change: Change) -> bool:
    return any(_CHANGES.get(_local(above)) is change for above in text.iterancestors())


def _has_row_change(row: Element, local: str) -> bool:
    return child(row, "trPr", local) is not None


def _is_contents(sdt: Element) -> bool:
    return value(sdt, "sdtPr", "docPartObj", "docPartGallery").lower() == "table of contents"


def _symbol(code: str) -> str:
    """The sign of a symbol font; a private one becomes a bullet."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign
