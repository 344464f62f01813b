"""The elements of Formex as drafts: acts, annexes, quoted new law, tables; one walk in document order.

Source of the structure: `docs/bronvormen.md`, checked on 79 files. Nothing is collected over descendants,
so law that is quoted (`QUOT.S`) stays below its instruction. In a consolidated text the processing
instructions say who changed what (`corpus.attribution`); what they mark as deleted still stands in the
file and is left out here, under the rule `deleted`, with a note in its place. Unknown elements are kept
as text and reported.
"""

from collections.abc import Mapping, Sequence

from corpus.attribution import Attribution
from corpus.provision import Note, ProvisionKind
from corpus.readers.draft import Block, Draft
from corpus.readers.eu_labels import label
from corpus.readers.folded_text import FoldedText
from corpus.readers.formex_changes import PROVISIONS, OpenChanges, opens_provision
from corpus.readers.formex_inline import (
    DRAWN,
    FOOTNOTE,
    INLINE,
    FormexInline,
)
from corpus.readers.table_row import one_line, table_row
from corpus.secure_xml import Element, elements, is_element, name

NOT_LAW = frozenset(
    {"BIB.INSTANCE", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP", "PUBLICATION", "DOC", "LATEX", "GR.NOTES"}
)
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
        "BLK", "TI.BLK", "STI.BLK", "CELL", "DLIST", "TERM", "DEFINITION", "FORMULA.S", "COMPARER", "EXPR",
        "SIGNATURE", "SIGNATORY", "PL.DATE", "IMG.CNT", "GR.ANNOTATION", "ANNOTATION", "OVER", "ROOT", "SUM",
    }
)  # fmt: skip
_OWN_TITLE = frozenset({"ACT", "CONS.DOC"})


class FormexBody:
    """One walk over the parts of one act; `included` holds parts that another part calls for by file name."""

    def __init__(self, included: Mapping[str, Element]) -> None:
        self._included = dict(included)
        self._footnotes: dict[str, Element] = {}
        self._inline = FormexInline(self._footnotes)
        self._used: set[Element] = set()
        self._unwrapped: set[Element] = set()
        self._changed: dict[Element, list[Attribution]] = {}

    def take(self, element: Element, draft: Draft) -> None:
        """Put one block element into the draft of its parent, by what its name stands for."""
        tag = name(element)
        if tag in NOT_LAW or element in self._used:
            return
        if element in self._unwrapped:
            self._children(element, draft)
        elif tag in PROVISIONS:
            self._provision(element, draft)
        elif tag == "TITLE":
            self._title(element, draft)
        elif tag == "ROW":
            draft.content += table_row([self._apart(cell) for cell in elements(element)])
        elif tag == "DLIST.ITEM":
            draft.child(ProvisionKind.POINT).content += table_row([self._apart(c) for c in elements(element)])
        elif tag == "INCL.ELEMENT":
            self._inclusion(element, draft)
        else:
            self._other(element, draft)

    def _other(self, element: Element, draft: Draft) -> None:
        tag = name(element)
        if tag not in _STRUCTURE:
            draft.guess("unknown-element", tag)
        if tag == "TBL":
            self._footnotes_of_table(element, draft)
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
            flow.gap()
            if is_element(gone) and gone not in self._used:
                flow.write(self._inline.one_line(gone).text)
            flow.gap()
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
        title = _title_of(element) if name(element) in _WITH_TITLE else None
        if title is not None:
            self._used.add(title)
        if name(element) not in _NEVER_NUMBERED:
            self._number(element, draft)
        if title is not None:
            self._heading(title, draft)
        self._children(element, draft)
        if not (draft.content or draft.num or draft.heading):
            parent.content.pop()

    def _number(self, element: Element, draft: Draft) -> None:
        """Number and heading that stand as children, or one level down in the first `NP` of an item."""
        first = next(elements(element), None)
        if first is not None and name(first) == "NP" and name(element) in ("ITEM", "CONSID"):
            self._unwrapped.add(first)
            self._number(first, draft)
            return
        for child in elements(element):
            if name(child) in _NUMBERS and not draft.num:
                draft.num = self._line(child, draft)
            elif name(child) in _HEADINGS and not draft.heading and name(element) == "ARTICLE":
                draft.heading = self._line(child, draft)
            else:
                break

    def _heading(self, title: Element, draft: Draft) -> None:
        """Number and heading of a division or annex; its kind is the word it is called by."""
        ti, sti = _lines_of(title)
        numbered = ti.find("NP/NO.P") if ti is not None else None
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
        """A number or heading as text; the notes in it hang on the provision."""
        self._used.add(element)
        taken = self._inline.one_line(element) if not self._holds_number(element) else self._rest_of(element)
        if taken.notes:
            draft.content.append(Block("", notes=tuple(Note(0, n.kind, n.text) for n in taken.notes)))
        return taken.text

    def _holds_number(self, element: Element) -> bool:
        return any(number in self._used for number in element.iter("NO.P"))

    def _rest_of(self, element: Element) -> Block:
        """A heading without the number in it that was taken already."""
        apart = Draft(ProvisionKind.SLOT)
        self._unwrapped.update(element.iter("NP"))
        self._children(element, apart)
        return one_line(apart)

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

    def _apart(self, cell: Element) -> Draft:
        apart = Draft(ProvisionKind.SLOT)
        self._children(cell, apart)
        return apart

    def _footnotes_of_table(self, table: Element, draft: Draft) -> None:
        """Footnotes held at the head of a table are shown where they are referred to, else at the table."""
        referred = {note.get("NOTE.REF") for note in table.iter("NOTE")}
        for note in (n for group in table.findall("GR.NOTES") for n in group.iter("NOTE")):
            note_id = note.get("NOTE.ID") or ""
            self._footnotes[note_id] = note
            if note_id not in referred:
                text = self._inline.one_line(note).text
                draft.content.append(Block("", notes=(Note(0, FOOTNOTE, text),)))

    def _inclusion(self, element: Element, draft: Draft) -> None:
        """Another file shown here: new law when the package holds it, else an image that is not ours."""
        file = element.get("FILEREF") or ""
        part = self._included.pop(file, None)
        if part is not None:
            self.take(part, draft.child(ProvisionKind.MOD))
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


def _title_of(element: Element) -> Element | None:
    """The title a division opens with; one that comes later is a heading among its text."""
    first = next((child for child in elements(element) if name(child) not in _NUMBERS | NOT_LAW), None)
    return first if first is not None and name(first) == "TITLE" else None


def _lines_of(title: Element) -> tuple[Element | None, Element | None]:
    """The title and subtitle that come first; what else a title holds is text."""
    lines = list(elements(title))
    ti = lines.pop(0) if lines and name(lines[0]) == "TI" else None
    sti = lines[0] if lines and name(lines[0]) == "STI" else None
    return ti, sti


def _report_formula(element: Element, draft: Draft) -> None:
    drawn = any(True for _ in element.iter(*DRAWN)) or element.find(".//EXPR[@TYPE='BRACKET']") is not None
    if drawn:
        draft.guess("formula-flattened", "breuk, wortel of haken van een formule staan niet in de tekst")
