"""A EUR-Lex page as lines: what is printed, in order, with the class it bears and the list it stands in.

Two-column tables whose first column holds a mark ("(a)", "1.", "—") are list items
(`docs/bronvormen.md`); other tables give a line a row. Scripts and styles are no text; footnotes hang at
their marks. What a line means for the law is decided in `corpus.readers.eurlex_act`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.eurlex_footnotes import Footnotes, footnotes, is_mark, local_target
from corpus.readers.folded_text import FoldedText
from corpus.readers.shared_notes import SharedNotes
from corpus.readers.table_row import table_row
from corpus.secure_xml import Element, elements, is_element, name

FOOTNOTE = "noot"
_SECTION = frozenset({"tr", "col", "colgroup"})
_TABLE_PARTS = {
    "table": _SECTION | {"tbody", "thead", "tfoot", "caption"},
    "tbody": _SECTION,
    "thead": _SECTION,
    "tfoot": _SECTION,
    "tr": frozenset({"td", "th"}),
}
_TEXT_ONLY = "TexteOnly"
_UNSEEN = frozenset({"script", "style", "head", "noscript", "template"})
_INLINE = frozenset(
    {
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "s", "small", "span",
        "strong", "sub", "sup", "tt", "u", "big", "input", "label",
    }
)  # fmt: skip
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "superscript", "sub": "subscript",
    "u": "underline", "bold": "bold", "italic": "italic", "super": "superscript",
}  # fmt: skip
_MARK = re.compile(
    r"[„‘“]?(?:\(?\d{1,3}[a-z]{0,2}[.)]{1,2}|\(?[a-z]{1,5}\)|\(?[A-Z]{1,2}[.)]|[a-z]\.|\d{1,2}(?:\.\d{1,2})+\.?|[—–•·▪-])"
)
_CELEX = re.compile(r"CELEX[:%][^&#]*?([0-9][0-9]{4}[A-Z]{1,2}[0-9]{4}[^&#:]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its class, its text, and for a list item its mark and the lines in it; `place` is an id."""

    role: str
    block: Block
    mark: str = ""
    inside: tuple["Line", ...] = ()
    place: str = ""
    row: bool = False
    footnote: bool = False

    @property
    def text(self) -> str:
        return self.block.text


def lines(root: Element) -> list[Line]:
    """The lines of a page in document order."""
    body = root if name(root) == "body" else root.find(".//body")
    outside = any(element.get("id") == _TEXT_ONLY for element in root.iter("div"))
    return _Page(footnotes(root), outside).below(root if body is None else body, "", "")


@dataclass(slots=True)
class _Page:
    notes: Footnotes
    _outside: bool = False
    _shared: SharedNotes = field(default_factory=SharedNotes)
    _blocks_below: dict[Element, bool] = field(default_factory=dict)

    def below(self, parent: Element, role: str, place: str) -> list[Line]:
        """All lines below an element; loose text is a line of its own."""
        found: list[Line] = []
        flow = FoldedText()
        is_note = parent in self.notes.blocks
        flow.write(parent.text)
        for node in parent:
            if is_element(node) and name(node) not in _UNSEEN:
                if self._is_inline(node):
                    self._write(node, flow)
                else:
                    found += self._flushed(flow, role, place, is_note)
                    found += self._block(node, role, place)
            flow.write(node.tail)
        return found + self._flushed(flow, role, place, is_note)

    def _flushed(self, flow: FoldedText, role: str, place: str, is_note: bool) -> list[Line]:
        """What was written as a line; before the text of an old page begins, it stands around the act."""
        block = flow.block()
        own = "around" if self._outside else role
        return [] if block is None else [Line(own, block, place=place, footnote=is_note)]

    def _block(self, element: Element, role: str, place: str) -> list[Line]:
        if element.get("id") == _TEXT_ONLY:
            self._outside = False
        if name(element) == "table":
            return self._table(element, role, place)
        own = " ".join((element.get("class") or "").replace("oj-", "").split())
        if "eli-subdivision" in own:
            place = element.get("id") or ""
        return self.below(element, own or role, place)

    def _table(self, table: Element, role: str, place: str) -> list[Line]:
        if not _is_regular(table):
            return self.below(table, role, place)
        rows = [row for row in _rows(table) if len(row)]
        marks = [_mark_of(row) for row in rows]
        if rows and all(marks):
            return [self._item(row, mark, place) for row, mark in zip(rows, marks, strict=True)]
        return [line for row in rows for line in self._row(row, role, place)]

    def _item(self, row: Sequence[Element], mark: str, place: str) -> Line:
        """A row that is a list item."""
        return Line("item", Block(""), mark, tuple(self.below(row[-1], "", place)), place)

    def _row(self, row: Sequence[Element], role: str, place: str) -> Iterator[Line]:
        inside = [self.below(cell, "", place) for cell in row]
        if any(line.footnote for cell in inside for line in cell):
            yield from (line for cell in inside for line in cell)
            return
        roles = {line.role for cell in inside for line in cell if line.role}
        own = next(iter(roles)) if len(roles) == 1 else role
        if roles and all(name.startswith("hd-") for name in roles):
            own = "hd"
        for made in table_row([_cell(cell) for cell in inside]):
            if isinstance(made, Block) and (made.text.strip() or made.notes):
                yield Line(own, made, place=place, row=True)
            elif isinstance(made, Omission):
                yield Line("note", Block(made.text), footnote=True)

    def _is_inline(self, element: Element) -> bool:
        """Inline elements join words; a link around whole paragraphs is no inline element."""
        if name(element) not in _INLINE:
            return False
        if element not in self._blocks_below:
            self._blocks_below[element] = all(self._is_inline(child) for child in elements(element))
        return self._blocks_below[element]

    def _write(self, element: Element, flow: FoldedText) -> None:
        note = self.notes.note_of(element)
        if note is not None:
            flow.note(FOOTNOTE, self._shared.text(note, lambda: self._note_text(note)))
            return
        if name(element) == "br":
            flow.gap()
        if name(element) == "img":
            flow.note("image", _shown(element))
        if not (is_mark(element) and self._is_back_link(element)):
            self._write_inside(element, flow)

    def _write_inside(self, element: Element, flow: FoldedText) -> None:
        opened = flow.opened()
        flow.write(element.text)
        for node in element:
            if is_element(node) and name(node) not in _UNSEEN:
                self._write(node, flow)
            flow.write(node.tail)
        kind, target = _address(element)
        if target:
            flow.link(opened, kind, target)
        styles = [name(element), *(element.get("class") or "").replace("oj-", "").split()]
        flow.mark(opened, " ".join(dict.fromkeys(_STYLES[style] for style in styles if style in _STYLES)))
        if "num" in styles:
            flow.gap()

    def _is_back_link(self, element: Element) -> bool:
        """The mark that is printed before a note is not a word of it."""
        return bool(local_target(element)) and any(
            above in self.notes.blocks for above in element.iterancestors()
        )

    def _note_text(self, note: Element) -> str:
        """Marks inside a note are text there: notes on notes could go round in circles."""
        inside = _Page(Footnotes({}, self.notes.blocks)).below(note, "", "")
        return " ".join(line.text for line in inside if line.text)


def _cell(inside: Sequence[Line]) -> Draft:
    """A cell as a draft, so that a list in it is text on one line."""
    cell = Draft(ProvisionKind.SLOT)
    for line in inside:
        if line.footnote:
            cell.drop("footnote", line.text)
        elif line.mark:
            cell.add(line.mark)
            cell.content += _cell(line.inside).content
        else:
            cell.content.append(line.block)
    return cell


def _mark_of(row: Sequence[Element]) -> str:
    """The mark of a row that is a list item, in the cells before the last one; "" when it is none."""
    marks = [text for cell in row[:-1] if (text := _words(cell))]
    return marks[0] if len(marks) == 1 and _MARK.fullmatch(marks[0]) else ""


def _is_regular(table: Element) -> bool:
    """Whether all text of a table stands in cells of rows; other tables are read as running text."""
    parts = [table, *(e for e in table.iterchildren("tbody", "thead", "tfoot")), *_tr(table)]
    loose = any((node.tail or "").strip() for part in parts for node in part)
    texts = loose or any((part.text or "").strip() for part in parts)
    return not texts and all(name(child) in _TABLE_PARTS[name(part)] for part in parts for child in part)


def _tr(table: Element) -> Iterator[Element]:
    for child in elements(table):
        if name(child) == "tr":
            yield child
        elif name(child) in ("tbody", "thead", "tfoot"):
            yield from child.iterchildren("tr")


def _rows(table: Element) -> Iterator[list[Element]]:
    for child in elements(table):
        if name(child) in ("tbody", "thead", "tfoot"):
            yield from _rows(child)
        elif name(child) == "tr":
            yield [cell for cell in elements(child) if name(cell) in ("td", "th")]
        elif name(child) == "caption":
            yield [child]


def _words(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _address(element: Element) -> tuple[str, str]:
    target = (element.get("href") or "").strip() if name(element) == "a" else ""
    celex = _CELEX.search(target)
    if celex is not None:
        return "celex", celex[1]
    if not target.startswith(("http:", "https:")):
        return "", ""
    return ("eli" if "data.europa.eu/eli/" in target else "url"), target


def _shown(image: Element) -> str:
    shown = image.get("alt") or image.get("src") or ""
    return "afbeelding in het bestand zelf" if shown.startswith("data:") or not shown else shown
