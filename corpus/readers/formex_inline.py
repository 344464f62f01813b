"""Running text of Formex: signs that are drawn by elements, footnotes, typography, addresses.

Quotation marks are empty elements with a code point in hexadecimal (`QUOT.START CODE="2018"`); a footnote
stands in the text at its mark, or in a table once for all its marks (`NOTE.REF`). What formulas draw with
elements (fractions, roots, brackets) has no characters and is not made up here: `formex_body` reports it.
"""

from corpus.readers.draft import Block
from corpus.readers.folded_text import FoldedText
from corpus.readers.formex_changes import opening
from corpus.readers.formex_notes import NOT_LAW, Footnotes
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
    """Writes elements into a running text; `footnotes` are those of the file at hand."""

    def __init__(self, footnotes: Footnotes) -> None:
        self._footnotes = footnotes
        self._in_note = False

    def one_line(self, element: Element) -> Block:
        """All text below an element on one line, blocks inside it separated by a space."""
        flow = FoldedText()
        self._inside(element, flow)
        return flow.block() or Block("")

    def write(self, node: Element, flow: FoldedText) -> None:
        """Write one element or instruction, its tail not included; what is not inline is set apart."""
        tag = name(node) if is_element(node) else ""
        if tag == "NOTE" and not self._in_note:
            self._note(node, flow)
        elif tag in INLINE and tag != "NOTE":
            self._inline(node, flow)
        elif tag:
            flow.gap()
            self._apart(node, tag, flow)
            flow.gap()
        elif (change := opening(node)) is not None:
            flow.note(change.note().kind, change.note().text)

    def _apart(self, element: Element, tag: str, flow: FoldedText) -> None:
        if tag == "GR.NOTES":
            for note in self._footnotes.hold(element):
                self._note(note, flow)
        elif tag not in NOT_LAW:
            self._inside(element, flow)

    def _inline(self, element: Element, flow: FoldedText) -> None:
        if name(element) in _SIGNS:
            flow.write(sign(element))
        opened = flow.opened()
        self._inside(element, flow)
        _close(element, flow, opened)

    def _inside(self, element: Element, flow: FoldedText) -> None:
        flow.write(element.text)
        for node in element:
            self.write(node, flow)
            flow.write(node.tail)

    def _note(self, mark: Element, flow: FoldedText) -> None:
        flow.note(FOOTNOTE, self._footnotes.text(mark, self._words_of_note))

    def _words_of_note(self, note: Element) -> str:
        """The words of a footnote; a footnote inside it belongs to them."""
        before, self._in_note = self._in_note, True
        words = self.one_line(note).text
        self._in_note = before
        return words


def sign(element: Element) -> str:
    """The quotation mark an element stands for; "" when its code is no code point of a character."""
    code = element.get("CODE") or ""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() else ""


def _close(element: Element, flow: FoldedText, opened: tuple[int, int]) -> None:
    tag = name(element)
    if tag in _ADDRESSES and (address := (element.get("URI") or "").strip()):
        flow.link(opened, "eli" if _ELI in address else "url", address)
    kind = element.get("TYPE") if tag == "HT" else element.get("LOC") if tag == "IND" else ""
    flow.mark(opened, _STYLES.get(kind or "", ""))
