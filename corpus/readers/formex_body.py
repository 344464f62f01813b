"""The elements of Formex as drafts: acts, annexes, quoted new law, tables; one walk in document order.

Source of the structure: `docs/bronvormen.md`, checked on 79 files. Nothing is collected over descendants,
so law that is quoted (`QUOT.S`) stays below its instruction. In a consolidated text the processing
instructions say who changed what (`corpus.attribution`); what they mark as deleted still stands in the
file and is left out here, under the rule `deleted`, with a note in its place. Unknown elements are kept
as text and reported; a number or heading behind other words is text, and so are words between cells.
"""

from collections.abc import Iterator, Mapping, Sequence

from corpus.attribution import Attribution
from corpus.provision import Note, ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.eu_labels import label
from corpus.readers.folded_text import FoldedText
from corpus.readers.formex_changes import PROVISIONS, OpenChanges, opens_provision
from corpus.readers.formex_inline import DRAWN, INLINE, FormexInline
from corpus.readers.formex_notes import NOT_LAW, Footnotes
from corpus.readers.table_row import cells, table_row
from corpus.readers.xml_blocks import guesses_below
from corpus.secure_xml import Element, is_element, name, with_loose_text

_CELLS = frozenset({"CELL", "TERM", "DEFINITION"})
_NUMBERS = frozenset({"TI.ART", "NO.PARAG", "NO.P", "NO.GR.SEQ"})
_HEADINGS = frozenset({"STI.ART"})
_NEVER_NUMBERED = frozenset({"PREAMBLE", "QUOT.S", "FINAL"})
_WITH_TITLE = frozenset({"DIVISION", "GR.SEQ", "ANNEX", "CONS.ANNEX"})
_STRUCTURE = frozenset(
    {
        "ACT", "CONS.ACT", "CONS.DOC", "COMBINED.FMX", "LEXP.COMBINED", "ANNEXES", "ENACTING.TERMS",
        "CONTENTS", "PREAMBLE.INIT", "PREAMBLE.FINAL", "GR.VISA", "VISA", "GR.CONSID", "GR.CONSID.INIT",
        "ALINEA", "P",
        "TXT", "LIST", "TI", "STI", "TI.ART", "STI.ART", "NO.P", "NO.PARAG", "NO.GR.SEQ", "TBL", "CORPUS",
        "BLK", "TI.BLK", "STI.BLK", "DLIST", "FORMULA.S", "COMPARER", "EXPR",
        "SIGNATURE", "SIGNATORY", "PL.DATE", "IMG.CNT", "GR.ANNOTATION", "ANNOTATION", "OVER", "ROOT", "SUM",
    }
)  # fmt: skip
_OWN_TITLE = frozenset({"ACT", "CONS.DOC"})


class FormexBody:
    """One walk over the parts of one act; `included` holds parts that another part calls for by file name."""

    def __init__(self, included: Mapping[str, Element]) -> None:
        self._included = dict(included)
        self._footnotes = Footnotes()
        self._inline = FormexInline(self._footnotes)
        self._used: set[Element] = set()
        self._unwrapped: set[Element] = set()
        self._changed: dict[Element, list[Attribution]] = {}

    def read(self, root: Element, draft: Draft) -> None:
        """Put the text of one file into a draft."""
        self._footnotes.enter(root)
        self.take(root, draft)

    def take(self, element: Element, draft: Draft) -> None:
        """Put one block element into the draft of its parent, by what its name stands for."""
        tag = name(element)
        if element in self._used:
            return
        if tag in NOT_LAW:
            flow = FoldedText()
            self._inline.write(element, flow)
            _flush(flow, draft)
        elif element in self._unwrapped:
            self._children(element, draft)
        elif tag in PROVISIONS:
            self._provision(element, draft)
        elif tag == "TITLE":
            self._title(element, draft)
        elif tag == "ROW":
            self._row(element, draft)
        elif tag == "DLIST.ITEM":
            self._row(element, draft.child(ProvisionKind.POINT))
        elif tag in _CELLS:
            self._children(element, draft.child(ProvisionKind.SLOT))
        elif tag == "INCL.ELEMENT":
            self._inclusion(element, draft)
        else:
            self._other(element, draft)

    def _other(self, element: Element, draft: Draft) -> None:
        tag = name(element)
        if tag not in _STRUCTURE:
            draft.guess("unknown-element", tag)
        if tag in ("FORMULA.S", "COMPARER"):
            _report_formula(element, draft)
        self._children(element, draft)

    def _children(self, parent: Element, draft: Draft) -> None:
        """All below an element in document order; running text between blocks is a block of its own."""
        flow = FoldedText()
        flow.write(parent.text)
        changes = OpenChanges(parent)
        for node in parent:
            if changes.is_gone(node):
                continue
            if is_element(node):
                changes.cover(node, self._changed)
                self._node(node, draft, flow)
            elif (change := changes.meet(node)) is not None:
                self._change(node, change, draft, flow, changes)
            if not changes.is_gone(node):
                flow.write(node.tail)
        _flush(flow, draft)

    def _node(self, node: Element, draft: Draft, flow: FoldedText) -> None:
        if name(node) not in INLINE:
            _flush(flow, draft)
            self.take(node, draft)
        elif node not in self._used:
            if name(node) == "FORMULA":
                _report_formula(node, draft)
            self._inline.write(node, flow)

    def _change(
        self, node: Element, change: Attribution, draft: Draft, flow: FoldedText, changes: OpenChanges
    ) -> None:
        """Hang a change on the place where it opens, unless what follows is a provision that will bear it."""
        deleted = changes.delete(node) if change.action == "DELETED" else None
        if deleted is not None:
            _flush(flow, draft)
            self._delete(node, deleted, change, draft)
        elif flow.length:
            flow.note(change.note().kind, change.note().text)
        elif not opens_provision(node):
            draft.content.append(Block("", notes=(change.note(),)))

    def _delete(self, node: Element, deleted: Sequence[Element], change: Attribution, draft: Draft) -> None:
        flow = FoldedText()
        flow.write(node.tail)
        for gone in deleted:
            if gone not in self._used:
                self._inline.write(gone, flow)
            flow.write(gone.tail)
        block = flow.block()
        subject = ", ".join(filter(None, (self._number_of(n) for n in deleted if is_element(n))))
        draft.content.append(
            Block("", notes=(Attribution(change.action, change.act, change.place, subject).note(),))
        )
        if block is not None and block.text:
            draft.drop("deleted", block.text)

    def _number_of(self, element: Element) -> str:
        number = next((n for n in element.iter(*_NUMBERS, "TI")), None)
        return "" if number is None else self._inline.one_line(number).text

    def _provision(self, element: Element, parent: Draft) -> None:
        draft = parent.child(PROVISIONS[name(element)])
        draft.source_id = element.get("IDENTIFIER") or ""
        for change in self._changed.pop(element, ()):
            draft.content.append(Block("", notes=(change.note(),)))
        if name(element) not in _NEVER_NUMBERED:
            self._head(element, draft)
        self._children(element, draft)
        if not (draft.content or draft.num or draft.heading):
            parent.content.pop()

    def _head(self, element: Element, draft: Draft) -> None:
        """Number and heading that an element opens with, an item one level down; later ones are text."""
        for child in _leading(element):
            tag = name(child)
            if tag == "NP" and name(element) in ("ITEM", "CONSID") and not draft.num:
                self._unwrapped.add(child)
                self._head(child, draft)
                return
            if tag in _NUMBERS and not (draft.num or draft.heading):
                draft.num = self._line(child, draft)
            elif tag in _HEADINGS and not draft.heading and name(element) == "ARTICLE":
                draft.heading = self._line(child, draft)
            elif tag == "TITLE" and name(element) in _WITH_TITLE:
                self._heading(child, draft)
                return
            elif tag not in NOT_LAW:
                return

    def _heading(self, title: Element, draft: Draft) -> None:
        """Number and heading of a division or annex; its kind is the word it is called by."""
        self._used.add(title)
        lines = list(_leading(title))
        ti = lines.pop(0) if lines and name(lines[0]) == "TI" else None
        sti = lines[0] if lines and name(lines[0]) == "STI" else None
        numbered = None if ti is None or draft.num else _first(_first(ti, "NP"), "NO.P")
        if numbered is not None:
            draft.num = self._line(numbered, draft)
        own = "" if ti is None else self._line(ti, draft)
        named = None if draft.num else label(own)
        if named is not None:
            draft.num, own = named.num, named.heading
            if draft.kind is ProvisionKind.DIVISION and named.kind is not ProvisionKind.ARTICLE:
                draft.kind = named.kind
        below = "" if sti is None else self._line(sti, draft)
        draft.heading = " ".join(filter(None, (own, below)))
        self._children(title, draft)

    def _line(self, element: Element, draft: Draft) -> str:
        """A number or heading as text, without the number that was taken from it; notes hang on the draft."""
        self._used.add(element)
        apart = Draft(ProvisionKind.SLOT)
        if any(number in self._used for number in element.iter("NO.P") if number is not element):
            self._unwrapped.update(element.iter("NP"))
            self._children(element, apart)
        else:
            apart.content.append(self._inline.one_line(element))
        line, left_out = _on_one_line([apart], draft)
        if line.notes:
            draft.content.append(Block("", notes=tuple(Note(0, n.kind, n.text) for n in line.notes)))
        draft.content += left_out
        return line.text

    def _title(self, element: Element, draft: Draft) -> None:
        """A title that is not the heading of a division: of the act, of a table, or quoted new law."""
        parent = element.getparent()
        above = "" if parent is None else name(parent)
        if above in _OWN_TITLE:
            draft = draft.child(ProvisionKind.LONG_TITLE)
        elif above != "TBL":
            draft = draft.child(ProvisionKind.CROSSHEADING)
        self._unwrapped.update(element.iter("NP"))
        self._children(element, draft)

    def _row(self, element: Element, draft: Draft) -> None:
        """A row of a table or list of terms as one block."""
        row = Draft(ProvisionKind.SLOT)
        self._children(element, row)
        line, left_out = _on_one_line(cells(row), draft)
        draft.content += [line, *left_out]

    def _inclusion(self, element: Element, draft: Draft) -> None:
        """Another file shown here: new law when the package holds it, else an image that is not ours."""
        file = element.get("FILEREF") or ""
        part = self._included.pop(file, None)
        if part is not None:
            self.read(part, draft.child(ProvisionKind.MOD))
            self._footnotes.enter(element.getroottree().getroot())
        elif element.get("TYPE") == "FORMEX.DOC":
            draft.guess("part-not-in-file", f"hier hoort {file}")
        else:
            shown = "afbeelding in het bestand zelf" if file.startswith("data:") else file
            draft.content.append(Block("", notes=(Note(0, "image", shown),)))
        self._children(element, draft)


def _flush(flow: FoldedText, draft: Draft) -> None:
    block = flow.block()
    if block is not None:
        draft.content.append(block)


def _leading(element: Element) -> Iterator[Element]:
    """The elements that an element opens with: those before any words of its own."""
    for loose, child in with_loose_text(element):
        if loose or child is None:
            return
        yield child


def _first(element: Element | None, tag: str) -> Element | None:
    """What an element opens with, if it has this name."""
    first = None if element is None else next(_leading(element), None)
    return first if first is not None and name(first) == tag else None


def _on_one_line(parts: Sequence[Draft], draft: Draft) -> tuple[Block, list[Omission]]:
    """Cells or a heading as one block, and what they leave out; what was guessed in them is the draft's."""
    for part in parts:
        draft.guesses += guesses_below(part)
    blocks = table_row(parts)
    return next(b for b in blocks if isinstance(b, Block)), [o for o in blocks if isinstance(o, Omission)]


def _report_formula(element: Element, draft: Draft) -> None:
    drawn = any(True for _ in element.iter(*DRAWN)) or element.find(".//EXPR[@TYPE='BRACKET']") is not None
    if drawn:
        draft.guess("formula-flattened", "breuk, wortel of haken van een formule staan niet in de tekst")
