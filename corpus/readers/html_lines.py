"""Text of an HTML page as lines: block elements end a line, headings have a depth, rows have tabs.

After the HTML standard's own division in blocks and running text. Scripts and styles hold no words; menus and
forms, and what a page hides, are left out by rule. The numbers a browser prints before list items are counted
here, as HTML 4.4.5 says. Which part of a page matters is for the reader of that page.
"""

from collections.abc import Iterator
from dataclasses import replace

from corpus.readers.docx_numbering import numeral
from corpus.readers.line_writer import Change, LineWriter, Manner
from corpus.readers.text_line import Line
from corpus.secure_xml import Element, elements, is_element, name

_WORDLESS = frozenset({"head", "script", "style", "template", "svg", "iframe"})
_FURNITURE = frozenset({"noscript", "form", "select", "nav"})
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip
_STYLES = {
    "i": "italic", "em": "italic", "cite": "italic", "b": "bold", "strong": "bold", "u": "underline",
    "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def html_lines(element: Element) -> list[Line]:
    """The lines below an element."""
    writing = _Writing()
    writing.block(element, Manner())
    return writing.writer.lines()


class _Writing:
    """One walk over one part of a page."""

    def __init__(self) -> None:
        self.writer = LineWriter()
        self._is_preformatted = False

    def block(self, element: Element, manner: Manner) -> None:
        """An element that stands on lines of its own."""
        outer = self._is_preformatted
        self._is_preformatted = outer or name(element) == "pre"
        self._break(_HEADINGS.get(name(element)))
        if name(element) == "tr":
            self._row(element, manner)
        else:
            self._below(element, manner)
        self._is_preformatted = outer
        self._break(None)

    def _break(self, heading: int | None) -> None:
        self.writer.end(Change.NONE)
        self.writer.paragraph(heading)

    def _below(self, element: Element, manner: Manner) -> None:
        self._write(element.text, manner)
        numbers = _item_numbers(element)
        for child in element:
            if is_element(child):
                self._child(child, manner, next(numbers, "") if name(child) == "li" else "")
            self._write(child.tail, manner)

    def _write(self, text: str | None, manner: Manner) -> None:
        """Write text; a line end in it counts only where the page says that it is preformatted."""
        self.writer.write((text or "") if self._is_preformatted else _folded(text), manner)

    def _child(self, child: Element, manner: Manner, number: str) -> None:
        local = name(child)
        if local in _WORDLESS:
            return
        if self._left_out(child):
            return
        if local == "br":
            self.writer.end(Change.NONE)
        elif local == "img":
            self.writer.note("image", child.get("alt") or child.get("src") or "afbeelding")
        elif local in _INLINE:
            self._below(child, _within(child, manner))
        elif local == "li":
            self._break(None)
            self.writer.write(f"{number} ", Manner())
            self._below(child, manner)
            self._break(None)
        else:
            self.block(child, manner)

    def _left_out(self, element: Element) -> bool:
        """Leave an element out by rule, when there is one."""
        if name(element) in _FURNITURE:
            self.writer.omit("page-furniture", " ".join(str(t) for t in element.itertext()))
        elif _is_hidden(element):
            self.writer.omit("hidden-text", " ".join(str(t) for t in element.itertext()))
        else:
            return False
        return True

    def _row(self, row: Element, manner: Manner) -> None:
        cells = [e for e in elements(row) if name(e) in ("td", "th")]
        for at, cell in enumerate(cells):
            if at:
                self.writer.cell(Change.NONE)
            self._cell(cell, manner)

    def _cell(self, element: Element, manner: Manner) -> None:
        """A cell as one run of text: what would be lines of their own is separated by a space."""
        self.writer.write(_folded(element.text), manner)
        for child in element:
            if is_element(child) and name(child) not in _WORDLESS:
                gap = "" if name(child) in _INLINE else " "
                self.writer.write(gap, Manner())
                if not self._left_out(child):
                    self._cell(child, _within(child, manner))
                self.writer.write(gap, Manner())
            self.writer.write(_folded(child.tail), manner)


def _within(element: Element, manner: Manner) -> Manner:
    style, target = _STYLES.get(name(element)), element.get("href") or ""
    styles = tuple(dict.fromkeys((*manner.styles, *((style,) if style else ()))))
    is_address = target.startswith(("http:", "https:"))
    return replace(manner, styles=styles, target=target if is_address else manner.target)


def _folded(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _item_numbers(element: Element) -> Iterator[str]:
    """The numbers of the items of a list, one by one; a bullet for each item of an unordered one."""
    form = _LIST_FORMS.get(element.get("type") or "", "decimal")
    start = element.get("start") or "1"
    number = int(start) if start.isdecimal() and len(start) < 6 else 1
    while True:
        yield f"{numeral(number, form)}." if name(element) == "ol" else "•"
        number += 1
