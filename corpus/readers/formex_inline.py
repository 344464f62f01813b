"""Running text of Formex: signs that are drawn by elements, footnotes, typography, addresses.

Quotation marks are empty elements with a code point in hexadecimal (`QUOT.START CODE="2018"`); a footnote
stands in the text at its mark, or in a table once for all its marks (`NOTE.REF`). What formulas draw with
elements (fractions, roots, brackets) has no characters and is not made up here: `formex_body` reports it.
"""

from collections.abc import Mapping

from corpus.readers.draft import Block
from corpus.readers.folded_text import FoldedText
from corpus.readers.formex_changes import opening
from corpus.readers.shared_notes import SharedNotes
from corpus.secure_xml import Element, is_element, name

INLINE = frozenset(
    {
        "HT", "FT", "DATE", "QUOT.START", "QUOT.END", "REF.DOC.OJ", "REF.DOC", "REF.DOC.SE", "REF.DOC.ECR",
        "LINK", "NOTE", "IND", "EXPONENT", "FORMULA", "FMT.VALUE", "KEYWORD", "REF.NP.ECR", "IE",
    }
)  # fmt: skip
DRAWN = frozenset({"OVER", "ROOT"})
FOOTNOTE = "noot"
_SIGNS = frozenset({"QUOT.START", "QUOT.END"})
_STYLES = {
    "ITALIC": "italic",
    "BOLD": "bold",
    "UNDERLINE": "underline",
    "SUP": "superscript",
    "SUB": "subscript",
}
_ADDRESSES = frozenset({"LINK", "REF.DOC"})
_ELI = "data.europa.eu/eli/"


class FormexInline:
    """Writes inline elements into a text; `footnotes` are those that a table holds apart, by their id."""

    def __init__(self, footnotes: Mapping[str, Element]) -> None:
        self._footnotes = footnotes
        self._notes = SharedNotes()

    def one_line(self, element: Element) -> Block:
        """All text below an element on one line, blocks inside it separated by a space."""
        flow = FoldedText()
        self._inside(element, flow)
        return flow.block() or Block("")

    def write(self, element: Element, flow: FoldedText) -> None:
        """Write one inline element; what is not inline is set apart by white space."""
        tag = name(element)
        if tag in _SIGNS:
            flow.write(sign(element))
            self._inside(element, flow)
        elif tag == "NOTE":
            flow.note(FOOTNOTE, self._footnote(element))
        else:
            opened = flow.opened()
            self._inside(element, flow)
            _close(element, flow, opened)

    def _inside(self, element: Element, flow: FoldedText) -> None:
        flow.write(element.text)
        for node in element:
            if is_element(node):
                if name(node) not in INLINE:
                    flow.gap()
                self.write(node, flow)
                if name(node) not in INLINE:
                    flow.gap()
            elif (change := opening(node)) is not None:
                flow.note(change.note().kind, change.note().text)
            flow.write(node.tail)

    def _footnote(self, element: Element) -> str:
        reference = element.get("NOTE.REF")
        held = element if reference is None else self._footnotes.get(reference, element)
        return self._notes.text(held, lambda: self.one_line(held).text)


def sign(element: Element) -> str:
    """The quotation mark an element stands for; "" when its code is no code point."""
    code = element.get("CODE") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _close(element: Element, flow: FoldedText, opened: tuple[int, int]) -> None:
    tag = name(element)
    if tag in _ADDRESSES and (address := (element.get("URI") or "").strip()):
        flow.link(opened, "eli" if _ELI in address else "url", address)
    kind = element.get("TYPE") if tag == "HT" else element.get("LOC") if tag == "IND" else ""
    flow.mark(opened, _STYLES.get(kind or "", ""))
